using System.Text;

namespace Pulumi.SchemaGenerator.Writing;

/// <summary>Source text with indentation.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    public void Line(string text = "")
    {
        if (text.Length > 0)
        {
            _text.Append(' ', _depth * 4).Append(text);
        }

        _text.Append('\n');
    }

    public void Block(string heading, Action body)
    {
        Line(heading);
        Line("{");
        _depth++;
        body();
        _depth--;
        Line("}");
    }

    public void Obsolete(string? message)
    {
        if (message is not null)
        {
            Line($"[global::System.Obsolete({Literal.Of(message)})]");
        }
    }

    public override string ToString() => _text.ToString();
}
