using System.Text.Json.Nodes;
using MlTa.Offline;
using MlTa.Recovery.Changes;
using MlTa.Settings;
using Xunit;

namespace MlTa.Tests.Recovery.Changes;

/// <summary>Resources and graphs that a test makes by hand.</summary>
internal static class Declared
{
    public const string Region = "us-east-1";

    public static DeclaredResource Resource(string type, string name, JsonObject inputs) => new()
    {
        Urn = $"urn:pulumi:stack::ml-ta::{type}::{name}",
        Type = type,
        Name = name,
        Region = Region,
        Parent = null,
        Protect = false,
        DependsOn = [],
        DataDependsOn = [],
        Inputs = inputs,
        IsComponent = false,
        RetainOnDelete = false,
        DeleteBeforeReplace = false,
        IgnoreChanges = [],
    };

    public static DeclaredResource Database(JsonObject inputs) => Resource("aws:rds/instance:Instance", "database", inputs);

    public static DeclaredResource Deployment(JsonObject inputs) => Resource("kubernetes:apps/v1:Deployment", "api", inputs);

    public static StackGraph Graph(params DeclaredResource[] resources) => new("stack", Region, Role.Active, resources);

    public static IReadOnlyList<ResourceChange> Changes(DeclaredResource[] before, DeclaredResource[] after) =>
        StackChanges.Between(Graph(before), Graph(after));

    /// <summary>The one change of one resource.</summary>
    public static ResourceChange Change(DeclaredResource before, DeclaredResource after) => Assert.Single(Changes([before], [after]));

    public static ResourceChange Created(DeclaredResource resource) => Assert.Single(Changes([], [resource]));

    public static ResourceChange Dropped(DeclaredResource resource) => Assert.Single(Changes([resource], []));

    /// <summary>One line each: <c>Promote aws:rds/instance:Instance database-g1</c>.</summary>
    public static IEnumerable<string> Texts(this IEnumerable<ResourceChange> changes) =>
        changes.Select(change => $"{change.Kind} {change.Resource.Type} {change.Resource.Name}");
}
