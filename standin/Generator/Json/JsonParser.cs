using System.Globalization;
using System.Text;

namespace Pulumi.SchemaGenerator.Json;

/// <summary>
/// Reads JSON into dictionaries, lists, strings, numbers and booleans. An analyzer must bring along every assembly that
/// the compiler does not have, on every host; a hundred lines are less trouble than a dependency.
/// </summary>
internal sealed class JsonParser
{
    private readonly string _text;
    private int _at;

    private JsonParser(string text) => _text = text;

    public static JsonNode Parse(string text)
    {
        var parser = new JsonParser(text);
        var value = parser.Value();
        parser.SkipBlanks();
        return parser._at == text.Length ? new JsonNode(value) : throw parser.Unexpected();
    }

    private object? Value()
    {
        SkipBlanks();
        return Peek() switch
        {
            '{' => Object(),
            '[' => Array(),
            '"' => String(),
            't' => Literal("true", true),
            'f' => Literal("false", false),
            'n' => Literal("null", null),
            _ => Number(),
        };
    }

    private Dictionary<string, JsonNode> Object()
    {
        var members = new Dictionary<string, JsonNode>(StringComparer.Ordinal);
        Take('{');
        for (SkipBlanks(); Peek() != '}'; SkipBlanks())
        {
            if (members.Count > 0)
            {
                Take(',');
                SkipBlanks();
            }

            var name = String();
            SkipBlanks();
            Take(':');
            members.Add(name, new JsonNode(Value()));
        }

        Take('}');
        return members;
    }

    private List<JsonNode> Array()
    {
        var items = new List<JsonNode>();
        Take('[');
        for (SkipBlanks(); Peek() != ']'; SkipBlanks())
        {
            if (items.Count > 0)
            {
                Take(',');
            }

            items.Add(new JsonNode(Value()));
        }

        Take(']');
        return items;
    }

    private string String()
    {
        var result = new StringBuilder();
        Take('"');
        while (Peek() != '"')
        {
            result.Append(Peek() == '\\' ? Escape() : _text[_at++]);
        }

        Take('"');
        return result.ToString();
    }

    private char Escape()
    {
        Take('\\');
        var kind = Peek();
        _at++;
        switch (kind)
        {
            case 'b': return '\b';
            case 'f': return '\f';
            case 'n': return '\n';
            case 'r': return '\r';
            case 't': return '\t';
            case 'u' when _at + 4 <= _text.Length:
                _at += 4;
                return (char)int.Parse(_text.Substring(_at - 4, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            default: return kind;
        }
    }

    private double Number()
    {
        var start = _at;
        while (_at < _text.Length && (char.IsDigit(_text[_at]) || "+-.eE".IndexOf(_text[_at]) >= 0))
        {
            _at++;
        }

        return double.TryParse(_text.Substring(start, _at - start), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Unexpected();
    }

    private object? Literal(string text, object? value)
    {
        _at += string.CompareOrdinal(_text, _at, text, 0, text.Length) == 0 ? text.Length : throw Unexpected();
        return value;
    }

    private void SkipBlanks()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
        {
            _at++;
        }
    }

    private char Peek() => _at < _text.Length ? _text[_at] : throw Unexpected();

    private void Take(char expected) => _at += Peek() == expected ? 1 : throw Unexpected();

    private FormatException Unexpected() => new($"Not the JSON that was expected, at character {_at}");
}
