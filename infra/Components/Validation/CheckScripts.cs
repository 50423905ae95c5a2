using System.Collections.ObjectModel;

namespace MlTa.Components.Validation;

/// <summary>The files of infra/Drills/Checks for a ConfigMap. All are mounted into one folder: the scripts look for each other beside themselves.</summary>
internal static class CheckScripts
{
    private const string Prefix = "checks/";

    /// <summary>By file name, in the order of the names: a ConfigMap must not differ from one evaluation to the next.</summary>
    public static IReadOnlyDictionary<string, string> Texts { get; } = new ReadOnlyDictionary<string, string>(new SortedDictionary<string, string>(
        typeof(CheckScripts).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .ToDictionary(name => name[Prefix.Length..], Read),
        StringComparer.Ordinal));

    private static string Read(string resource)
    {
        using var reader = new StreamReader(typeof(CheckScripts).Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
