using MlTa.Recovery.Moves;
using MlTa.Recovery.Time;
using MlTa.Settings;
using MlTa.Settings.Rules;

namespace MlTa.Recovery.Evidence;

/// <summary>The ways back that can be proven: the recovery plan's four monthly tests, and its quarterly exercise.</summary>
public static class RecoveryPaths
{
    public const string DatabaseFailover = "database-failover";
    public const string ApplicationRecovery = "application-recovery";
    public const string ObjectReplication = "object-replication";

    /// <summary>
    /// A database that moves to its other zone, and the connections that find it there: less than what the model calls the loss of a zone, so it
    /// stands beside it.
    /// </summary>
    private const string DatabaseZoneFailover = "database.zone-failover";

    /// <summary>Nodes of a zone that are replaced, until what ran on them answers again.</summary>
    private const string NodesReturn = "zone.nodes-return";

    /// <summary>One for each direction: what takes over is another stack.</summary>
    private const string RegionalFailover = "regional-failover-";
    private const string RestoreCopy = "restore-copy-";
    private const string RestorePointInTime = "restore-point-in-time-";

    /// <summary>The plan wants one restore a month. The ways to restore take turns (infra/Drills/monthly-choice.sh), so each has its own once a quarter.</summary>
    private const Interval OneOfThree = Interval.Quarterly;

    private static readonly string[] s_regional = [RestoreCopy, RestorePointInTime, RegionalFailover];

    /// <summary>What api.sh asks, from within a drill or as users do.</summary>
    private static readonly string[] s_serviceChecks = ["api-live", "api-ready", "api-database", "api-redis", "api-models", "api-active"];

    /// <summary>What the scripts of infra/Drills/Checks look at in everything that is restored.</summary>
    private static readonly string[] s_restoreChecks =
    [
        "writable", "schema", "row-counts", "recent-rows", "gaps", EvidenceCheck.RecoveryPoint,
        "cache-ping", "cache-role", "cache-round-trip",
        "models-listed", "models-readable",
        .. s_serviceChecks,
    ];

    /// <summary>run-experiment.sh says with it how an experiment ended.</summary>
    private static readonly string[] s_experimentChecks = ["experiment"];

    /// <summary>
    /// What a drill's stack makes as production would. Not its cache, which is smaller; and its database is in one zone, as a second one can be
    /// added once it serves.
    /// </summary>
    private static readonly string[] s_drillMeasures =
        [Durations.Restore.Id, Durations.Cluster.Id, Durations.Nodes.Id, Durations.Addon.Id, Durations.PodsStart.Id];

    /// <summary>What the scripts of the exercise, and the engine's events, say of it. Nobody measures the people.</summary>
    private static readonly string[] s_exerciseMeasures =
        [Durations.Promotion.Id, Durations.ReplicaCatchesUp.Id, Durations.ModifyDatabase.Id, Durations.PodsStart.Id, Durations.PodsStop.Id];

    /// <summary>What there is to prove for these stacks: another role, or another region, is another list.</summary>
    public static IReadOnlyList<RecoveryPath> Of(Estate estate)
    {
        var active = estate.Active!;
        return
        [
            .. active.ExistingPeers
                .Where(peer => estate.Has(peer.Stack))
                .Select(peer => CopyIn(active, estate[peer.Stack])),
            .. estate.Stacks
                .Where(stack => stack is { Role: Role.Standby, HasDatabase: true, Database.Source: not null })
                .Select(standby => PointInTimeIn(active, standby)),
            .. active.Database.MultiAz ? new[] { ZonesOf(active) } : [],
            PodsOf(active),
            .. active.Tier == Tier.Serving && active.ExistingPeers.Any() ? new[] { ObjectsOf(active, estate) } : [],
            .. estate.Standby is { HasDatabase: true } standby ? new[] { FailoverOf(active, standby) } : [],
        ];
    }

    /// <summary>Whether it is, was or will be a path of some estate: what a drill proved before a failover is not wrong after it.</summary>
    public static bool IsKnown(string id) =>
        id is DatabaseFailover or ApplicationRecovery or ObjectReplication || (RegionOf(id) is { } region && AwsRegions.IsKnown(region));

