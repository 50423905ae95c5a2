namespace MlTa.Recovery.Time;

/// <summary>
/// How long things take. AWS publishes no figure for a promotion or a restore, so these are assumed and say so: a drill's measurement takes
/// their place.
/// </summary>
public static class Durations
{
    private const double SecondsPerMinute = 60;

    /// <summary>Named when something needs no time of its own.</summary>
    public static Duration None { get; } = new("none", MinuteRange.Zero, Grade.Documented, "takes no time");

    /// <summary>From a page to somebody who reads it at a keyboard.</summary>
    public static Duration Acknowledge { get; } = Assume("people.acknowledge", 2, 5, 10, "a pager that rings");

    public static Duration DecideFailover { get; } = Assume("people.decide-failover", 5, 15, 30, "one commander, the dashboard and AWS's health page");

    public static Duration DecideRestore { get; } = Assume("people.decide-restore", 5, 10, 20, "finding the moment before the damage");

    public static Duration NoticeDamage { get; } = Assume("people.notice-damage", 5, 15, 60, "no check reads the data itself: somebody has to see it");

    public static Duration EditFiles { get; } = Assume("people.edit-files", 1, 3, 6, "the commands are printed with the plan");

    public static Duration Look { get; } = Assume("people.look", 1, 2, 5, "one number on the dashboard");

    public static Duration Verify { get; } = Assume("people.verify", 10, 15, 30, "the checklist after a recovery, by three people");

    public static Duration ValidateData { get; } = Assume("people.validate-data", 5, 15, 30, "the two integrity queries and what they find");

    /// <summary>Build, login, state and secrets, until the first resource is touched.</summary>
    public static Duration PulumiStart { get; } = Assume("pulumi.start", 1, 3, 6, "a build and a login on a workstation");

    /// <summary>Resources without a duration of their own.</summary>
    public static Duration ApiCalls { get; } = Assume("aws.calls", 0.2, 0.5, 2, "a few calls that nothing waits for");

    /// <summary>
    /// The promotion, and what the provider waits beyond it: a first look after 60 s and three good ones 10 s apart.
    /// </summary>
    public static Duration Promotion { get; } = Assume(
        "database.promotion", 3 + ProviderWaitMinutes, 5 + ProviderWaitMinutes, 15 + ProviderWaitMinutes,
        "RDS user guide, \"Working with DB instance read replicas\": several minutes or longer, by size, with no figure; terraform-provider-aws, internal/service/rds/instance.go, waits 90 s more");

    public static Duration Replica { get; } = Assume(
        "database.replica", 30, 120, 480, "RDS user guide, \"Creating a read replica in a different AWS Region\": can take hours, with no figure");

    public static Duration Restore { get; } = Assume(
        "database.restore", 20, 40, 60, "RDS user guide, \"Restoring to a DB instance\": no figure");

    /// <summary>What is restored is read from S3 when it is first asked for.</summary>
    public static Duration LazyLoad { get; } = Assume(
        "database.lazy-load", 0, 30, 120, "RDS user guide, \"Restoring to a DB instance\": data loads in the background, with no figure");

    public static Duration Snapshot { get; } = Assume("database.snapshot", 3, 10, 30, "RDS user guide, \"Creating a DB snapshot\": by size, with no figure");

    public static Duration ModifyDatabase { get; } = Assume("database.modify", 1.5, 3, 10, "in place and without a restart; terraform-provider-aws waits 90 s");

    /// <summary>Database and cache find the loss by themselves and move their names to another zone; pods connect again.</summary>
    public static Duration ZoneFailover { get; } = Assume(
        "zone.failover", 1, 2, 10,
        "RDS user guide, \"Failing over a Multi-AZ DB instance\": typically 60 to 120 s; for the cache, for nodes and for connections nobody gives a figure");

    public static Duration ReplicaCatchesUp { get; } = Assume("database.catch-up", 1, 5, 15, "bounded by the lag alarm, as nothing is written any more");

