using System.Text.Json.Nodes;
using MlTa.Offline;
using MlTa.Settings;

namespace MlTa.Commands;

/// <summary>The published shape of a preview. Written out here, so that renaming something inside cannot change it.</summary>
internal static class PreviewJson
{
    public static void Write(IReadOnlyList<StackGraph> graphs, TextWriter output) =>
        output.WriteLine(new JsonObject
        {
            ["sdk"] = PulumiSdk.Choice,
            ["stacks"] = Json.ArrayOf(graphs, Stack),
        }.ToJsonString(Json.Options));

    private static JsonObject Stack(StackGraph graph) => new()
    {
        ["stack"] = graph.Stack,
        ["region"] = graph.Region,
        ["role"] = SettingNames.Of(graph.Role),
        ["resources"] = Json.ArrayOf(graph.Resources, Resource),
    };

    private static JsonObject Resource(DeclaredResource resource) => new()
    {
        ["urn"] = resource.Urn,
        ["type"] = resource.Type,
        ["name"] = resource.Name,
        ["region"] = resource.Region,
        ["parent"] = resource.Parent,
        ["protect"] = resource.Protect,
        ["dependsOn"] = Json.ArrayOf(resource.DependsOn, urn => urn),
        ["dataDependsOn"] = Json.ArrayOf(resource.DataDependsOn, urn => urn),
        ["inputs"] = resource.Inputs.DeepClone(),
    };


}