    /// <summary>The region that a path names; null for one that is wherever the active stack is.</summary>
    internal static string? RegionOf(string id) =>
        s_regional.FirstOrDefault(prefix => id.StartsWith(prefix, StringComparison.Ordinal)) is { } prefix ? id[prefix.Length..] : null;

    /// <summary>What is restored on it; null where nothing is.</summary>
    internal static string? KindOf(string id) =>
        id.StartsWith(RestoreCopy, StringComparison.Ordinal) ? RestoredData.Copy
        : id.StartsWith(RestorePointInTime, StringComparison.Ordinal) ? RestoredData.PointInTime
        : null;

    /// <summary>The phase without which a path was not walked; null for a path that nobody knows.</summary>
    internal static string? PhaseOf(string id) => id switch
    {
        DatabaseFailover => DatabaseZoneFailover,
        ApplicationRecovery => NodesReturn,
        ObjectReplication => Durations.ObjectsArrive.Id,
        _ when IsRegionalFailover(id) => Durations.Promotion.Id,
        _ => KindOf(id) is null ? null : Durations.Restore.Id,
    };

    /// <summary>The checks without which a path is not proven.</summary>
    internal static IReadOnlyList<string> ChecksOf(string id) =>
        KindOf(id) is not null ? s_restoreChecks
        : IsRegionalFailover(id) ? s_serviceChecks
        : s_experimentChecks;

    private static bool IsRegionalFailover(string id) => id.StartsWith(RegionalFailover, StringComparison.Ordinal);

    private static RecoveryPath CopyIn(StackSettings active, StackSettings keeper) => new()
    {
        Id = RestoreCopy + keeper.Region,
        Region = keeper.Region,
        Interval = OneOfThree,
        Measures = s_drillMeasures,
        Checks = s_restoreChecks,
        Restores = RestoredData.Copy,
        Part = [new(active.Stack, [.. PartTypes.Database, .. PartTypes.RecoveryPoints]), new(keeper.Stack, PartTypes.Vault) { UsedTypes = PartTypes.Key }],
    };

    private static RecoveryPath PointInTimeIn(StackSettings active, StackSettings standby) => new()
    {
        Id = RestorePointInTime + standby.Region,
        Region = standby.Region,
        Interval = OneOfThree,
        Measures = s_drillMeasures,
        Checks = s_restoreChecks,
        Restores = RestoredData.PointInTime,
        Part = [new(active.Stack, PartTypes.Database), new(standby.Stack, PartTypes.PointInTimeCopy) { UsedTypes = PartTypes.Key }],
    };

    private static RecoveryPath ZonesOf(StackSettings active) => new()
    {
        Id = DatabaseFailover,
        Region = active.Region,
        Interval = Interval.Monthly,
        Measures = [DatabaseZoneFailover],
        Checks = s_experimentChecks,
        Part = [new(active.Stack, [.. PartTypes.Database, .. PartTypes.DatabasePlace])],
    };

    private static RecoveryPath PodsOf(StackSettings active) => new()
    {
        Id = ApplicationRecovery,
        Region = active.Region,
        Interval = Interval.Monthly,
        Measures = [NodesReturn],
        Checks = s_experimentChecks,
        Part = [new(active.Stack, [.. PartTypes.Pods, .. PartTypes.Compute])],
    };

    private static RecoveryPath ObjectsOf(StackSettings active, Estate estate) => new()
    {
        Id = ObjectReplication,
        Region = active.Region,
        Interval = Interval.Monthly,
        Measures = [Durations.ObjectsArrive.Id],
        Checks = s_experimentChecks,
        Part =
        [
            new(active.Stack, [.. PartTypes.Buckets, .. PartTypes.Replication]),
            .. active.ExistingPeers.Where(peer => estate.Has(peer.Stack)).Select(peer => new PartSelection(peer.Stack, PartTypes.Buckets)),
        ],
    };

    private static RecoveryPath FailoverOf(StackSettings active, StackSettings standby) => new()
    {
        Id = RegionalFailover + standby.Region,
        Region = standby.Region,
        // The next quarter's exercise goes the other way.
        Interval = Interval.HalfYearly,
        Measures = s_exerciseMeasures,
        Checks = s_serviceChecks,
        LeavesAnotherLineage = true,
        Part = [.. new[] { active, standby }.Select(stack => new PartSelection(stack.Stack, PartTypes.Serving))],
    };
}
