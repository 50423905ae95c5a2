using System.Text;

namespace MlTa.Commands.Runbooks;

/// <summary>Markdown that reads well as it is: a runbook is printed, and read where nothing renders it.</summary>
internal sealed class Markdown
{
    private readonly StringBuilder _text = new();

    public Markdown Heading(int level, string text) => Block($"{new string('#', level)} {text}");

    public Markdown Paragraph(string text) => Block(text);

    /// <summary>To be ticked with a pen.</summary>
    public Markdown Checklist(IEnumerable<string> items) => Block(string.Join('\n', items.Select(item => $"- [ ] {item}")));

    public Markdown List(IEnumerable<string> items) => Block(string.Join('\n', items.Select(item => $"- {item}")));

    public Markdown Code(string language, IEnumerable<string> lines) => Block($"```{language}\n{string.Join('\n', lines)}\n```");

    public Markdown Table(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows) => Block(string.Join('\n',
    [
        Row(columns),
        Row(columns.Select(_ => "---")),
        .. rows.Select(Row),
    ]));

    /// <summary>A procedure begins on a page of its own.</summary>
    public Markdown NewPage() => Block("<div style=\"page-break-before: always\"></div>");

    public override string ToString() => _text.ToString();

    private static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))} |";

    private Markdown Block(string text)
    {
        if (_text.Length > 0)
        {
            _text.Append('\n');
        }

        _text.Append(text).Append('\n');
        return this;
    }
}
