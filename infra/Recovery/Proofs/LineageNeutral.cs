using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MlTa.Offline;
using MlTa.Settings;

namespace MlTa.Recovery.Proofs;

/// <summary>What a stack declares, without what a new generation of the database changes: its number, its origin, and what is kept beside it.</summary>
internal static partial class LineageNeutral
{
    private const string DatabaseType = "aws:rds/instance:Instance";

    /// <summary>
    /// What a database that is born as the writer has, or one that was restored, and one that is born as a replica gets from its source. Only
    /// a restored one has no key of its own.
    /// </summary>
    private static readonly string[] s_origin =
        ["allocatedStorage", "dbName", "engine", "engineVersion", "kmsKeyId", "password", "restoreToPointInTime", "snapshotIdentifier", "username"];

    /// <summary>One line for each resource, sorted; components are only names.</summary>
    public static IReadOnlyList<string> LinesOf(StackGraph graph, StackSettings settings)
    {
        var kept = settings.Database.Kept.Select(lineage => settings.Names.Database(lineage.Generation)).ToHashSet();
        return
        [
            .. graph.Resources
                .Where(resource => !resource.IsComponent && !(resource.Type == DatabaseType && kept.Contains((string)resource.Inputs["identifier"]!)))
                .Select(resource => Neutral($"{resource.Urn} {Inputs(resource).ToJsonString()}", settings.Prefix))
                .Order(StringComparer.Ordinal)
                // Two lineages that are both declared look the same here, and are one too many.
                .CountBy(line => line)
                .Select(line => line.Value == 1 ? line.Key : $"{line.Value} times {line.Key}"),
        ];
    }

    private static JsonObject Inputs(DeclaredResource resource)
    {
        var inputs = (JsonObject)resource.Inputs.DeepClone();
        foreach (var origin in resource.Type == DatabaseType ? s_origin : [])
        {
            inputs.Remove(origin);
        }

        return inputs;
    }

    private static string Neutral(string text, string prefix) =>
        Generation().Replace(LogicalName().Replace(Regex.Replace(text, $@"\b{Regex.Escape(prefix)}-production(-replica|-g[0-9]+)?", $"{prefix}-production"), "$1"), "");

    /// <summary>What pods are told so that they restart.</summary>
    [GeneratedRegex(@"""[a-z-]+/database-generation"":""[0-9]+"",?")]
    private static partial Regex Generation();

    [GeneratedRegex(@"\b(database|point-in-time-copy)-g[0-9]+\b")]
    private static partial Regex LogicalName();
}
