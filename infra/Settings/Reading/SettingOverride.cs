using System.Globalization;

namespace MlTa.Settings.Reading;

/// <summary>A value given on the command line for one run, as <c>pulumi --config</c> takes it.</summary>
/// <param name="Key">The key, with or without the project's name.</param>
/// <param name="Value">Text; a map or a list as JSON.</param>
/// <param name="IsPath">Whether the key leads into a map or list: <c>peers[0].region</c>.</param>
internal sealed record SettingOverride(string Key, string Value, bool IsPath)
{
    private static readonly char[] s_separators = ['.', '[', ']'];

    /// <exception cref="FormatException">The text is not <c>key=value</c>.</exception>
    public static SettingOverride Parse(string text, bool isPath) => text.Split('=', 2) is [{ Length: > 0 } key, var value]
        ? new(key, value, isPath)
        : throw new FormatException($"-c takes key=value, got '{text}'");

    public void Apply(Dictionary<string, SettingNode> entries, string project, SettingsBinder binder)
    {
        var segments = IsPath ? Key.Split(s_separators, StringSplitOptions.RemoveEmptyEntries) : [Key];
        var top = ConfigKeys.Full(project, segments[0]);
        try
        {
            entries[top] = Replace(entries.GetValueOrDefault(top), segments.AsSpan(1));
        }
        catch (FormatException e)
        {
            binder.Report(Key, e.Message);
        }
    }

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
                throw new FormatException($"the list has {list.Items.Count} items, got [{path[0]}]");
            default:
                throw new FormatException($"{node.Shown} has no key {path[0]}");
        }
    }
}
