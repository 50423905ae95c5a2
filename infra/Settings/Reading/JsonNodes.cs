using System.Text.Json;

namespace MlTa.Settings.Reading;

/// <summary>Turns JSON text into nodes. Pulumi hands maps and lists of a stack file to the program as JSON.</summary>
internal static class JsonNodes
{
    /// <exception cref="FormatException">The text is not JSON.</exception>
    public static SettingNode Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return Convert(document.RootElement);
        }
        catch (JsonException e)
        {
            throw new FormatException("not JSON", e);
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
