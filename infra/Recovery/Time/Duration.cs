namespace MlTa.Recovery.Time;

/// <summary>How long one thing takes, and who says so.</summary>
/// <param name="Id">Stable: a drill's evidence is filed under it.</param>
/// <param name="Minutes">The time.</param>
/// <param name="Grade">How well it is known.</param>
/// <param name="Source">Document and section, or what the assumption rests on.</param>
public sealed record Duration(string Id, MinuteRange Minutes, Grade Grade, string Source);
