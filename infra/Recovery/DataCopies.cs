using System.Text.Json.Nodes;
using MlTa.Offline;

namespace MlTa.Recovery;

/// <summary>Reads from a graph what is copied where. Judges what was declared, not what was meant.</summary>
public static class DataCopies
{
    /// <summary>What AWS Backup takes where a rule does not say: 8 hours (AWS Backup API, StartBackupJob).</summary>
    private const int DefaultStartWindowMinutes = 480;

    /// <summary>The copies that a stack's resources make, the database's first.</summary>
    public static IEnumerable<DataCopy> Of(StackGraph graph) =>
    [
        .. ReadFrom(graph, "aws:rds/instance:Instance", Replicas),
        .. ReadFrom(graph, "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication", PointInTimeCopies),
        .. ReadFrom(graph, "aws:backup/selection:Selection", selection => RecoveryPoints(graph, selection)),
        .. ReadFrom(graph, "aws:s3/bucketReplicationConfig:BucketReplicationConfig", Objects),
    ];

    private static IEnumerable<DataCopy> ReadFrom(StackGraph graph, string type, Func<DeclaredResource, IEnumerable<DataCopy>> read) =>
        graph.Resources.Where(resource => resource.Type == type).SelectMany(read);

    private static IEnumerable<DataCopy> Replicas(DeclaredResource database) => database.Inputs["replicateSourceDb"] is { } source
        ? [new(
            NameOf(Text(source)),
            // Within a region RDS also takes the name alone.
            RegionOf(Text(source)) ?? database.Region!,
            database.Region!,
            $"read replica {Text(database.Inputs["identifier"])}",
            "as old as its replication lag, for which AWS gives no bound")]
        : [];

    private static IEnumerable<DataCopy> PointInTimeCopies(DeclaredResource copy)
    {
        var sourceArn = Text(copy.Inputs["sourceDbInstanceArn"]);
        return [new(
            NameOf(sourceArn),
            RegionOf(sourceArn)!,
            copy.Region!,
            $"snapshots and logs, kept {copy.Inputs["retentionPeriod"]} days",
            "5 min of log and the time to copy it, for which AWS gives no figure")];
    }

    /// <summary>A plan copies nothing until something is selected for it.</summary>
    private static IEnumerable<DataCopy> RecoveryPoints(StackGraph graph, DeclaredResource selection) =>
        from plan in graph.Resources
        where plan.Type == "aws:backup/plan:Plan" && selection.DataDependsOn.Contains(plan.Urn)
        from tag in Items(selection.Inputs["selectionTags"])
        from rule in Items(plan.Inputs["rules"])
        from copy in Items(rule["copyActions"])
        select new DataCopy(
            $"databases tagged {Text(tag["key"])}={Text(tag["value"])}",
            plan.Region!,
            RegionOf(Text(copy["destinationVaultArn"]))!,
            $"recovery point, {Text(rule["schedule"])}, {Retention(copy, rule)}",
            $"the schedule's gap, up to {rule["startWindow"] ?? DefaultStartWindowMinutes} min to start, and the time to back up and copy");

    /// <summary>A copy without a lifecycle of its own gets that of its source.</summary>
    private static string Retention(JsonObject copy, JsonObject rule) =>
        (copy["lifecycle"] ?? rule["lifecycle"])?["deleteAfter"] is { } days ? $"kept {days} days" : "kept for good";

    private static IEnumerable<DataCopy> Objects(DeclaredResource replication) =>
        from rule in Items(replication.Inputs["rules"])
        where IsEnabled(rule)
        let destination = rule["destination"]!
        select new DataCopy(
            Text(replication.Inputs["bucket"]),
            replication.Region!,
            // A bucket's ARN does not say where it is. Its key does, because S3 wants that in the same region.
            destination["encryptionConfiguration"]?["replicaKmsKeyId"] is { } key && RegionOf(Text(key)) is { } region ? region : Text(destination["bucket"]),
            "replication of new objects",
            destination["replicationTime"] is { } time && IsEnabled(time)
                ? $"{time["time"]?["minutes"]} min for 99.9 % of objects (S3 RTC SLA)"
                : "no bound: replication time control is off");

    private static bool IsEnabled(JsonNode part) => Text(part["status"]) == "Enabled";

    /// <summary>The region of an ARN; null for what is only a name.</summary>
    private static string? RegionOf(string arn) => arn.Split(':') is ["arn", _, _, { Length: > 0 } region, ..] ? region : null;

    private static string NameOf(string arn) => arn.Split(':')[^1];

    private static string Text(JsonNode? node) => node!.GetValue<string>();

    private static IEnumerable<JsonObject> Items(JsonNode? list) => (list as JsonArray ?? []).Select(item => item!.AsObject());
}
