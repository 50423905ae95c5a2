using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>JSON as the SDK writes it for providers: on one line, keys in order, a space inside each bracket.</summary>
internal static class JsonText
{
    private static readonly JsonSerializerOptions s_strings = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Format(object? value) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        string text => Quote(text),
        ImmutableArray<object?> list => Enclose('[', list.Select(Format), ']'),
        ImmutableDictionary<string, object?> map => Enclose('{', map.OrderBy(entry => entry.Key, StringComparer.InvariantCulture)
            .Select(entry => $"{Quote(entry.Key)}: {Format(entry.Value)}"), '}'),
        _ => throw new InvalidOperationException($"{value.GetType().FullName} is not a serialized value"),
    };

    private static string Enclose(char open, IEnumerable<string> items, char close)
    {
        var inside = string.Join(", ", items);
        return inside.Length == 0 ? $"{open} {close}" : $"{open} {inside} {close}";
    }

    private static string Quote(string text) => JsonSerializer.Serialize(text, s_strings)
        .Replace("<", "\\u003c", StringComparison.Ordinal)
        .Replace(">", "\\u003e", StringComparison.Ordinal);
}
