using System.Text.Json.Nodes;

namespace MlTa.Recovery.Changes;

/// <summary>Where inputs differ, down to single values. What is secret reads the same before and after, so its changes are not seen.</summary>
internal static class PropertyDifferences
{
    public static IEnumerable<PropertyPath> Between(JsonNode before, JsonNode after) => Compare(PropertyPath.All, before, after);

    /// <summary>The single values that a test holds for.</summary>
    public static IEnumerable<PropertyPath> Where(JsonNode inputs, Func<string, bool> test) => Values(PropertyPath.All, inputs)
        .Where(value => value.Node is JsonValue node && node.TryGetValue<string>(out var text) && test(text))
        .Select(value => value.Path);

    private static IEnumerable<PropertyPath> Compare(PropertyPath path, JsonNode? before, JsonNode? after)
    {
        if (JsonNode.DeepEquals(before, after))
        {
            return [];
        }

        var (old, current) = (Parts(path, before), Parts(path, after));
        var names = old.Keys.Union(current.Keys).ToList();
        // What is not there has no parts, and counts as being of the other's kind.
        var areOfOneKind = before is null || after is null || before.GetValueKind() == after.GetValueKind();
        return areOfOneKind && names.Count > 0
            ? names.SelectMany(name => Compare(old.GetValueOrDefault(name), current.GetValueOrDefault(name)))
            : [path];
    }

    private static IEnumerable<PropertyPath> Compare(Part? before, Part? after) => Compare((before ?? after)!.Path, before?.Node, after?.Node);

    private static IEnumerable<Part> Values(PropertyPath path, JsonNode? node)
    {
        var parts = Parts(path, node);
        return parts.Count == 0 ? [new(path, node)] : parts.Values.SelectMany(part => Values(part.Path, part.Node));
    }

    private static Dictionary<string, Part> Parts(PropertyPath path, JsonNode? node) => node switch
    {
        JsonObject map => map.ToDictionary(entry => entry.Key, entry => new Part(path.Then(entry.Key), entry.Value)),
        JsonArray list => list.Select((item, place) => new Part(path.Then(place), item)).ToDictionary(part => part.Path.ToString()),
        _ => [],
    };

    private sealed record Part(PropertyPath Path, JsonNode? Node);
}
