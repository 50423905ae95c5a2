using MlTa.Offline;
using MlTa.Recovery.Moves;
using MlTa.Recovery.Time;

namespace MlTa.Recovery.Evidence;

/// <summary>What a folder of evidence is worth for what is declared today.</summary>
/// <param name="Paths">Every path that there is to prove.</param>
/// <param name="Refused">The files that prove nothing, with what is wrong with each.</param>
public sealed record RecoveryProofs(IReadOnlyList<PathProof> Paths, IReadOnlyList<EvidenceFile> Refused)
{
    /// <summary>The one that nobody has walked for longest; one that was never walked comes first.</summary>
    public PathProof? LeastRecentlyProven => Paths.MinBy(proof => proof.ProvenOn ?? DateOnly.MinValue);

    /// <summary>How long things took, where a drill says so.</summary>
    public MeasuredDurations Measured => MeasuredBy.Of(Paths);

    /// <param name="estate">All stacks.</param>
    /// <param name="graphs">What they declare.</param>
    /// <param name="drill">What a drill's stack declares; null where there is none.</param>
    /// <param name="files">The evidence.</param>
    /// <param name="today">The day on which ages are looked at.</param>
    public static RecoveryProofs Of(Estate estate, IReadOnlyList<StackGraph> graphs, StackGraph? drill, IReadOnlyList<EvidenceFile> files, DateOnly today) => new(
        [.. RecoveryPaths.Of(estate).Select(path => PathProof.Of(path, TopologyPart.HashOf(path, estate.Stacks, graphs, drill), files, today))],
        [.. files.Where(file => file.Evidence is null)]);
}
