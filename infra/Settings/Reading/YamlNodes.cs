using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace MlTa.Settings.Reading;

/// <summary>
/// Turns YAML text into nodes. Nobody knows yet which values are secret, so problems give places and never values.
/// </summary>
internal static partial class YamlNodes
{
    /// <summary>A stack file has a few hundred lines; what is larger is not one.</summary>
    public const int MaximumBytes = 1024 * 1024;

    private const int MaximumDepth = 32;

    /// <exception cref="FormatException">The text is not one YAML document that a stack file could be.</exception>
    public static SettingNode Parse(string text)
    {
        try
        {
            RefuseWhatGrows(text);
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            return stream.Documents.Count switch
            {
                0 => new NullNode(),
                1 => Convert(stream.Documents[0].RootNode),
                var count => throw new FormatException($"expected one YAML document, got {count}"),
            };
        }
        catch (YamlException e)
        {
            // That message of the library quotes the key.
            throw e.Message.StartsWith("Duplicate key", StringComparison.Ordinal)
                ? new FormatException($"each key once, got one again, line {e.Start.Line}", e)
                : new FormatException($"not YAML, line {e.Start.Line}, column {e.Start.Column}: {e.Message.TrimEnd('.')}", e);
        }
        // What YamlDotNet does not check itself, such as a character that does not exist, or a document that ends before it begins.
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            throw new FormatException($"not YAML: {e.Message.TrimEnd('.')}", e);
        }
    }

    /// <summary>
    /// What is nested too deep ends the process, and aliases of aliases outgrow any memory: so both are refused before
    /// anything recursive sees them.
    /// </summary>
    private static void RefuseWhatGrows(string text)
    {
        var parser = new Parser(new StringReader(text));
        var depth = 0;
        while (parser.MoveNext())
        {
            depth += parser.Current is MappingStart or SequenceStart ? 1 : parser.Current is MappingEnd or SequenceEnd ? -1 : 0;
            if (depth > MaximumDepth)
            {
                throw new FormatException($"nested deeper than {MaximumDepth} levels, line {parser.Current!.Start.Line}");
            }

            if (parser.Current is AnchorAlias alias)
            {
                throw new FormatException($"every value has to stand where it is used, so write it out, got an alias, line {alias.Start.Line}");
            }
        }
    }

    private static SettingNode Convert(YamlNode node) => node switch
    {
        YamlScalarNode scalar when IsNull(scalar) => new NullNode(),
        YamlScalarNode { Style: ScalarStyle.Plain } scalar when OctalPattern().IsMatch(scalar.Value!) =>
            throw new FormatException($"Pulumi takes digits after a 0 for another number, so put them in quotes, line {scalar.Start.Line}"),
        YamlScalarNode { Style: ScalarStyle.Plain } scalar when LastZeroPattern().IsMatch(scalar.Value!) =>
            throw new FormatException($"Pulumi takes it for a number and drops the last zero, so put it in quotes, line {scalar.Start.Line}"),
        YamlScalarNode { Style: ScalarStyle.Plain } scalar when TimePattern().IsMatch(scalar.Value!) =>
            throw new FormatException($"Pulumi takes it for a time and spells it otherwise, so put it in quotes, line {scalar.Start.Line}"),
        YamlScalarNode scalar => new ScalarNode(scalar.Value!),
        YamlSequenceNode list => new ListNode([.. list.Children.Select(Convert)]),
        YamlMappingNode map when IsEncrypted(map) => new EncryptedNode(),
        YamlMappingNode map => ConvertMap(map),
        _ => throw new FormatException($"unexpected {node.NodeType}, line {node.Start.Line}"),
    };

    private static MapNode ConvertMap(YamlMappingNode map)
    {
        var entries = new Dictionary<string, SettingNode>();
        foreach (var (key, value) in map.Children)
        {
            // For YAML two keys also differ by their tags.
            if (!entries.TryAdd(Key(key), Convert(value)))
            {
                throw new FormatException($"each key once, got one again, line {key.Start.Line}");
            }
        }

        return new(entries);
    }

    private static string Key(YamlNode node) => node is YamlScalarNode { Value: { } key }
        ? key
        : throw new FormatException($"a key has to be text, line {node.Start.Line}");

    private static bool IsNull(YamlScalarNode scalar) =>
        scalar.Value is null || (scalar.Style == ScalarStyle.Plain && scalar.Value is "" or "~" or "null" or "Null" or "NULL");

    /// <summary>How Pulumi writes an encrypted value: a map with the one key <c>secure</c>.</summary>
    private static bool IsEncrypted(YamlMappingNode map) =>
        map.Children.Count == 1 && map.Children.Single().Key is YamlScalarNode { Value: "secure" };

    [GeneratedRegex(@"^[+-]?0[0-9_]+\z")]
    private static partial Regex OctalPattern();

    /// <summary>Versions such as 1.10, which the program would be given as 1.1.</summary>
    [GeneratedRegex(@"^[+-]?[0-9][0-9_]*\.([0-9_]*0)?\z")]
    private static partial Regex LastZeroPattern();

    /// <summary>A day, or a time of one, which Pulumi hands on as Go prints it (pulumi/pulumi, sdk/go/common/resource/config/object.go).</summary>
    [GeneratedRegex(@"^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ].*)?\z")]
    private static partial Regex TimePattern();
}
