namespace MlTa.Recovery.Evidence;

/// <summary>What one drill showed: one run of a recovery, from the disaster that was declared to the last check. Times are UTC, in full seconds.</summary>
public sealed record DrillEvidence
{
    /// <summary>Of the file's shape.</summary>
    public const int Version = 1;

    /// <summary>The recovery path that was walked, an ID of <see cref="RecoveryPaths"/>.</summary>
    public required string Path { get; init; }

    /// <summary>The drill's stack, or the name of the exercise.</summary>
    public required string Drill { get; init; }

    /// <summary>Where it was walked.</summary>
    public required string Region { get; init; }

    /// <summary>The commit that was tried, 40 hexadecimal digits; null where nobody said.</summary>
    public string? Commit { get; init; }

    /// <summary>When the disaster was declared.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When the last check or step had ended.</summary>
    public required DateTimeOffset FinishedAt { get; init; }

    /// <summary>Null where nothing was restored.</summary>
    public RestoredData? Restored { get; init; }

    public required IReadOnlyList<EvidencePhase> Phases { get; init; }

    public required IReadOnlyList<EvidenceCheck> Checks { get; init; }

    public required Achieved Achieved { get; init; }

    /// <summary>Whether every check that the path asks for was good, and nothing else failed.</summary>
    public required bool Passed { get; init; }

    /// <summary>Hash of the part of the topology that was exercised (<see cref="TopologyPart"/>).</summary>
    public required string Exercised { get; init; }

    /// <summary>From one moment to another in minutes, as evidence has it: to a hundredth, which is less than a second.</summary>
    public static double MinutesBetween(DateTimeOffset start, DateTimeOffset end) =>
        Math.Round((end - start).TotalMinutes, MinuteDigits, MidpointRounding.AwayFromZero);

    private const int MinuteDigits = 2;
}
