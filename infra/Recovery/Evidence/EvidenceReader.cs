using System.Text.Json;
using MlTa.Settings;

namespace MlTa.Recovery.Evidence;

/// <summary>
/// Reads an evidence file as what somebody else wrote: nothing is taken for true that is not the shape it should be and does not agree with itself.
/// Everything that is wrong is told at once, and such a file proves nothing.
/// </summary>
/// <param name="today">Nothing has happened after this day.</param>
public sealed class EvidenceReader(DateOnly today)
{
    public const int MaximumBytes = 256 * 1024;

    /// <summary>The shape has four levels.</summary>
    private const int MaximumDepth = 8;

    /// <param name="name">The file's name.</param>
    /// <param name="content">Its bytes, of which one more than is allowed is enough.</param>
    public EvidenceFile Read(string name, ReadOnlyMemory<byte> content)
    {
        List<Problem> problems = [];
        var evidence = content.Length > MaximumBytes
            ? Refuse($"expected at most {MaximumBytes / 1024} KiB, got more")
            : Parse(content, (path, text) => problems.Add(new(name, path, text)));
        return new(name, problems.Count == 0 ? evidence : null, problems);

        DrillEvidence? Refuse(string text)
        {
            problems.Add(new(name, "", text));
            return null;
        }
    }

    private DrillEvidence? Parse(ReadOnlyMemory<byte> content, Action<string, string> report)
    {
        try
        {
            using var document = JsonDocument.Parse(content, new() { MaxDepth = MaximumDepth });
            return new EvidenceShape(today, report).Read(document.RootElement);
        }
        catch (JsonException e)
        {
            report("", $"expected JSON of at most {MaximumDepth} levels, got something else in line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}");
            return null;
        }
        catch (InvalidOperationException)
        {
            // What System.Text.Json throws for an escape that is half a character.
            report("", "expected texts of Unicode, got half a character");
            return null;
        }
    }
}
