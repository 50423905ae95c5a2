using MlTa.Naming;
using MlTa.Offline;

namespace MlTa.Recovery.Findings.Rules;

/// <summary>Copies that are late, fail or do not come are noticed.</summary>
internal static class CopyAlarmRules
{
    private const int SecondsPerMinute = 60;

    public static readonly RecoveryRule[] All =
    [
        new("replica-lag-alarmed", Severity.Error,
            "A replica raises an alarm in its own region before it is further behind than the recovery point objective.",
            "The objective is broken for as long as nobody knows, and what is lost in a failover is known only after it.",
            "Declare an alarm on the replica's ReplicaLag whose threshold and time to be sure are within the objective together (objectives.recoveryPointMinutes).",
            "RDS user guide, 'Monitoring read replication'")
        {
            Check = declared =>
                from replica in declared.Databases
                where replica.IsReplica()
                let limit = Limit(replica.Stack)
                where !AlarmsOn(replica).Any(alarm => alarm.FiresAbove() && alarm.Threshold() + alarm.Seconds() <= limit)
                select replica.Gap($"no alarm in {replica.Stack.Region} fires before ReplicaLag is above {limit} seconds"),
        },

        new("replica-stop-alarmed", Severity.Error,
            "A replica that has stopped following raises an alarm.",
            "RDS then reports a lag of -1, which no alarm on a large lag notices.",
            "Declare an alarm on a ReplicaLag below 0.",
            "RDS user guide, 'Monitoring read replication'")
        {
            Check = declared => declared.Databases
                .Where(replica => replica.IsReplica() && !AlarmsOn(replica).Any(alarm => alarm.FiresBelow() && alarm.Threshold() == 0))
                .Select(replica => replica.Gap($"no alarm in {replica.Stack.Region} fires when ReplicaLag is below 0")),
        },

        new("late-objects-alarmed", Severity.Error,
            "Objects that arrive later than the recovery point objective raise an alarm outside the region that sends them.",
            "The other region's models and data are older than anybody thinks, and the region that is behind is the one that may be lost.",
            "Declare an alarm on ReplicationLatency of every rule in the destination's stack.",
            "S3 user guide, 'Monitoring replication with metrics, event notifications, and statuses'")
        {
            Check = declared => Unwatched(declared, "ReplicationLatency", (rule, alarm) => alarm.Stack != rule.From && alarm.Threshold() <= Limit(rule.From), "late objects"),
        },

        new("failed-objects-alarmed", Severity.Error,
            "Objects that cannot be replicated raise an alarm.",
            "S3 tries no more: they are missing in the other region until somebody copies them.",
            "Declare an alarm on OperationsFailedReplication of every rule.",
            "S3 user guide, 'Monitoring replication with metrics, event notifications, and statuses'")
        {
            Check = declared => Unwatched(declared, "OperationsFailedReplication", (_, alarm) => alarm.Threshold() == 0, "failed objects"),
        },

        new("failed-backup-alarmed", Severity.Error,
            "A backup or a copy that fails is told where the vault is.",
            "AWS Backup tells nobody by itself, and the next try is a day later.",
            "Declare an event rule on failed, aborted and expired jobs of AWS Backup, and send it to a topic.",
            "AWS Backup developer guide, 'Monitoring AWS Backup events using Amazon EventBridge'")
        {
            Check = declared =>
                from vault in declared.All(ResourceTypes.Vault)
                where !Events(vault.Stack, "Backup Job State Change", "Copy Job State Change", "FAILED")
                    .Any(rule => vault.Stack.Users(rule, ResourceTypes.EventTarget).Any(target => IsTopic(target.Inputs.Text("arn"))))
                select vault.Gap("no event rule sends failed jobs to a topic"),
        },

        new("missing-backup-alarmed", Severity.Error,
            "A vault into which nothing comes raises an alarm in the vault's own region.",
            "A plan that was deleted, and a region that is lost, report no failure.",
            "Declare an event rule that counts what is completed in the vault, and an alarm on its silence.",
            "AWS Backup developer guide, 'Monitoring AWS Backup events using Amazon EventBridge'; events are delivered as well as AWS can")
        {
            Check = declared =>
                from vault in declared.All(ResourceTypes.Vault)
                let arn = Arns.BackupVault(vault.Stack.Region, vault.Stack.Settings.Account, vault.Resource.Inputs.Text("name") ?? "")
                where !Events(vault.Stack, "COMPLETED", arn).Any(rule => IsMissed(vault.Stack, rule))
                select vault.Gap("no alarm fires when nothing is completed in it"),
        },
    ];

    /// <summary>Whether the topic is there, and reaches anybody, is another rule's.</summary>
    private static bool IsTopic(string? arn) => arn?.StartsWith("arn:aws:sns:", StringComparison.Ordinal) == true;

    private static double Limit(JudgedStack stack) => stack.Settings.Objectives.RecoveryPointMinutes * SecondsPerMinute;

    private static IEnumerable<PlacedResource> AlarmsOn(PlacedResource replica) => replica.Stack.Of(ResourceTypes.Alarm)
        .Select(alarm => new PlacedResource(replica.Stack, alarm))
        .Where(alarm => alarm.Metrics().Any(metric => metric.Is("AWS/RDS", "ReplicaLag") && metric.IsAbout("DBInstanceIdentifier", replica.Resource.Inputs.Text("identifier"))));

    private static IEnumerable<Gap> Unwatched(Declarations declared, string metricName, Func<ObjectReplication, PlacedResource, bool> isGood, string what)
    {
        var alarms = declared.All(ResourceTypes.Alarm).Where(alarm => alarm.FiresAbove())
            .SelectMany(alarm => alarm.Metrics().Where(metric => metric.Is("AWS/S3", metricName)).Select(metric => (Alarm: alarm, Metric: metric)))
            .ToList();
        return from rule in declared.Replications
               where rule.IsOn && rule.Destination is not null
               where !alarms.Any(watched => isGood(rule, watched.Alarm)
                   && watched.Metric.IsAbout("SourceBucket", rule.Configuration.Inputs.Text("bucket"))
                   && watched.Metric.IsAbout("DestinationBucket", rule.Destination!.Resource.Inputs.Text("bucket"))
                   && watched.Metric.IsAbout("RuleId", rule.Id))
               select rule.Gap($"no alarm notices {what}");
    }

    /// <summary>The rules on events of AWS Backup whose pattern has all these words.</summary>
    private static IEnumerable<DeclaredResource> Events(JudgedStack stack, params string[] words) => stack.Of(ResourceTypes.EventRule)
        .Where(rule => rule.Inputs.Text("state") is null or "ENABLED")
        .Where(rule => rule.Inputs.Document("eventPattern").Texts().ToHashSet() is var texts && words.Append("aws.backup").All(texts.Contains));

    private static bool IsMissed(JudgedStack stack, DeclaredResource rule) => stack.Users(rule, ResourceTypes.Alarm)
        .Select(alarm => new PlacedResource(stack, alarm))
        .Any(alarm => alarm.FiresBelow() && alarm.Metrics().Any(metric => metric.Is("AWS/Events", "MatchedEvents")));
}
