namespace MlTa.Settings.Reading;

/// <summary>How Pulumi writes configuration keys: <c>namespace:name</c>, where the project's own namespace may be left out.</summary>
internal static class ConfigKeys
{
    public static string Full(string project, string key) => key.Contains(':') ? key : $"{project}:{key}";

    public static string PrefixOf(string project) => $"{project}:";
}
