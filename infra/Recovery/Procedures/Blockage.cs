namespace MlTa.Recovery.Procedures;

/// <summary>A step that cannot be done, because something that has to answer is in a region that does not.</summary>
public sealed record Blockage(RecoveryStep Step, Need Need);
