using System.Text.Json;
using MlTa.Settings;

namespace MlTa.Recovery.Evidence;

/// <summary>
/// Reads the fields of one JSON object that may have these fields and no others, each once. What is wrong is reported, and read as null: whoever
/// asks goes on, so that everything that is wrong is told at once.
/// </summary>
internal sealed class FieldReader
{
    /// <summary>Of a text in these files: a sentence, or an ARN.</summary>
    private const int LongestText = 1000;

    /// <summary>Of a value that is shown in a message.</summary>
    private const int LongestShown = 60;

    private readonly Dictionary<string, JsonElement> _fields = [];
    private readonly string _path;
    private readonly Action<string, string> _report;

    /// <param name="element">The object.</param>
    /// <param name="path">Where it is in the file; empty for the whole of it.</param>
    /// <param name="names">Its fields.</param>
    /// <param name="report">Takes the path and the sentence of each problem.</param>
    public FieldReader(JsonElement element, string path, IReadOnlyList<string> names, Action<string, string> report)
    {
        _path = path;
        _report = report;
        if (element.ValueKind != JsonValueKind.Object)
        {
            report(path, $"expected an object, got {Show(element)}");
            return;
        }

        foreach (var same in element.EnumerateObject().GroupBy(field => field.Name))
        {
            if (!names.Contains(same.Key))
            {
                report(path, $"expected no other fields than {string.Join(", ", names)}, got '{Short(same.Key)}'");
            }
            else if (same.Count() > 1)
            {
                report(At(same.Key), $"expected once, got it {same.Count()} times");
            }
            else
            {
                _fields[same.Key] = same.Single().Value;
            }
        }

        foreach (var missing in names.Where(name => !element.TryGetProperty(name, out _)))
        {
            report(At(missing), "is missing");
        }
    }

    public string At(string name) => _path.Length == 0 ? name : $"{_path}.{name}";

    public void Report(string name, string text) => _report(At(name), text);

    public string? Text(string name)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.String)
        {
            return Wrong<string>(name, "a text", value);
        }

        var text = value.GetString()!;
        if (text.Length > LongestText)
        {
            Report(name, $"expected at most {LongestText} characters, got {text.Length}");
            return null;
        }

        return text.Any(char.IsControl) ? Wrong<string>(name, "a text of one line, without control characters", value) : text;
    }

    public bool? Flag(string name) => Find(name) is { } value
        ? value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : WrongValue<bool>(name, "true or false", value)
        : null;

    /// <summary>A number that a computer can hold: one such as 1e999 is none.</summary>
    public double? Number(string name) => Find(name) is { } value
        ? value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number) ? number : WrongValue<double>(name, "a number", value)
        : null;

    public DateTimeOffset? Time(string name) => Find(name) is { } value
        ? value.ValueKind == JsonValueKind.String
            && UtcTime.TryParse(value.GetString()!, out var time)
                ? time
                : WrongValue<DateTimeOffset>(name, "a time in UTC such as 2026-11-23T03:05:00Z", value)
        : null;

    /// <summary>The items of a list; none where it cannot be read.</summary>
    public IReadOnlyList<JsonElement>? List(string name) => Find(name) is { } value
        ? value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : Wrong<JsonElement[]>(name, "a list", value)
        : null;

    /// <summary>Whether there is something else than null.</summary>
    public bool IsGiven(string name) => Find(name) is { ValueKind: not JsonValueKind.Null };

    public FieldReader? Object(string name, IReadOnlyList<string> names) => Find(name) is { } value ? new(value, At(name), names, _report) : null;

    /// <summary>An item of a list of this object.</summary>
    public FieldReader Item(JsonElement item, string name, IReadOnlyList<string> names) => new(item, At(name), names, _report);

    public static string Show(JsonElement value) => value.ValueKind == JsonValueKind.String ? $"'{Short(value.GetString()!)}'" : Short(value.GetRawText());

    /// <summary>What a file says is shown in a log, so nothing in it may move a cursor or begin a line.</summary>
    private static string Short(string text)
    {
        var shown = string.Concat(text.Take(LongestShown).Select(letter => char.IsControl(letter) ? ' ' : letter));
        return text.Length > LongestShown ? $"{shown}..." : shown;
    }

    private JsonElement? Find(string name) => _fields.TryGetValue(name, out var value) ? value : null;

    private T? Wrong<T>(string name, string expected, JsonElement value)
        where T : class
    {
        Report(name, $"expected {expected}, got {Show(value)}");
        return null;
    }

    private T? WrongValue<T>(string name, string expected, JsonElement value)
        where T : struct
    {
        Report(name, $"expected {expected}, got {Show(value)}");
        return null;
    }
}
