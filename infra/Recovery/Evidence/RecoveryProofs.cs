using MlTa.Offline;
using MlTa.Recovery.Moves;
using MlTa.Recovery.Time;
using MlTa.Settings.Drills;

namespace MlTa.Recovery.Evidence;

/// <summary>What a folder of evidence is worth for what is declared today.</summary>
/// <param name="Paths">Every path that there is to prove.</param>
/// <param name="Refused">The files that prove nothing, with what is wrong with each.</param>
public sealed record RecoveryProofs(IReadOnlyList<PathProof> Paths, IReadOnlyList<EvidenceFile> Refused)
{
    /// <summary>The one that nobody has walked for longest. What is not proven any more comes before what is, and what never was comes first.</summary>
    public PathProof? LeastRecentlyProven => Paths
        .OrderBy(proof => proof.State is PathState.Proven or PathState.Ageing)
        .ThenBy(proof => proof.ProvenOn ?? DateOnly.MinValue)
        .FirstOrDefault();

    /// <summary>How long things took, where a drill says so.</summary>
    public MeasuredDurations Measured => MeasuredBy.Of(Paths);

    /// <param name="estate">All stacks.</param>
    /// <param name="graphs">What they declare.</param>
    /// <param name="given">What drills wrote.</param>
    /// <param name="today">The day on which ages are looked at.</param>
    /// <exception cref="RunException">The declaration of the drill failed.</exception>
    public static async Task<RecoveryProofs> OfAsync(Estate estate, IReadOnlyList<StackGraph> graphs, GivenEvidence given, DateOnly today)
    {
        var paths = RecoveryPaths.Of(estate);
        var exercised = await ExercisedAsync(paths, estate, graphs, given.Drill);
        return new(
            [.. paths.Select(path => PathProof.Of(path, exercised[path.Id], given.Files, today))],
            [.. given.Files.Where(file => file.Evidence is null)]);
    }

    /// <summary>The hash of what each path exercises, by path.</summary>
    /// <param name="paths">The paths.</param>
    /// <param name="estate">All stacks.</param>
    /// <param name="graphs">What they declare.</param>
    /// <param name="drill">The file of a drill; null where there is none.</param>
    /// <exception cref="RunException">The declaration of the drill failed.</exception>
    public static async Task<IReadOnlyDictionary<string, string>> ExercisedAsync(
        IReadOnlyList<RecoveryPath> paths, Estate estate, IReadOnlyList<StackGraph> graphs, DrillSettings? drill)
    {
        var drills = await ReferenceDrill.GraphsOfAsync(paths, estate, drill);
        return paths.ToDictionary(path => path.Id, path => TopologyPart.HashOf(path, estate.Stacks, graphs, drills.GetValueOrDefault(path.Id)));
    }
}
