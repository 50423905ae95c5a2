namespace MlTa.Recovery.Evidence;

/// <summary>What is known about one recovery path.</summary>
public sealed record PathProof
{
    public required RecoveryPath Path { get; init; }

    public required PathState State { get; init; }

    /// <summary>The file that decides the state; null where there is none.</summary>
    public required EvidenceFile? Decisive { get; init; }

    /// <summary>The day of the decisive drill or, if that failed, of the newest one that passed; null for none.</summary>
    public required DateOnly? ProvenOn { get; init; }

    /// <summary>How old that is; null for none.</summary>
    public required int? AgeDays { get; init; }

    /// <summary>The drills whose measurements count: passed, on today's topology, and not too old. The oldest first.</summary>
    public required IReadOnlyList<EvidenceFile> Counted { get; init; }

    /// <summary>What the decisive drill achieved; null unless it passed.</summary>
    public Achieved? Achieved => Decisive?.Evidence is { Passed: true } evidence ? evidence.Achieved : null;

    /// <summary>
    /// The newest file of a path decides: if that drill failed, the path is not proven, however good the one before was. Otherwise the newest one
    /// on today's topology does.
    /// </summary>
    /// <param name="path">The path.</param>
    /// <param name="exercised">The hash of its part of the topology today.</param>
    /// <param name="files">All that were read; those that are refused, or are about other paths, do not count.</param>
    /// <param name="today">The day on which ages are looked at.</param>
    public static PathProof Of(RecoveryPath path, string exercised, IReadOnlyList<EvidenceFile> files, DateOnly today)
    {
        var drills = files
            .Where(file => file.Evidence?.Path == path.Id)
            .OrderBy(file => file.Evidence!.FinishedAt)
            .ThenBy(file => file.Name, StringComparer.Ordinal)
            // One that was kept twice is still one drill.
            .DistinctBy(file => (file.Evidence!.Drill, file.Evidence.StartedAt, file.Evidence.FinishedAt, file.Evidence.Passed))
            .ToList();
        var passed = drills.Where(file => file.Evidence!.Passed).ToList();
        var same = passed.Where(file => file.Evidence!.Exercised == exercised).ToList();
        var (state, decisive) = (drills, same) switch
        {
            ([], _) => (PathState.Never, null),
            ([.., { Evidence.Passed: false } failed], _) => (PathState.Failed, failed),
            (_, []) => (PathState.Stale, passed[^1]),
            (_, [.., var newest]) => (OfAge(path.Interval, AgeOf(newest, today)), newest),
        };
        var proven = state == PathState.Failed ? passed.LastOrDefault() : decisive;
        return new()
        {
            Path = path,
            State = state,
            Decisive = decisive,
            ProvenOn = proven is null ? null : DayOf(proven),
            AgeDays = proven is null ? null : AgeOf(proven, today),
            Counted = state is PathState.Proven or PathState.Ageing ? [.. same.Where(file => AgeOf(file, today) <= Intervals.MeasuredDays(path.Interval))] : [],
        };
    }

    internal static DateOnly DayOf(EvidenceFile file) => DateOnly.FromDateTime(file.Evidence!.FinishedAt.UtcDateTime);

    private static int AgeOf(EvidenceFile file, DateOnly today) => today.DayNumber - DayOf(file).DayNumber;

    private static PathState OfAge(Interval interval, int days) =>
        days <= Intervals.ProvenDays(interval) ? PathState.Proven
        : days <= Intervals.MeasuredDays(interval) ? PathState.Ageing
        : PathState.Expired;
}
