using System.Globalization;

namespace MlTa.Settings.Reading;

/// <summary>A value given on the command line for one run, as <c>pulumi --config</c> takes it.</summary>
/// <param name="Key">The key, with or without the project's name.</param>
/// <param name="Value">Text; a map or a list as JSON.</param>
/// <param name="IsPath">Whether the key leads into a map or list: <c>peers[0].region</c>.</param>
internal sealed record SettingOverride(string Key, string Value, bool IsPath)
{
    private static readonly char[] s_separators = ['.', '[', ']', '"'];

    private string[] Segments => IsPath ? Key.Split(s_separators, StringSplitOptions.RemoveEmptyEntries) : [Key];

    /// <exception cref="FormatException">The text is not <c>key=value</c>. What it is may be a secret, so only its length is told.</exception>
    public static SettingOverride Parse(string text, bool isPath) =>
        text.Split('=', 2) is [var key, var value] && new SettingOverride(key, value, isPath) is { Segments: [{ Length: > 0 }, ..] } parsed
            ? parsed
            : throw new FormatException($"expected key=value, got {text.Length} characters {(text.Contains('=') ? "without a key" : "without =")}");

    /// <summary>The full key of the value that is replaced, wholly or in part.</summary>
    public string TopKey(string project) => ConfigKeys.Full(project, Segments[0]);

    /// <exception cref="FormatException">The path leads nowhere.</exception>
    public SettingNode Apply(SettingNode? node) => Replace(node, Segments.AsSpan(1));

    private SettingNode Replace(SettingNode? node, ReadOnlySpan<string> path)
    {
        if (path.IsEmpty)
        {
            return new ScalarNode(Value);
        }

        switch (node)
        {
            case null or MapNode:
                var entries = new Dictionary<string, SettingNode>((node as MapNode)?.Entries ?? new Dictionary<string, SettingNode>());
                entries[path[0]] = Replace(entries.GetValueOrDefault(path[0]), path[1..]);
                return new MapNode(entries);
            case ListNode list when int.TryParse(path[0], NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < list.Items.Count:
                var items = list.Items.ToArray();
                items[index] = Replace(items[index], path[1..]);
                return new ListNode(items);
            case ListNode list:
                throw new FormatException($"the list has {list.Items.Count} items, numbered from 0, got [{path[0]}]");
            default:
                throw new FormatException($"expected a map or a list to take {path[0]} from, got {node.Shown}");
        }
    }
}
