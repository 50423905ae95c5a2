using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using MlTa.Recovery.Time;
using MlTa.Settings;

namespace MlTa.Commands;

/// <summary>How the published shapes are written.</summary>
internal static class Json
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        // Policies are JSON within JSON: escaping quotes as \u0022 would make them unreadable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static JsonArray ArrayOf<T>(IEnumerable<T> items, Func<T, JsonNode?> toNode) => new([.. items.Select(toNode)]);

    public static JsonArray ArrayOf(IEnumerable<string> items) => ArrayOf(items, item => item);

    /// <summary>In minutes, to a tenth: nothing here is known better. Null where there is no number.</summary>
    public static JsonObject? Range(MinuteRange? minutes) => minutes is { } range
        ? new() { ["low"] = Tenths(range.Low), ["likely"] = Tenths(range.Likely), ["high"] = Tenths(range.High) }
        : null;

    public static double Tenths(double minutes) => Math.Round(minutes, 1, MidpointRounding.AwayFromZero);

    public static string Word(Enum value) => SettingNames.Of(value);
}
