using System.Text.Json.Nodes;
using MlTa.Offline;

namespace MlTa.Recovery;

/// <summary>Reads from a graph what is copied where. Judges what was declared, not what was meant.</summary>
public static class DataCopies
{
    private const int RegionPartOfArn = 3;
    private const int NamePartOfArn = 6;

    /// <summary>The copies that a stack's resources make, the database's first.</summary>
    public static IEnumerable<DataCopy> Of(StackGraph graph) =>
    [
        .. ReadFrom(graph, "aws:rds/instance:Instance", Replicas),
        .. ReadFrom(graph, "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication", PointInTimeCopies),
        .. ReadFrom(graph, "aws:backup/plan:Plan", RecoveryPoints),
        .. ReadFrom(graph, "aws:s3/bucketReplicationConfig:BucketReplicationConfig", Objects),
    ];

    private static IEnumerable<DataCopy> ReadFrom(StackGraph graph, string type, Func<DeclaredResource, IEnumerable<DataCopy>> read) =>
        graph.Resources.Where(resource => resource.Type == type).SelectMany(read);

    private static IEnumerable<DataCopy> Replicas(DeclaredResource database) => database.Inputs["replicateSourceDb"] is { } source
        ? [new(
            ArnPart(Text(source), NamePartOfArn),
            ArnPart(Text(source), RegionPartOfArn),
            database.Region!,
            $"read replica {Text(database.Inputs["identifier"])}",
            "as old as its replication lag, for which AWS gives no bound")]
        : [];

    private static IEnumerable<DataCopy> PointInTimeCopies(DeclaredResource copy)
    {
        var sourceArn = Text(copy.Inputs["sourceDbInstanceArn"]);
        return [new(
            ArnPart(sourceArn, NamePartOfArn),
            ArnPart(sourceArn, RegionPartOfArn),
            copy.Region!,
            $"snapshots and logs, kept {copy.Inputs["retentionPeriod"]} days",
            "5 min of log and the time to copy it, for which AWS gives no figure")];
    }

    private static IEnumerable<DataCopy> RecoveryPoints(DeclaredResource plan) =>
        from rule in Items(plan.Inputs["rules"])
        from copy in Items(rule["copyActions"])
        select new DataCopy(
            "tagged databases",
            plan.Region!,
            ArnPart(Text(copy["destinationVaultArn"]), RegionPartOfArn),
            $"recovery point, {Text(rule["schedule"])}, kept {copy["lifecycle"]!["deleteAfter"]} days",
            $"the schedule's gap, up to {rule["startWindow"]} min to start, and the time to back up and copy");

    private static IEnumerable<DataCopy> Objects(DeclaredResource replication) =>
        from rule in Items(replication.Inputs["rules"])
        let destination = rule["destination"]!
        select new DataCopy(
            Text(replication.Inputs["bucket"]),
            replication.Region!,
            Text(rule["id"]).Replace("to-", "", StringComparison.Ordinal),
            "replication of new objects",
            destination["replicationTime"]?["time"]?["minutes"] is { } minutes
                ? $"{minutes} min for 99.9 % of objects (S3 RTC SLA)"
                : "no bound: replication time control is off");

    private static string ArnPart(string arn, int index) => arn.Split(':')[index];

    private static string Text(JsonNode? node) => node!.GetValue<string>();

    private static IEnumerable<JsonObject> Items(JsonNode? list) => (list as JsonArray ?? []).Select(item => item!.AsObject());
}
