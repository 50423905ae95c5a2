using System.Text.Json.Nodes;
using MlTa.Offline;

namespace MlTa.Recovery.Findings;

/// <summary>What a declared database is.</summary>
internal static class DatabaseFacts
{
    public static bool IsReplica(this PlacedResource database) => database.Resource.Inputs.Text("replicateSourceDb") is not null;

    /// <summary>Whether anything can connect to it: one of its security groups lets something in.</summary>
    public static bool IsOpen(this PlacedResource database) => Entrances(database).Any();

    /// <summary>A replica, or a database that can be reached: what is only kept is neither.</summary>
    public static bool IsInUse(this PlacedResource database) => database.IsReplica() || database.IsOpen();

    /// <summary>Whether its stack file says that it is about to go, so that its protection has to be lifted first.</summary>
    public static bool IsReleased(this PlacedResource database) => database.Stack.Settings.Database.Lineages
        .Any(lineage => lineage.Release && database.Stack.Names.Database(lineage.Generation) == database.Resource.Inputs.Text("identifier"));

    /// <summary>What lets something in, either a rule of its own or a group with rules in it.</summary>
    public static IEnumerable<DeclaredResource> Entrances(PlacedResource database)
    {
        var groups = (database.Resource.Inputs["vpcSecurityGroupIds"] as JsonArray ?? []).Select(group => group?.ToString()).ToHashSet();
        return
        [
            .. database.Stack.Of(ResourceTypes.IngressRule).Where(rule => groups.Contains(rule.Inputs.Text("securityGroupId"))),
            .. database.Stack.Sources(database.Resource, ResourceTypes.SecurityGroup).Where(group => group.Inputs["ingress"] is JsonArray { Count: > 0 }),
        ];
    }

    /// <summary>A parameter of the groups that the database has; null where none sets it.</summary>
    public static string? Parameter(this PlacedResource database, string name) => database.Stack
        .Sources(database.Resource, ResourceTypes.DatabaseParameters)
        .SelectMany(group => group.Inputs.Items("parameters"))
        .FirstOrDefault(parameter => parameter.Text("name") == name)?
        .Text("value");
}
