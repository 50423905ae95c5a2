namespace MlTa.Recovery.Evidence;

/// <summary>The names of the fields of an evidence file. All are always there; what there is none of is null.</summary>
internal static class EvidenceFields
{
    public const string Version = "version";
    public const string Path = "path";
    public const string Drill = "drill";
    public const string Region = "region";
    public const string Commit = "commit";
    public const string StartedAt = "startedAt";
    public const string FinishedAt = "finishedAt";
    public const string Restored = "restored";
    public const string Phases = "phases";
    public const string Checks = "checks";
    public const string Achieved = "achieved";
    public const string Passed = "passed";
    public const string Exercised = "exercised";
    public const string Digest = "digest";

    public const string Kind = "kind";
    public const string Source = "source";
    public const string Time = "time";

    public const string Id = "id";
    public const string Minutes = "minutes";

    public const string Measured = "measured";
    public const string Limit = "limit";
    public const string Unit = "unit";
    public const string Detail = "detail";

    public const string RecoveryTimeMinutes = "recoveryTimeMinutes";
    public const string RecoveryPointMinutes = "recoveryPointMinutes";

    public const string Hash = "hash";

    public static IReadOnlyList<string> OfFile { get; } =
        [Version, Path, Drill, Region, Commit, StartedAt, FinishedAt, Restored, Phases, Checks, Achieved, Passed, Exercised, Digest];

    public static IReadOnlyList<string> OfRestored { get; } = [Kind, Source, Time];

    public static IReadOnlyList<string> OfPhase { get; } = [Id, StartedAt, FinishedAt, Minutes];

    public static IReadOnlyList<string> OfCheck { get; } = [Id, Passed, Measured, Limit, Unit, Detail];

    public static IReadOnlyList<string> OfAchieved { get; } = [RecoveryTimeMinutes, RecoveryPointMinutes];

    public static IReadOnlyList<string> OfExercised { get; } = [Hash];
}
