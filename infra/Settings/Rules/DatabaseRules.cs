namespace MlTa.Settings.Rules;

internal static class DatabaseRules
{
    /// <summary>Automated backups of a PostgreSQL replica need 14.1 or newer (RDS user guide, "Working with read replicas for RDS for PostgreSQL").</summary>
    private const int OldestMajorVersion = 15;

    /// <summary>RDS API, CreateDBInstance: gp3 storage of PostgreSQL.</summary>
    private const int MinimumStorageGiB = 20;
    private const int MaximumStorageGiB = 65536;

    /// <summary>RDS API, CreateDBInstance: BackupRetentionPeriod. The 0 that RDS allows turns backups off, and replicas with them.</summary>
    private const int MinimumRetentionDays = 1;
    private const int MaximumRetentionDays = 35;

    public static readonly Rule[] All =
    [
        new("database.generation", s => s.Database.Generation < 0, s => $"expected 0 or more, got {s.Database.Generation}"),

        new("database.source", s => s.Role == Role.Standby && s.Database.Source is null,
            _ => "a standby follows a writer, so give its region and generation, got nothing"),

        new("database.source.region", s => s.Role == Role.Standby && s.Database.Source is { } source && !IsServingPeer(s, source.Region),
            s => $"expected the region of a serving peer ({string.Join(", ", ServingPeers(s).Select(peer => peer.Region))}), got '{s.Database.Source!.Region}'"),

        new("database.source.generation", s => s.Role == Role.Standby && s.Database.Source?.Generation == s.Database.Generation,
            s => $"expected another generation than the replica's own, got {s.Database.Generation} for both"),

        new("database.instanceClass", s => !s.Database.InstanceClass.StartsWith("db.", StringComparison.Ordinal),
            s => $"expected an RDS instance class such as db.r6g.large, got '{s.Database.InstanceClass}'"),

        new("database.engineMajorVersion", s => s.Database.EngineMajorVersion < OldestMajorVersion,
            s => $"a replica keeps backups only from PostgreSQL 14.1 on, so give at least {OldestMajorVersion}, got {s.Database.EngineMajorVersion}"),

        new("database.allocatedStorageGiB", s => s.Database.AllocatedStorageGiB is < MinimumStorageGiB or > MaximumStorageGiB,
            s => $"expected {MinimumStorageGiB} to {MaximumStorageGiB}, got {s.Database.AllocatedStorageGiB}"),

        new("database.maximumStorageGiB", s => s.Database.MaximumStorageGiB <= s.Database.AllocatedStorageGiB || s.Database.MaximumStorageGiB > MaximumStorageGiB,
            s => $"expected more than allocatedStorageGiB ({s.Database.AllocatedStorageGiB}) and at most {MaximumStorageGiB}, got {s.Database.MaximumStorageGiB}"),

        new("database.backupRetentionDays", s => s.Database.BackupRetentionDays is < MinimumRetentionDays or > MaximumRetentionDays,
            s => $"expected {MinimumRetentionDays} to {MaximumRetentionDays}, because with 0 a promoted database has no backups, got {s.Database.BackupRetentionDays}"),

        new("database.pointInTimeCopyDays", s => s.Database.PointInTimeCopyDays is < MinimumRetentionDays or > MaximumRetentionDays,
            s => $"expected {MinimumRetentionDays} to {MaximumRetentionDays}, got {s.Database.PointInTimeCopyDays}"),

        new("database.backupWindow", s => !DatabaseWindows.IsDaily(s.Database.BackupWindow),
            s => $"expected hh:mm-hh:mm in UTC and at least {DatabaseWindows.MinimumMinutes} minutes, got '{s.Database.BackupWindow}'"),

        new("database.maintenanceWindow", s => !DatabaseWindows.IsWeekly(s.Database.MaintenanceWindow),
            s => $"expected ddd:hh:mm-ddd:hh:mm in UTC and at least {DatabaseWindows.MinimumMinutes} minutes, got '{s.Database.MaintenanceWindow}'"),

        new("database.maintenanceWindow", s => DatabaseWindows.IsDaily(s.Database.BackupWindow) && DatabaseWindows.IsWeekly(s.Database.MaintenanceWindow)
                && DatabaseWindows.Overlap(s.Database.BackupWindow, s.Database.MaintenanceWindow),
            s => $"must not overlap backupWindow ({s.Database.BackupWindow}), got '{s.Database.MaintenanceWindow}'"),

        new("database.replicaLogLimitGiB", s => s.Database.ReplicaLogLimitGiB < 1 || s.Database.ReplicaLogLimitGiB > s.Database.AllocatedStorageGiB / 2,
            s => $"expected 1 to half of allocatedStorageGiB ({s.Database.AllocatedStorageGiB / 2}), or a dead replica fills the disk, got {s.Database.ReplicaLogLimitGiB}"),
    ];

    private static IEnumerable<PeerSettings> ServingPeers(StackSettings settings) => settings.Peers.Where(peer => peer.Tier == Tier.Serving);

    private static bool IsServingPeer(StackSettings settings, string region) => ServingPeers(settings).Any(peer => peer.Region == region);
}
