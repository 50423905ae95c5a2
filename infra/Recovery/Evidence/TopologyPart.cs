using System.Text.Json.Nodes;
using MlTa.Offline;
using MlTa.Recovery.Proofs;
using MlTa.Settings;

namespace MlTa.Recovery.Evidence;

/// <summary>
/// The part of the topology that a drill exercised, as one hash. The same declarations are the same hash, in any order and on any day; a
/// release is no change of the topology, and neither is a restart.
/// </summary>
public static class TopologyPart
{
    /// <summary>What a drill's stack is called here, whatever its run is called.</summary>
    private const string DrillStack = "drill";

    private const string KubernetesPackage = "kubernetes:";
    private const string ImageInput = "image";

    /// <summary>What restarts pods (kubernetes/kubectl, pkg/polymorphichelpers/objectrestarter.go).</summary>
    private const string RestartAnnotation = "kubectl.kubernetes.io/restartedAt";

    /// <param name="path">The path.</param>
    /// <param name="stacks">The standing stacks.</param>
    /// <param name="graphs">What they declare.</param>
    /// <param name="drill">What a drill's stack declares, with fixed values for whatever differs from run to run; null where there is none.</param>
    public static string HashOf(RecoveryPath path, IReadOnlyList<StackSettings> stacks, IReadOnlyList<StackGraph> graphs, StackGraph? drill = null)
    {
        IEnumerable<(string Stack, string Line)> part =
        [
            .. from selection in path.Part
               from graph in graphs
               where graph.Stack == selection.Stack
               let settings = stacks.Single(stack => stack.Stack == graph.Stack)
               from line in path.LeavesAnotherLineage
                   ? LineageNeutral.LinesOf(graph with { Resources = [.. SelectedBy(selection, graph).Select(resource => Neutral(resource, settings))] }, settings)
                   : SelectedBy(selection, graph).Select(resource => Line(Neutral(resource, settings)))
               select (graph.Stack, line),
            .. path.Restores is null || drill is null ? [] : drill.Resources.Where(resource => !resource.IsComponent).Select(resource => (DrillStack, Line(resource))),
        ];
        return EvidenceJson.Hash(string.Join('\n', part.OrderBy(each => each.Stack, StringComparer.Ordinal).ThenBy(each => each.Line, StringComparer.Ordinal).Select(each => $"{each.Stack} {each.Line}")));
    }

    private static IEnumerable<DeclaredResource> SelectedBy(PartSelection selection, StackGraph graph)
    {
        var selected = graph.Resources.Where(resource => selection.Types.Contains(resource.Type)).ToList();
        var used = selected.SelectMany(resource => resource.DataDependsOn).ToHashSet();
        return selected.Concat(graph.Resources.Where(resource => selection.UsedTypes.Contains(resource.Type) && used.Contains(resource.Urn)));
    }

    private static string Line(DeclaredResource resource) => new JsonObject
    {
        ["type"] = resource.Type,
        ["name"] = resource.Name,
        ["inputs"] = Neutral(resource.Inputs, isImage: false, version: null),
        ["protect"] = resource.Protect,
        ["retainOnDelete"] = resource.RetainOnDelete,
        ["deleteBeforeReplace"] = resource.DeleteBeforeReplace,
        ["ignoreChanges"] = new JsonArray([.. resource.IgnoreChanges.Order(StringComparer.Ordinal)]),
    }.ToJsonString();

    private static DeclaredResource Neutral(DeclaredResource resource, StackSettings settings) => resource with
    {
        Inputs = (JsonObject)Neutral(resource.Inputs, isImage: false, resource.Type.StartsWith(KubernetesPackage, StringComparison.Ordinal) ? settings.Workloads.Version : null)!,
    };

    /// <summary>Sorted, and without what a release or a restart changes.</summary>
    private static JsonNode? Neutral(JsonNode? node, bool isImage, string? version) => node switch
    {
        JsonObject map => new JsonObject(map
            .Where(entry => entry.Key != RestartAnnotation)
            .OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => KeyValuePair.Create(entry.Key, Neutral(entry.Value, entry.Key == ImageInput, version)))),
        JsonArray list => new JsonArray([.. list.Select(item => Neutral(item, isImage, version))]),
        JsonValue value when isImage && version is not null && value.TryGetValue<string>(out var image) && image.EndsWith($":{version}", StringComparison.Ordinal) =>
            image[..^(version.Length + 1)],
        _ => node?.DeepClone(),
    };
}
