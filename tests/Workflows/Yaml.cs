using YamlDotNet.RepresentationModel;

namespace MlTa.Tests.Workflows;

/// <summary>Reading of a file's nodes by name.</summary>
internal static class Yaml
{
    public static YamlMappingNode Read(string file)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(File.ReadAllText(file)));
        return (YamlMappingNode)stream.Documents.Single().RootNode;
    }

    /// <returns>Null where one of the keys is not there.</returns>
    public static YamlNode? At(this YamlNode? node, params string[] path) =>
        path.Aggregate(node, (found, key) => found is YamlMappingNode map && map.Children.TryGetValue(key, out var child) ? child : null);

    /// <returns>The text of a plain value; null where there is none.</returns>
    public static string? TextAt(this YamlNode? node, params string[] path) => (node.At(path) as YamlScalarNode)?.Value;

    /// <returns>The keys of a map, the items of a list, or a plain value alone.</returns>
    public static IReadOnlyList<string> NamesAt(this YamlNode? node, params string[] path) => node.At(path) switch
    {
        YamlMappingNode map => [.. map.Children.Keys.Select(key => ((YamlScalarNode)key).Value!)],
        YamlSequenceNode list => [.. list.Select(item => ((YamlScalarNode)item).Value!)],
        YamlScalarNode plain => [plain.Value!],
        _ => [],
    };
}
