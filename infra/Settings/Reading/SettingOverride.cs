using System.Globalization;
using System.Text.RegularExpressions;

namespace MlTa.Settings.Reading;

/// <summary>A value given on the command line for one run, as <c>pulumi --config</c> takes it.</summary>
/// <param name="Key">The key, with or without the project's name.</param>
/// <param name="Value">Text; a map or a list as JSON.</param>
/// <param name="IsPath">Whether the key leads into a map or list: <c>peers[0].region</c>.</param>
internal sealed partial record SettingOverride(string Key, string Value, bool IsPath)
{
    private Segment[] Segments => IsPath
        ? [.. SegmentPattern().Matches(Key).Select(match => new Segment(match.Value.Trim('[', ']'), match.Value[0] == '['))]
        : [new(Key, IsIndex: false)];

    /// <exception cref="FormatException">The text is not <c>key=value</c>. What it is may be a secret, so only its length is told.</exception>
    public static SettingOverride Parse(string text, bool isPath) =>
        text.Split('=', 2) is [var key, var value] && new SettingOverride(key, value, isPath) is { Segments: [{ Text.Length: > 0 }, ..] } parsed
            ? parsed
            : throw new FormatException($"expected key=value, got {text.Length} characters {(text.Contains('=') ? "without a key" : "without =")}");

    /// <summary>The full key of the value that is replaced, wholly or in part.</summary>
    public string TopKey(string project) => ConfigKeys.Full(project, Segments[0].Text);

    /// <exception cref="FormatException">The path leads nowhere.</exception>
    public SettingNode Apply(SettingNode? node) => Replace(node, Segments.AsSpan(1));

    /// <summary>As <c>pulumi config set --path</c> does: one more item may follow a list's last, and what is not there is made (pulumi/pulumi, sdk/go/common/resource/config/object.go).</summary>
    private SettingNode Replace(SettingNode? node, ReadOnlySpan<Segment> path)
    {
        if (path.IsEmpty)
        {
            return new ScalarNode(Value);
        }

        var (text, isIndex) = path[0];
        switch (node)
        {
            case null when isIndex:
                return Replace(new ListNode([]), path);
            case null or MapNode:
                var entries = new Dictionary<string, SettingNode>((node as MapNode)?.Entries ?? new Dictionary<string, SettingNode>());
                entries[text] = Replace(entries.GetValueOrDefault(text), path[1..]);
                return new MapNode(entries);
            case ListNode list when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index <= list.Items.Count:
                var item = Replace(index < list.Items.Count ? list.Items[index] : null, path[1..]);
                return new ListNode([.. list.Items.Take(index), item, .. list.Items.Skip(index + 1)]);
            case ListNode list:
                throw new FormatException($"the list has {list.Items.Count} items, so give 0 to {list.Items.Count}, which adds one, got [{text}]");
            default:
                throw new FormatException($"expected a map or a list to take {text} from, got {node.Shown}");
        }
    }

    /// <summary>A number in brackets, or what stands between dots, brackets and quotes.</summary>
    [GeneratedRegex(@"\[[0-9]+\]|[^.\[\]""]+")]
    private static partial Regex SegmentPattern();

    /// <param name="Text">The name of an entry, or the number of an item.</param>
    /// <param name="IsIndex">Whether it can only be a number of an item.</param>
    private readonly record struct Segment(string Text, bool IsIndex);
}
