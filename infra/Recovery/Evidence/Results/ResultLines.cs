using System.Text;
using System.Text.Json;
using MlTa.Settings;

namespace MlTa.Recovery.Evidence.Results;

/// <summary>A file of a drill's results: one JSON object on each line.</summary>
internal static class ResultLines
{
    /// <summary>The engine's events have all inputs and outputs of a resource in one line, twice: a chart has a few hundred KiB.</summary>
    private const int LongestLine = 4 * 1024 * 1024;

    /// <summary>Some hundred resources, with a few events each.</summary>
    private const int MostLines = 20_000;

    private static readonly JsonDocumentOptions s_options = new() { MaxDepth = 64 };

    /// <param name="file">The file; one that is not there has no lines.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <param name="mayBreakOff">Whether its writer may have been stopped in the middle of the last line.</param>
    /// <param name="read">Takes each line, and the path of its problems.</param>
    public static void Read(FileInfo file, List<Problem> problems, bool mayBreakOff, Action<JsonElement, string> read)
    {
        if (!file.Exists)
        {
            return;
        }

        try
        {
            using var text = new StreamReader(file.FullName, Encoding.UTF8);
            var number = 0;
            Problem? broken = null;
            while (ReadLine(text) is { } line)
            {
                number++;
                if (number > MostLines || line.Length > LongestLine)
                {
                    problems.Add(new(file.Name, $"line {number}", $"expected at most {MostLines} lines of {LongestLine / 1024} KiB, got more"));
                    return;
                }

                if (broken is not null)
                {
                    problems.Add(broken);
                }

                broken = line.Length > 0 ? ProblemOf(line, $"line {number}", file.Name, read) : null;
            }

            if (broken is not null && !mayBreakOff)
            {
                problems.Add(broken);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(new(file.FullName, "", $"cannot be read: {e.Message}"));
        }
    }

    private static Problem? ProblemOf(string line, string path, string file, Action<JsonElement, string> read)
    {
        try
        {
            using var document = JsonDocument.Parse(line, s_options);
            read(document.RootElement, path);
            return null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            // A line may hold what is nobody's business, so it is not shown.
            return new(file, path, "expected one JSON object, got something else");
        }
    }

    /// <summary>Never more than one letter above the limit, however long the line is.</summary>
    private static string? ReadLine(StreamReader text)
    {
        var line = new StringBuilder();
        for (var letter = text.Read(); letter >= 0; letter = text.Read())
        {
            if (letter == '\n')
            {
                return line.ToString();
            }

            line.Append((char)letter);
            if (line.Length > LongestLine)
            {
                break;
            }
        }

        return line.Length > 0 ? line.ToString() : null;
    }
}
