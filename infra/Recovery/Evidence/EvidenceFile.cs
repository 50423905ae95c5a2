using MlTa.Settings;

namespace MlTa.Recovery.Evidence;

/// <summary>A file that was read.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Evidence">What it says; null where it is refused.</param>
/// <param name="Problems">Everything that is wrong with it. With any, it is refused.</param>
public sealed record EvidenceFile(string Name, DrillEvidence? Evidence, IReadOnlyList<Problem> Problems);
