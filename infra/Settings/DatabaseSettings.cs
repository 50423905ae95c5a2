namespace MlTa.Settings;

public sealed record DatabaseSettings
{
    /// <summary>
    /// Number of this stack's database lineage, different in every stack. It is part of the names: a new number is a
    /// new database, the old one is not renamed.
    /// </summary>
    public required int Generation { get; init; }

    /// <summary>
    /// The writer that this database was made from, as a replica. Keep it after a promotion: without it the database is
    /// declared as one that began as the writer, and the provider would modify or replace it.
    /// </summary>
    public DatabaseSourceSettings? Source { get; init; }

    /// <summary>
    /// The backup that this database was made from, in place of a <see cref="Source"/>. Keep it: without it the database is
    /// declared as one that began empty, and the provider would modify or replace it.
    /// </summary>
    public DatabaseRestoreSettings? RestoredFrom { get; init; }

    /// <summary>
    /// Earlier lineages of this stack whose data must not be lost: closed to everybody, following nobody. Move a lineage here as
    /// it is when a new <see cref="Generation"/> takes its place. Sizes, windows and the engine's version are those of the
    /// current lineage, so release the kept ones before an upgrade.
    /// </summary>
    public IReadOnlyList<DatabaseLineageSettings> Kept { get; init; } = [];

    /// <summary>
    /// Snapshots to take of the current or a kept lineage, once writes are paused. An entry leaves the list together with its
    /// lineage; the snapshot stays in RDS.
    /// </summary>
    public IReadOnlyList<EmergencySnapshotSettings> EmergencySnapshots { get; init; } = [];

    /// <summary>
    /// The same in all stacks, or the promoted database is too small for the load that it inherits.
    /// </summary>
    public required string InstanceClass { get; init; }

    /// <summary>
    /// PostgreSQL, major version only, the same in all stacks: a replica gets its source's version, and a cold restore its
    /// backup's. Fixed for a lineage: an upgrade is a new generation, because a replica in another region cannot follow one.
    /// </summary>
    public required int EngineMajorVersion { get; init; }

    /// <summary>Storage at creation; a replica gets its source's.</summary>
    public required int AllocatedStorageGiB { get; init; }

    /// <summary>Where storage autoscaling stops.</summary>
    public required int MaximumStorageGiB { get; init; }

    /// <summary>
    /// A standby instance in a second zone. Keep it true on a standby as well: turning it on during a failover adds a
    /// second modification after the promotion.
    /// </summary>
    public required bool MultiAz { get; init; }

    /// <summary>
    /// Days of point-in-time recovery in the own region, 1 to 35, in every role. With 0 a promoted database would have
    /// no backups at all.
    /// </summary>
    public required int BackupRetentionDays { get; init; }

    /// <summary>
    /// Days of point-in-time recovery of the other region's database, kept in this region while on standby. Only read when
    /// the copy is first made; to change it, stop the copy in RDS first.
    /// </summary>
    public required int PointInTimeCopyDays { get; init; }

    /// <summary>
    /// Daily backup window, UTC, <c>hh:mm-hh:mm</c>. A replica cannot be promoted while it is being backed up: keep it
    /// away from the hours in which drills are held.
    /// </summary>
    public required string BackupWindow { get; init; }

    /// <summary>
    /// Weekly maintenance window, UTC, <c>ddd:hh:mm-ddd:hh:mm</c>, not overlapping the backup window. Let the standby's come
    /// before the writer's: RDS wants replicas upgraded before their source.
    /// </summary>
    public required string MaintenanceWindow { get; init; }

    /// <summary>
    /// How much write-ahead log the writer keeps for a replica that does not answer. Without a limit a dead standby
    /// fills the writer's disk; with too low a limit the replica has to be built again.
    /// </summary>
    public required int ReplicaLogLimitGiB { get; init; }

    /// <summary>The lineage that the stack's role is about; as it is, an entry for <see cref="Kept"/>.</summary>
    [NotAKey]
    public DatabaseLineageSettings Lineage => new() { Generation = Generation, Source = Source, RestoredFrom = RestoredFrom };

    /// <summary>The current lineage, then the kept ones.</summary>
    [NotAKey]
    public IEnumerable<DatabaseLineageSettings> Lineages => [Lineage, .. Kept];
}
