using System.Globalization;
using System.Text.Json.Nodes;

namespace MlTa.Recovery.Findings;

/// <summary>Reads inputs by paths such as <c>lifecycle.deleteAfter</c>. What is absent or of another kind is null, no or nothing.</summary>
internal static class InputReading
{
    public static JsonNode? At(this JsonNode? node, string path) =>
        path.Split('.').Aggregate(node, (current, step) => (current as JsonObject)?[step]);

    public static string? Text(this JsonNode? node, string path) =>
        node.At(path) is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    public static bool IsOn(this JsonNode? node, string path) =>
        node.At(path) is JsonValue value && value.TryGetValue<bool>(out var isOn) && isOn;

    /// <summary>What S3 turns on and off with words.</summary>
    public static bool IsEnabled(this JsonNode? node, string path) => node.Text(path) == "Enabled";

    /// <summary>Some APIs take numbers as texts.</summary>
    public static double? Number(this JsonNode? node, string path) =>
        node.At(path) is JsonValue value && double.TryParse(value.ToString(), CultureInfo.InvariantCulture, out var number) ? number : null;

    public static IEnumerable<JsonObject> Items(this JsonNode? node, string path) => (node.At(path) as JsonArray ?? []).OfType<JsonObject>();

    /// <summary>The texts of a list.</summary>
    public static IEnumerable<string> List(this JsonNode? node, string path) =>
        (node.At(path) as JsonArray ?? []).OfType<JsonValue>().Select(value => value.ToString());

    /// <summary>Every text, however deep.</summary>
    public static IEnumerable<string> Texts(this JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(entry => entry.Value.Texts()),
        JsonArray list => list.SelectMany(item => item.Texts()),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };

    /// <summary>A document that is an input as text.</summary>
    public static JsonNode? Document(this JsonNode? node, string path) => node.Text(path) is { } text ? JsonNode.Parse(text) : null;

}
