namespace MlTa.Recovery.Procedures;

/// <summary>Something that has to answer for a step to work.</summary>
/// <param name="Region">Where it is.</param>
/// <param name="What">What it is, as a sentence's object: <c>the state in s3://...</c>.</param>
/// <param name="Plane">Which part of it.</param>
public sealed record Need(string Region, string What, Plane Plane);
