namespace MlTa.Recovery.Procedures;

/// <summary>Something that has to answer for a step to work.</summary>
/// <param name="Region">Where it is.</param>
/// <param name="What">What it is, as a sentence's object: <c>the state in s3://...</c>.</param>
/// <param name="Plane">Which part of it.</param>
public sealed record Need(string Region, string What, Plane Plane)
{
    private const string Dns = "Route 53";

    /// <summary>Changes of records, wherever they lead (AWS fault isolation boundaries, "Global services").</summary>
    public static Need DnsControl { get; } = new("us-east-1", Dns, Plane.Control);

    /// <summary>Whether it is what accelerated recovery brings back elsewhere: changes of records, but not what AWS itself names with them.</summary>
    public bool IsDnsControl => What == Dns;
}
