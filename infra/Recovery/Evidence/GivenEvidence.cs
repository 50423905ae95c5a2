using MlTa.Settings.Drills;

namespace MlTa.Recovery.Evidence;

/// <summary>What there is to judge.</summary>
/// <param name="Files">What drills wrote.</param>
/// <param name="Drill">The file that all drills share; null where there is none, or none that can be read.</param>
public sealed record GivenEvidence(IReadOnlyList<EvidenceFile> Files, DrillSettings? Drill);
