using System.Text.Json.Nodes;
using MlTa.Offline;
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
        var versions = stacks.ToDictionary(stack => stack.Stack, stack => stack.Workloads.Version);
        IEnumerable<(string Stack, DeclaredResource Resource, string? Version)> part =
        [
            .. from selection in path.Part
               from graph in graphs
               where graph.Stack == selection.Stack
               from resource in SelectedBy(selection, graph)
               select (graph.Stack, resource, versions.GetValueOrDefault(graph.Stack)),
            .. path.Restores is null || drill is null ? [] : drill.Resources.Where(resource => !resource.IsComponent).Select(resource => (DrillStack, resource, (string?)null)),
        ];
        return EvidenceJson.Hash(EvidenceJson.Text(new JsonArray(
        [
            .. part
                .OrderBy(each => each.Stack, StringComparer.Ordinal)
                .ThenBy(each => each.Resource.Type, StringComparer.Ordinal)
                .ThenBy(each => each.Resource.Name, StringComparer.Ordinal)
                .Select(each => Canonical(each.Stack, each.Resource, each.Version)),
        ])));
    }

    private static IEnumerable<DeclaredResource> SelectedBy(PartSelection selection, StackGraph graph)
    {
        var selected = graph.Resources.Where(resource => selection.Types.Contains(resource.Type)).ToList();
        var used = selected.SelectMany(resource => resource.DataDependsOn).ToHashSet();
        return selected.Concat(graph.Resources.Where(resource => selection.UsedTypes.Contains(resource.Type) && used.Contains(resource.Urn)));
    }

    private static JsonObject Canonical(string stack, DeclaredResource resource, string? version) => new()
    {
        ["stack"] = stack,
        ["type"] = resource.Type,
        ["name"] = resource.Name,
        ["inputs"] = Canonical(resource.Inputs, isImage: false, resource.Type.StartsWith(KubernetesPackage, StringComparison.Ordinal) ? version : null),
        ["protect"] = resource.Protect,
        ["retainOnDelete"] = resource.RetainOnDelete,
        ["deleteBeforeReplace"] = resource.DeleteBeforeReplace,
        ["ignoreChanges"] = new JsonArray([.. resource.IgnoreChanges.Order(StringComparer.Ordinal)]),
    };

    private static JsonNode? Canonical(JsonNode? node, bool isImage, string? version) => node switch
    {
        JsonObject map => new JsonObject(map
            .Where(entry => entry.Key != RestartAnnotation)
            .OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => KeyValuePair.Create(entry.Key, Canonical(entry.Value, entry.Key == ImageInput, version)))),
        JsonArray list => new JsonArray([.. list.Select(item => Canonical(item, isImage, version))]),
        JsonValue value when isImage && version is not null && value.TryGetValue<string>(out var image) && image.EndsWith($":{version}", StringComparison.Ordinal) =>
            image[..^(version.Length + 1)],
        _ => node?.DeepClone(),
    };
}
