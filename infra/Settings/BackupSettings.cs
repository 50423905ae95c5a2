namespace MlTa.Settings;

/// <summary>AWS Backup: the daily recovery point, its copies, and what protects them.</summary>
public sealed record BackupSettings
{
    /// <summary>
    /// When the daily backup starts, in UTC, as an AWS cron expression of six fields. Keep it clear of the database's windows:
    /// jobs that meet them wait or fail.
    /// </summary>
    public required string Schedule { get; init; }

    /// <summary>How long a job may wait to start, at least 60. It counts into the age of the newest copy.</summary>
    public required int StartWindowMinutes { get; init; }

    /// <summary>After this a job that has not finished is cancelled.</summary>
    public required int CompletionWindowMinutes { get; init; }

    /// <summary>How long a recovery point stays in its own region.</summary>
    public required int DeleteAfterDays { get; init; }

    /// <summary>How long a copy stays in each other region. Must lie within that region's vault lock, or the copy fails.</summary>
    public required int CopyDeleteAfterDays { get; init; }

    /// <summary>What this region's vault accepts.</summary>
    public required VaultLockSettings Lock { get; init; }

    /// <summary>Restores a copy regularly and deletes it again. Only in regions that receive copies.</summary>
    public RestoreTestSettings? RestoreTest { get; init; }
}
