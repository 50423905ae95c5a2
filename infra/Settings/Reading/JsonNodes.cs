using System.Text.Json;

namespace MlTa.Settings.Reading;

/// <summary>Turns JSON text into nodes. Pulumi hands maps and lists of a stack file to the program as JSON.</summary>
internal static class JsonNodes
{
    private static readonly JsonDocumentOptions s_options = new() { AllowDuplicateProperties = false };

    /// <exception cref="FormatException">The text is not JSON.</exception>
    public static SettingNode Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, s_options);
            return Convert(document.RootElement);
        }
        // The latter two are how half of a surrogate pair shows, written as it is or as \u and four digits.
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            throw new FormatException($"not JSON: {e.Message.TrimEnd('.')}", e);
        }
    }

    private static SettingNode Convert(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => new MapNode(element.EnumerateObject().ToDictionary(entry => entry.Name, entry => Convert(entry.Value))),
        JsonValueKind.Array => new ListNode([.. element.EnumerateArray().Select(Convert)]),
        JsonValueKind.String => new ScalarNode(element.GetString()!),
        JsonValueKind.Null => new NullNode(),
        _ => new ScalarNode(element.GetRawText()),
    };
}
