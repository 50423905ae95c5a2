namespace MlTa.Settings.Drills;

/// <summary>
/// What is restored: a recovery point, or a moment of the point-in-time copy. Always named, never "the newest": a newer one at the next <c>up</c>
/// would replace the database. <c>choose-restore-point.sh</c> finds the newest and writes it here.
/// </summary>
public sealed record DrillRestoreSettings
{
    /// <summary>
    /// The ARN of a snapshot in the drill's region. AWS Backup's are <c>arn:aws:rds:REGION:ACCOUNT:snapshot:awsbackup:...</c>.
    /// </summary>
    public string? RecoveryPoint { get; init; }

    /// <summary>The point-in-time copy in the drill's region, <c>arn:aws:rds:REGION:ACCOUNT:auto-backup:...</c>.</summary>
    public string? AutomatedBackupsArn { get; init; }

    /// <summary>
    /// The moment that the data is of, UTC in quotes, such as <c>"2026-11-23T03:05:00Z"</c>: of a copied snapshot its original's time, not the copy's.
    /// Checks are measured against it. Of a point-in-time copy it is also the moment that is restored.
    /// </summary>
    public required string Time { get; init; }
}
