using MlTa.Offline;
using MlTa.Recovery.Procedures;

namespace MlTa.Recovery.Changes;

/// <summary>The calls for RDS databases and for the copies of their automated backups, which depend on what a resource says.</summary>
internal static class DatabaseCalls
{
    public const string CopyType = "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication";

    private const string CopySource = "sourceDbInstanceArn";

    private static ServiceEndpoint Rds => ServiceEndpoints.Rds;

    /// <summary>A new database: empty, a replica, or from a backup. Only a replica needs the region of what it is made from.</summary>
    public static ApiCall Create(DeclaredResource database)
    {
        if (database.Inputs[Promotion.Source] is { } source)
        {
            return Call("CreateDBInstanceReadReplica", database, [ServiceEndpoints.EndpointNames, .. SourceNeeds(database, source.GetValue<string>())]);
        }

        var action = database.Inputs switch
        {
            var inputs when inputs["restoreToPointInTime"] is not null => "RestoreDBInstanceToPointInTime",
            var inputs when inputs["snapshotIdentifier"] is not null => "RestoreDBInstanceFromDBSnapshot",
            _ => "CreateDBInstance",
        };
        return Call(action, database, [ServiceEndpoints.EndpointNames]);
    }

    public static IEnumerable<ApiCall> Promote(ResourceChange change) =>
        [Call("PromoteReadReplica", change.Resource, []), .. Promotion.ModifiesToo(change) ? [Call("ModifyDBInstance", change.Resource, [])] : Tag(change)];

    /// <summary>Nothing at all where only the provider keeps what differs, such as <c>skipFinalSnapshot</c>.</summary>
    public static IEnumerable<ApiCall> Update(ResourceChange change) =>
        [.. change.ModifiedProperties().Any() ? (ApiCall[])[Call("ModifyDBInstance", change.Resource, [])] : [], .. Tag(change)];

    public static ApiCall Delete(DeclaredResource database) => Call("DeleteDBInstance", database, []);

    /// <summary>The copies are made in this region, of a database that has to be there.</summary>
    public static ApiCall StartCopies(DeclaredResource copy) => Call("StartDBInstanceAutomatedBackupsReplication", copy, CopyNeeds(copy));

    /// <summary>The provider also waits for the database's own region (terraform-provider-aws, internal/service/rds/instance_automated_backups_replication.go).</summary>
    public static ApiCall StopCopies(DeclaredResource copy) => Call("StopDBInstanceAutomatedBackupsReplication", copy, CopyNeeds(copy));

    private static IEnumerable<ApiCall> Tag(ResourceChange change) =>
        Promotion.IsTagged(change) ? [Call("AddTagsToResource", change.Resource, [])] : [];

    private static ApiCall Call(string action, DeclaredResource resource, IEnumerable<Need> others) => Rds.Call(action, resource.Region!, others);

    private static IEnumerable<Need> CopyNeeds(DeclaredResource copy) => SourceNeeds(copy, copy.Inputs[CopySource]!.GetValue<string>());

    /// <summary>A source is named by its ARN, or within one region by its identifier.</summary>
    private static IEnumerable<Need> SourceNeeds(DeclaredResource resource, string source) =>
        source.Split(':') is [_, _, _, var region, ..] && region != resource.Region ? [new Need(region, Rds.Name, Plane.Control)] : [];
}
