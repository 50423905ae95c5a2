using System.Text.Json;

namespace MlTa.Tests.Drills.Runners;

/// <summary>What the AWS CLI prints, with what it says beside it left out.</summary>
internal static class RestorePoints
{
    public static string Vault(params (string Arn, string Status)[] points) => JsonSerializer.Serialize(new
    {
        RecoveryPoints = points.Select(point => new { RecoveryPointArn = point.Arn, point.Status, ResourceType = "RDS" }),
    });

    /// <param name="snapshots">The ARN, when the data were taken, and when the copy was made.</param>
    public static string Snapshots(params (string Arn, string? Original, string Copied)[] snapshots) => SnapshotsOf("ml-ta-production", snapshots);

    public static string SnapshotsOf(string database, params (string Arn, string? Original, string Copied)[] snapshots) => JsonSerializer.Serialize(new
    {
        DBSnapshots = snapshots.Select(snapshot => new
        {
            DBInstanceIdentifier = database,
            DBSnapshotArn = snapshot.Arn,
            Status = "available",
            SnapshotType = "awsbackup",
            OriginalSnapshotCreateTime = snapshot.Original,
            SnapshotCreateTime = snapshot.Copied,
        }),
    });

    /// <param name="backups">The database's region, the ID, and the latest time to which can be restored.</param>
    public static string AutomatedBackups(params (string Region, string Id, string? Latest)[] backups) => JsonSerializer.Serialize(new
    {
        DBInstanceAutomatedBackups = backups.Select(backup => new
        {
            DBInstanceArn = $"arn:aws:rds:{backup.Region}:111122223333:db:ml-ta-production",
            DBInstanceIdentifier = "ml-ta-production",
            DBInstanceAutomatedBackupsArn = $"arn:aws:rds:us-east-1:111122223333:auto-backup:{backup.Id}",
            RestoreWindow = new { EarliestTime = "2026-11-09T00:00:00Z", LatestTime = backup.Latest },
        }),
    });
}
