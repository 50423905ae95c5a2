using System.Text.RegularExpressions;

namespace MlTa.Settings.Rules;

internal static partial class DatabaseRules
{
    /// <summary>Automated backups of a PostgreSQL replica need 14.1 or newer (RDS user guide, "Working with read replicas for RDS for PostgreSQL").</summary>
    private const int OldestMajorVersion = 15;

    /// <summary>RDS API, CreateDBInstance: gp3 storage of PostgreSQL.</summary>
    private const int MinimumStorageGiB = 20;
    private const int MaximumStorageGiB = 65536;

    /// <summary>Storage that is allocated must still be able to grow.</summary>
    private const int MaximumAllocatedGiB = MaximumStorageGiB * 10 / 11;

    /// <summary>RDS API, CreateDBInstance: BackupRetentionPeriod. The 0 that RDS allows turns backups off, and replicas with them.</summary>
    private const int MinimumRetentionDays = 1;
    private const int MaximumRetentionDays = 35;

    public static readonly Rule<StackSettings>[] All =
    [
        new("database.generation", s => s.Database.Generation < 0, s => $"expected 0 or more, got {s.Database.Generation}"),

        new("database.source", s => s.Role == Role.Standby && s.Database.Source is null,
            _ => "a standby follows a writer, so give its region and generation, got nothing", "role"),

        new("database.source.region", s => s.Role == Role.Standby && s.Database.Source is { } source && s.Peers.All(peer => peer.Region != source.Region),
            s => $"expected the region of a peer ({string.Join(", ", s.Peers.Select(peer => peer.Region).DefaultIfEmpty("none"))}), got '{s.Database.Source!.Region}'", "role", "peers"),

        new("database.source.generation", s => s.Role == Role.Standby && s.Database.Source?.Generation >= s.Database.Generation,
            s => $"a database never follows a later one, so give the standby a new generation above its source's {s.Database.Source!.Generation}, got {s.Database.Generation}", "role", "database.generation"),

        InstanceClass<StackSettings>(s => s.Database.InstanceClass),

        new("database.engineMajorVersion", s => s.Database.EngineMajorVersion < OldestMajorVersion,
            s => $"a replica keeps backups only from PostgreSQL 14.1 on, so give at least {OldestMajorVersion}, got {s.Database.EngineMajorVersion}"),

        new("database.allocatedStorageGiB", s => s.Database.AllocatedStorageGiB is < MinimumStorageGiB or > MaximumAllocatedGiB,
            s => $"expected {MinimumStorageGiB} to {MaximumAllocatedGiB}, got {s.Database.AllocatedStorageGiB}"),

        new("database.maximumStorageGiB", s => s.Database.MaximumStorageGiB < LeastMaximumStorageGiB(s) || s.Database.MaximumStorageGiB > MaximumStorageGiB,
            s => $"storage grows by a tenth of allocatedStorageGiB ({s.Database.AllocatedStorageGiB}) or more, so give {LeastMaximumStorageGiB(s)} to {MaximumStorageGiB}, got {s.Database.MaximumStorageGiB}", "database.allocatedStorageGiB"),

        new("database.backupRetentionDays", s => s.Database.BackupRetentionDays is < MinimumRetentionDays or > MaximumRetentionDays,
            s => $"RDS keeps at most {MaximumRetentionDays} days, and with 0 a promoted database has no backups, so give {MinimumRetentionDays} to {MaximumRetentionDays}, got {s.Database.BackupRetentionDays}"),

        new("database.pointInTimeCopyDays", s => s.Database.PointInTimeCopyDays is < MinimumRetentionDays or > MaximumRetentionDays,
            s => $"expected {MinimumRetentionDays} to {MaximumRetentionDays}, got {s.Database.PointInTimeCopyDays}"),

        new("database.backupWindow", s => !DatabaseWindows.IsDaily(s.Database.BackupWindow),
            s => $"expected hh:mm-hh:mm in UTC such as 07:00-07:30 and at least {DatabaseWindows.MinimumMinutes} minutes, got '{s.Database.BackupWindow}'"),

        new("database.maintenanceWindow", s => !DatabaseWindows.IsWeekly(s.Database.MaintenanceWindow),
            s => $"expected ddd:hh:mm-ddd:hh:mm in UTC such as sun:08:00-sun:09:00 and at least {DatabaseWindows.MinimumMinutes} minutes, got '{s.Database.MaintenanceWindow}'"),

        new("database.maintenanceWindow", s => DatabaseWindows.IsDaily(s.Database.BackupWindow) && DatabaseWindows.IsWeekly(s.Database.MaintenanceWindow)
                && DatabaseWindows.Overlap(s.Database.BackupWindow, s.Database.MaintenanceWindow),
            s => $"must not overlap backupWindow ({s.Database.BackupWindow}), got '{s.Database.MaintenanceWindow}'", "database.backupWindow"),

        new("database.replicaLogLimitGiB", s => s.Database.ReplicaLogLimitGiB < 1 || s.Database.ReplicaLogLimitGiB > s.Database.AllocatedStorageGiB / 2,
            s => $"a dead replica must not fill the disk, so give 1 to half of allocatedStorageGiB ({s.Database.AllocatedStorageGiB / 2}), got {s.Database.ReplicaLogLimitGiB}", "database.allocatedStorageGiB"),
    ];

    /// <summary>What a stack's database runs on.</summary>
    public static Rule<T> InstanceClass<T>(Func<T, string> instanceClass)
        where T : DeployedSettings => new("database.instanceClass", s => !InstanceClassPattern().IsMatch(instanceClass(s)),
            s => $"expected an RDS instance class such as db.r6g.large, got '{instanceClass(s)}'");

    /// <summary>RDS user guide, "Managing capacity automatically with storage autoscaling": a tenth more than allocated, or the instance is refused.</summary>
    private static long LeastMaximumStorageGiB(StackSettings settings) => (long)Math.Ceiling(settings.Database.AllocatedStorageGiB * 1.1m);

    [GeneratedRegex(@"^db\.[a-z0-9-]+\.[a-z0-9-]+\z")]
    private static partial Regex InstanceClassPattern();
}
