using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using MlTa.Offline;
using MlTa.Settings;

namespace MlTa.Commands;

/// <summary>The published shape of a preview. Written out here, so that renaming something inside cannot change it.</summary>
internal static class PreviewJson
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        // Policies are JSON within JSON: escaping quotes as \u0022 would make them unreadable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(IReadOnlyList<StackGraph> graphs, TextWriter output) =>
        output.WriteLine(new JsonObject
        {
            ["sdk"] = PulumiSdk.Choice,
            ["stacks"] = ArrayOf(graphs, Stack),
        }.ToJsonString(Options));

    private static JsonObject Stack(StackGraph graph) => new()
    {
        ["stack"] = graph.Stack,
        ["region"] = graph.Region,
        ["role"] = SettingNames.Of(graph.Role),
        ["resources"] = ArrayOf(graph.Resources, Resource),
    };

    private static JsonObject Resource(DeclaredResource resource) => new()
    {
        ["urn"] = resource.Urn,
        ["type"] = resource.Type,
        ["name"] = resource.Name,
        ["region"] = resource.Region,
        ["parent"] = resource.Parent,
        ["protect"] = resource.Protect,
        ["dependsOn"] = ArrayOf(resource.DependsOn, urn => urn),
        ["dataDependsOn"] = ArrayOf(resource.DataDependsOn, urn => urn),
        ["inputs"] = resource.Inputs.DeepClone(),
    };

    private static JsonArray ArrayOf<T>(IEnumerable<T> items, Func<T, JsonNode?> toNode) => new([.. items.Select(toNode)]);
}
