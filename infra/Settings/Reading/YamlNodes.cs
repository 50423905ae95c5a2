using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace MlTa.Settings.Reading;

/// <summary>Turns YAML text into nodes.</summary>
internal static class YamlNodes
{
    /// <summary>A stack file has a few hundred lines; what is larger is not one.</summary>
    public const int MaximumBytes = 1024 * 1024;

    private const int MaximumDepth = 32;

    /// <exception cref="FormatException">The text is not one YAML document that a stack file could be.</exception>
    public static SettingNode Parse(string text)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException e)
        {
            throw new FormatException($"not YAML, line {e.Start.Line}, column {e.Start.Column}: {e.Message}", e);
        }

        return stream.Documents.Count switch
        {
            0 => new NullNode(),
            1 => Convert(stream.Documents[0].RootNode, depth: 0),
            var count => throw new FormatException($"one YAML document expected, got {count}"),
        };
    }

    private static SettingNode Convert(YamlNode node, int depth)
    {
        // Also ends a value that refers to itself.
        if (depth > MaximumDepth)
        {
            throw new FormatException($"nested deeper than {MaximumDepth} levels, line {node.Start.Line}");
        }

        return node switch
        {
            YamlScalarNode scalar when IsNull(scalar) => new NullNode(),
            YamlScalarNode scalar => new ScalarNode(scalar.Value!),
            YamlSequenceNode list => new ListNode([.. list.Children.Select(item => Convert(item, depth + 1))]),
            YamlMappingNode map when IsEncrypted(map) => new EncryptedNode(),
            YamlMappingNode map => new MapNode(map.Children.ToDictionary(entry => Key(entry.Key), entry => Convert(entry.Value, depth + 1))),
            _ => throw new FormatException($"unexpected {node.NodeType}, line {node.Start.Line}"),
        };
    }

    private static string Key(YamlNode node) => node is YamlScalarNode { Value: { } key }
        ? key
        : throw new FormatException($"a key has to be text, line {node.Start.Line}");

    private static bool IsNull(YamlScalarNode scalar) =>
        scalar.Value is null || (scalar.Style == ScalarStyle.Plain && scalar.Value is "" or "~" or "null" or "Null" or "NULL");

    /// <summary>How Pulumi writes an encrypted value: a map with the one key <c>secure</c>.</summary>
    private static bool IsEncrypted(YamlMappingNode map) =>
        map.Children.Count == 1 && map.Children.Single().Key is YamlScalarNode { Value: "secure" };
}
