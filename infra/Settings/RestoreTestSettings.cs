namespace MlTa.Settings;

public sealed record RestoreTestSettings
{
    /// <summary>When a test starts, in UTC, as an AWS cron expression of six fields.</summary>
    public required string Schedule { get; init; }

    /// <summary>How far back the newest recovery point may lie. With fewer days than the schedule's gap a test may find none.</summary>
    public required int SelectionWindowDays { get; init; }

    /// <summary>How long the restored database stays for checks before AWS Backup deletes it.</summary>
    public required int ValidationWindowHours { get; init; }
}
