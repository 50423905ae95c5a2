namespace MlTa.Settings;

/// <summary>
/// The backup that a database was restored from: a snapshot, or else the moment <see cref="Time"/> of either a kept lineage or the
/// point-in-time copy. Read when the database is made, and never again.
/// </summary>
public sealed record DatabaseRestoreSettings
{
    /// <summary><see cref="Time"/>'s other value.</summary>
    public const string Latest = "latest";

    /// <summary>
    /// A snapshot in this region: its name or ARN; AWS Backup's are <c>arn:aws:rds:REGION:ACCOUNT:snapshot:awsbackup:...</c>. The
    /// database stays under the snapshot's key.
    /// </summary>
    public string? Snapshot { get; init; }

    /// <summary>A kept lineage of this stack, restored as it was at <see cref="Time"/>.</summary>
    public int? Generation { get; init; }

    /// <summary>The point-in-time copy in this region of another region's database, restored as it was at <see cref="Time"/>.</summary>
    public string? AutomatedBackupsArn { get; init; }

    /// <summary>UTC in quotes, such as <c>"2026-11-23T03:05:00Z"</c>, or <c>latest</c>. Not with a snapshot, which is of one moment.</summary>
    public string? Time { get; init; }
}
