using System.Collections.Immutable;
using System.Text.Json;

namespace Pulumi;

/// <summary>The configuration that the CLI hands to the program in an environment variable.</summary>
internal static class ConfigVariables
{
    private const string Infix = "config:";

    public static ImmutableDictionary<string, string> Read()
    {
        if (Environment.GetEnvironmentVariable("PULUMI_CONFIG") is not { } text)
        {
            return ImmutableDictionary<string, string>.Empty;
        }

        using var json = JsonDocument.Parse(text);
        var values = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (var property in json.RootElement.EnumerateObject())
        {
            values[Clean(property.Name)] = property.Value.ToString();
        }

        return values.ToImmutable();
    }

    /// <summary>Older CLIs write <c>project:config:key</c> for <c>project:key</c>.</summary>
    private static string Clean(string key)
    {
        var name = key.IndexOf(':', StringComparison.Ordinal) + 1;
        return name > 1 && key.AsSpan(name).StartsWith(Infix, StringComparison.Ordinal) ? key.Remove(name, Infix.Length) : key;
    }
}
