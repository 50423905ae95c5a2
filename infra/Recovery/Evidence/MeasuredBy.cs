using MlTa.Recovery.Time;

namespace MlTa.Recovery.Evidence;

/// <summary>What drills measured, as durations of the recovery model.</summary>
internal static class MeasuredBy
{
    /// <summary>
    /// From all drills that count, on whichever path: the shortest, the median and the longest time. The median, as one drill that went well or
    /// badly is not the rule. A single drill has the same number three times: it has shown no more.
    /// </summary>
    public static MeasuredDurations Of(IReadOnlyList<PathProof> proofs) => new(
        from proof in proofs
        from file in proof.Counted
        from phase in file.Evidence!.Phases
        where proof.Path.Measures.Contains(phase.Id)
        orderby PathProof.DayOf(file), file.Name
        group (File: file, phase.Minutes) by phase.Id into same
        select new Duration(same.Key, RangeOf([.. same.Select(each => each.Minutes).Order()]), Grade.Measured, SourceOf([.. same.Select(each => each.File)])));

    private static MinuteRange RangeOf(IReadOnlyList<double> minutes) =>
        new(minutes[0], (minutes[(minutes.Count - 1) / 2] + minutes[minutes.Count / 2]) / 2, minutes[^1]);

    private static string SourceOf(IReadOnlyList<EvidenceFile> files)
    {
        var last = $"{PathProof.DayOf(files[^1]):yyyy-MM-dd}";
        return $"measured {(files.Count == 1 ? $"on {last}" : $"{files.Count} times, last on {last}")}: {string.Join(", ", files.Select(file => file.Name))}";
    }
}
