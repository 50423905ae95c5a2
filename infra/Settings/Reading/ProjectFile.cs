using System.Reflection;
using MlTa.Settings.Drills;

namespace MlTa.Settings.Reading;

/// <summary>The part of <c>Pulumi.yaml</c> that every stack file builds on.</summary>
/// <param name="Name">The project's name: the namespace of its keys.</param>
/// <param name="Defaults">Full key to the value of stacks that do not give one.</param>
internal sealed record ProjectFile(string Name, IReadOnlyDictionary<string, SettingNode> Defaults)
{
    public const string FileName = "Pulumi.yaml";

    private static readonly Type[] s_shapes = [typeof(StackSettings), typeof(DrillSettings)];

    /// <summary>Null where the text is no project file; the problems then say why.</summary>
    public static ProjectFile? Parse(string text, ICollection<Problem> problems)
    {
        SettingNode root;
        try
        {
            root = YamlNodes.Parse(text);
        }
        catch (FormatException e)
        {
            problems.Add(new(FileName, "", e.Message));
            return null;
        }

        if (root is not MapNode map || map.Entries.GetValueOrDefault("name") is not ScalarNode { Text: { Length: > 0 } name })
        {
            problems.Add(new(FileName, "name", "missing, so give the project's name as text"));
            return null;
        }

        if (ConfigKeys.SectionOf(map) is not { } declarations)
        {
            problems.Add(new(FileName, ConfigKeys.Section, $"expected a map, got {map.Entries[ConfigKeys.Section].Shown}"));
            return null;
        }

        var defaults = new Dictionary<string, SettingNode>();
        foreach (var (key, declaration) in declarations)
        {
            if (DefaultOf(declaration) is { } value)
            {
                defaults[ConfigKeys.Full(name, key)] = value;
            }
        }

        return new(name, defaults);
    }

    /// <summary>
    /// The defaults for stacks whose settings have that shape. Pulumi wants a value for every key that the project declares, from a stack too whose shape
    /// has no such key: so one that stacks of this shape have to give has a default all the same, which says nothing and is none here.
    /// </summary>
    public Dictionary<string, SettingNode> DefaultsOf(Type shape)
    {
        var ofOthers = s_shapes.SelectMany(KeysOf).Except(KeysOf(shape)).ToHashSet();
        var required = SettingsBinder.KeysOf(shape).Where(SettingsBinder.IsRequired).Select(FullKeyOf).ToHashSet();
        return Defaults.Where(entry => !ofOthers.Contains(entry.Key) && !(required.Contains(entry.Key) && SaysNothing(entry.Value))).ToDictionary();
    }

    private IEnumerable<string> KeysOf(Type shape) => SettingsBinder.KeysOf(shape).Select(FullKeyOf);

    private string FullKeyOf(PropertyInfo key) => ConfigKeys.Full(Name, SettingsBinder.KeyOf(key));

    private static bool SaysNothing(SettingNode value) => value is MapNode { Entries.Count: 0 } or ListNode { Items.Count: 0 } or ScalarNode { Text: "" };

    /// <summary>
    /// A declaration is a map with <c>default</c> or <c>value</c>, of which Pulumi prefers the former; a bare value or
    /// list is short for it.
    /// </summary>
    private static SettingNode? DefaultOf(SettingNode declaration) => declaration switch
    {
        MapNode typed => typed.Entries.GetValueOrDefault("default") ?? typed.Entries.GetValueOrDefault("value"),
        NullNode => null,
        _ => declaration,
    };
}
