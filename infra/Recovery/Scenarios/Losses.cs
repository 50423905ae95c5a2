using System.Text.Json.Nodes;
using MlTa.Naming;
using MlTa.Offline;
using MlTa.Recovery.Time;

namespace MlTa.Recovery.Scenarios;

/// <summary>What each store loses, as far as the declarations bound it.</summary>
public static class Losses
{
    public const string Database = "database";

    private const double SecondsPerMinute = 60;
    private const double MinutesPerHour = 60;

    /// <summary>What AWS Backup takes where a rule does not say: 8 hours (AWS Backup API, StartBackupJob).</summary>
    private const double DefaultStartWindowMinutes = 480;

    /// <summary>RDS uploads a database's log every five minutes (RDS user guide, "Restoring a DB instance to a specified time").</summary>
    private const double LogUploadMinutes = 5;

    /// <summary>Nothing is lost: it is the same data, or writing stopped before it was copied.</summary>
    public static IReadOnlyList<StoreLoss> None(string why) =>
    [
        new(Database, why, MinuteRange.Zero, Grade.Documented, why),
        .. Enum.GetValues<BucketPurpose>().Select(purpose => new StoreLoss(Words.Kebab(purpose), why, MinuteRange.Zero, Grade.Documented, why)),
    ];

    /// <summary>The standby's replica and buckets take over.</summary>
    public static IReadOnlyList<StoreLoss> OfFailover(StackGraph left, StackGraph taken) => [Replica(taken), .. Objects(left, taken)];

    /// <summary>The archive's copies are all there is.</summary>
    public static IReadOnlyList<StoreLoss> OfColdRestore(StackGraph left, StackGraph archive, MeasuredDurations? measured = null) =>
        [RecoveryPoint(left, archive, (measured ?? MeasuredDurations.None).Of(Durations.BackupAndCopy)), .. Objects(left, archive)];

    /// <summary>Everything between the damage and the pause, good or bad; objects keep their old versions.</summary>
    /// <param name="untilPause">How long after the damage writing stops.</param>
    public static IReadOnlyList<StoreLoss> OfContent(MinuteRange untilPause) =>
    [
        new(Database, "point-in-time recovery to the moment before the damage",
            untilPause + MinuteRange.Exactly(LogUploadMinutes), Grade.Assumed,
            "until somebody notices and writing stops, and 5 minutes of log (RDS user guide, \"Restoring a DB instance to a specified time\"); it is in the emergency snapshot, to be merged by hand"),
        .. None("old versions of objects").Skip(1),
    ];

    /// <summary>
    /// The newest moment that all copies have reached. Objects keep their old versions, so that they can go back to it. A promoted database cannot: it
    /// stays ahead, and may name models that the bucket does not have yet.
    /// </summary>
    public static MinuteRange? Together(IReadOnlyList<StoreLoss> stores) =>
        stores.Any(store => store.Minutes is null) ? null : stores.Select(store => store.Minutes!.Value).Aggregate(MinuteRange.Zero, MinuteRange.Longest);

    /// <summary>As far behind as the alarm lets it be without a word.</summary>
    private static StoreLoss Replica(StackGraph standby)
    {
        var alarm = standby.Resources.FirstOrDefault(resource => resource.Type == "aws:cloudwatch/metricAlarm:MetricAlarm"
            && (string?)resource.Inputs["metricName"] == "ReplicaLag" && Number(resource.Inputs["threshold"]) > 0);
        return alarm is null
            ? new(Database, "read replica", null, Grade.Assumed, "AWS gives no bound for the lag, and no alarm bounds it")
            : new(
                Database,
                "read replica",
                new(0, 1, (Number(alarm.Inputs["threshold"]) + Number(alarm.Inputs["period"]) * Number(alarm.Inputs["evaluationPeriods"])) / SecondsPerMinute),
                Grade.Assumed,
                "at most what the lag alarm lets pass before it wakes somebody; as a rule a minute, which is assumed, as AWS gives no figure");
    }

    private static IEnumerable<StoreLoss> Objects(StackGraph left, StackGraph taken) =>
        from purpose in Enum.GetValues<BucketPurpose>()
        let minutes = ReplicationMinutes(left, taken, Words.Kebab(purpose))
        select minutes is null
            ? new StoreLoss(Words.Kebab(purpose), "replicated objects", null, Grade.Assumed, "no replication time control: S3 gives no bound")
            : new StoreLoss(Words.Kebab(purpose), "replicated objects", MinuteRange.Exactly(minutes.Value), Grade.Documented, "S3 Replication Time Control SLA: 99.9 % of objects of a month; the others may come later");

    private static double? ReplicationMinutes(StackGraph left, StackGraph taken, string bucket)
    {
        var destinations = taken.Resources.Where(resource => resource.Type == "aws:s3/bucket:Bucket" && resource.Name == bucket).Select(resource => Arns.Bucket((string)resource.Inputs["bucket"]!));
        var sources = left.Resources.Where(resource => resource.Type == "aws:s3/bucket:Bucket" && resource.Name == bucket).Select(resource => (string)resource.Inputs["bucket"]!);
        return (from replication in left.Resources
                where replication.Type == "aws:s3/bucketReplicationConfig:BucketReplicationConfig" && sources.Contains((string)replication.Inputs["bucket"]!)
                from rule in replication.Inputs["rules"] as JsonArray ?? []
                where (string?)rule!["status"] == "Enabled" && destinations.Contains((string?)rule["destination"]!["bucket"])
                let time = rule["destination"]!["replicationTime"]
                where (string?)time?["status"] == "Enabled"
                select (double?)Number(time["time"]!["minutes"])).FirstOrDefault();
    }

    private static StoreLoss RecoveryPoint(StackGraph left, StackGraph archive, Duration copying)
    {
        var vaults = archive.Resources.Where(resource => resource.Type == "aws:backup/vault:Vault").Select(vault => (string?)vault.Inputs["name"]).ToHashSet();
        var rule = left.Resources
            .Where(resource => resource.Type == "aws:backup/plan:Plan")
            .SelectMany(plan => plan.Inputs["rules"] as JsonArray ?? [])
            .FirstOrDefault(rule => (rule!["copyActions"] as JsonArray ?? []).Any(copy => vaults.Contains(((string)copy!["destinationVaultArn"]!).Split(':')[^1])));
        if (rule is null)
        {
            return new(Database, "recovery point", null, Grade.Assumed, "no plan copies recovery points there");
        }

        var schedule = (string?)rule["schedule"] ?? "none";
        return BackupSchedule.GapMinutes(schedule) is { } gap
            ? new(
                Database,
                "recovery point",
                new MinuteRange(0, gap / 2, gap + (rule["startWindow"] is { } window ? Number(window) : DefaultStartWindowMinutes)) + copying.Minutes,
                copying.Grade,
                $"the schedule's gap of {gap / MinutesPerHour:0} h, its start window, and the time to back up and to copy, which is {copying.Source}")
            : new(Database, "recovery point", null, Grade.Assumed, $"the schedule {schedule} is neither daily nor weekly, so nobody has said how far apart its runs are");
    }

    private static double Number(JsonNode? node) => node?.GetValue<long>() ?? 0;
}