    public static Duration ObjectsArrive { get; } = Assume(
        "objects.arrive", 1, 5, 15, "S3 Replication Time Control: 99.9 % within 15 minutes, and nothing new is written");

    /// <summary>What a region takes before a stack can be built in it.</summary>
    public static Duration Bootstrap { get; } = Assume(
        "region.bootstrap", 30, 60, 240, "bucket of the state, key, registry with images and charts, quotas, confirmations");

    /// <summary>Live rules copy no old objects: a batch job does, by their number and size.</summary>
    public static Duration OldObjects { get; } = Assume("objects.batch", 60, 480, 2880, "S3 user guide, \"Replicating existing objects with Batch Replication\": no figure");

    public static Duration Sync { get; } = Assume("database.sync", 5, 30, 240, "the log that was written while the replica was made, against a writer that goes on");

    public static Duration DecideReturn { get; } = Assume("people.decide-return", 15, 60, 1440, "nobody waits: what the region still has is looked at first");

    public static Duration ChooseHour { get; } = Assume("people.choose-hour", 5, 15, 30, "users are told before");

    /// <summary>A recovery point and its copy in another region, on demand.</summary>
    public static Duration BackupAndCopy { get; } = Assume(
        "backup.copy", 30, 120, 360, "RDS user guide, \"Copying a DB snapshot\": a copy to another region can take hours, with no figure");

    public static Duration Cluster { get; } = Assume("cluster.create", 10, 12, 20, "EKS user guide, \"Create an Amazon EKS cluster\": several minutes, with no figure");

    public static Duration Nodes { get; } = Assume("cluster.nodes", 2, 4, 10, "EKS user guide, \"Managed node groups\": a few minutes, with no figure");

    public static Duration Addon { get; } = Assume("cluster.add-on", 1, 2, 5, "pods of one image each");

    public static Duration CacheCreate { get; } = Assume("cache.create", 5, 10, 20, "two nodes in two zones");

    public static Duration CacheWarms { get; } = Assume("cache.warm", 2, 10, 30, "an empty cache, or one that the standby's reads have filled in part");

    public static Duration LoadBalancer { get; } = Assume("traffic.load-balancer", 1, 3, 5, "until it is active");

    public static Duration Certificate { get; } = Assume("traffic.certificate", 1, 5, 30, "ACM user guide, \"DNS validation\": up to 30 minutes for the first answer");

    /// <summary>Images, probes and, where there is no room, new nodes. Pulumi gives up after ten minutes.</summary>
    public static Duration PodsStart { get; } = Assume("workloads.start", 1, 4, 10, "pulumi-kubernetes waits 10 minutes for a deployment at most");

    public static Duration PodsStop { get; } = Assume("workloads.stop", 0.5, 1, 2, "the grace period of the pods");

    /// <summary>How long a change in the DNS takes to reach all name servers of Route 53.</summary>
    public static Duration DnsPropagation { get; } = new(
        "dns.propagation", MinuteRange.Exactly(1), Grade.Documented, "Route 53 API, ChangeResourceRecordSets: generally within 60 s");

    /// <summary>Until records can be changed again after us-east-1 was lost, where accelerated recovery is on.</summary>
    public static Duration AcceleratedRecovery { get; } = Assume(
        "dns.accelerated-recovery", 60, 60, 420,
        "Route 53 developer guide, \"Accelerated recovery\": a target of 60 minutes from when AWS notices; at worst the 7 hours of December 2021, when it did not exist yet");

    /// <summary>How long something of ours takes that a setting decides.</summary>
    public static Duration BySetting(string id, double minutes, string setting) => new(id, MinuteRange.Exactly(minutes), Grade.Documented, setting);

    public static Duration OfSeconds(string id, double seconds, string source) => BySetting(id, seconds / SecondsPerMinute, source);

    private const double ProviderWaitMinutes = 1.5;

    private static Duration Assume(string id, double low, double likely, double high, string basis) =>
        new(id, new(low, likely, high), Grade.Assumed, $"assumed; {basis}");
}
