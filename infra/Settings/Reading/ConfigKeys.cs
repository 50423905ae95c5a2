namespace MlTa.Settings.Reading;

/// <summary>How Pulumi writes configuration keys: <c>namespace:name</c>, where the project's own namespace may be left out.</summary>
internal static class ConfigKeys
{
    public const string Section = "config";

    /// <summary>The configuration in a file, which need not have any; null where it is something else than a map.</summary>
    public static IReadOnlyDictionary<string, SettingNode>? SectionOf(MapNode file) => file.Entries.GetValueOrDefault(Section) switch
    {
        null or NullNode => new Dictionary<string, SettingNode>(),
        MapNode section => section.Entries,
        _ => null,
    };

    public static string Full(string project, string key) => key.Contains(':') ? key : $"{project}:{key}";

    public static string PrefixOf(string project) => $"{project}:";
}
