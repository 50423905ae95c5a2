using System.Text.Json;
using System.Text.Json.Nodes;
using MlTa.Offline;

namespace MlTa.Tests.Support;

/// <summary>A resource's inputs as a flat list, and policies as what they say.</summary>
internal static class InputTexts
{
    /// <summary>Every text among the inputs, with the path that leads to it.</summary>
    public static IEnumerable<(string Path, string Text)> Texts(this DeclaredResource resource) => Texts(resource.Inputs, "");

    public static string Text(this DeclaredResource resource, string input) => resource.Inputs[input]!.GetValue<string>();

    /// <summary>What a path such as <c>rules[0].name</c> leads to; null where it leads nowhere.</summary>
    public static JsonNode? At(this DeclaredResource resource, string path) =>
        path.Replace("[", ".[", StringComparison.Ordinal).Split('.').Aggregate((JsonNode?)resource.Inputs, (node, step) => step.StartsWith('[')
            ? (node as JsonArray)?.ElementAtOrDefault(int.Parse(step[1..^1], System.Globalization.CultureInfo.InvariantCulture))
            : (node as JsonObject)?[step]);

    /// <summary>The statements of a policy that is an input.</summary>
    public static IReadOnlyList<JsonElement> Statements(this DeclaredResource resource, string input) =>
        [.. JsonDocument.Parse(resource.Text(input)).RootElement.GetProperty("Statement").EnumerateArray()];

    public static IReadOnlyList<string> TextList(this JsonElement element) => [.. element.EnumerateArray().Select(item => item.GetString()!)];

    public static IReadOnlyList<JsonObject> Items(this JsonNode? list) => [.. list!.AsArray().Select(item => item!.AsObject())];

    private static IEnumerable<(string, string)> Texts(JsonNode? node, string path) => node switch
    {
        JsonObject map => map.SelectMany(entry => Texts(entry.Value, $"{path}.{entry.Key}")),
        JsonArray list => list.SelectMany((item, index) => Texts(item, $"{path}[{index}]")),
        JsonValue value when value.TryGetValue<string>(out var text) => [(path, text)],
        _ => [],
    };
}
