using System.Text.RegularExpressions;

namespace MlTa.Offline;

/// <summary>
/// What stands for an output while the declaration runs. Tokens are unique, so a token found in another resource's
/// inputs is an edge; and they survive being formatted or serialized, having no character that JSON escapes.
/// </summary>
internal readonly partial record struct OutputToken(ResourceKey Resource, string Output)
{
    public override string ToString() => $"${{{Resource.Type}::{Resource.Name}.{Output}}}";

    /// <summary>Replaces every token of <paramref name="text"/>, also those that replacements bring in.</summary>
    public static string Replace(string text, Func<OutputToken, string> resolve) => !text.Contains("${", StringComparison.Ordinal)
        ? text
        : Pattern().Replace(text, match =>
        {
            var token = new OutputToken(new(match.Groups["type"].Value, match.Groups["name"].Value), match.Groups["output"].Value);
            var value = resolve(token);
            return value == match.Value ? value : Replace(value, resolve);
        });

    [GeneratedRegex(@"\$\{(?<type>[^:{}]+:[^:{}]+:[^:{}]+)::(?<name>[^{}]+)\.(?<output>[\w/]+)\}")]
    private static partial Regex Pattern();
}
