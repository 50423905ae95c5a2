using System.Text.Json;
using MlTa.Offline;

namespace MlTa.Tests.Support;

/// <summary>The policy documents of a graph, wherever they are: every text that is JSON with statements.</summary>
internal static class FoundPolicies
{
    public static IEnumerable<FoundPolicy> Policies(this StackGraph graph) =>
        from resource in graph.Resources
        from input in resource.Texts()
        let document = DocumentIn(input.Text)
        where document is { ValueKind: JsonValueKind.Object } json && json.TryGetProperty("Statement", out _)
        select new FoundPolicy(resource, input.Path.TrimStart('.'), document.Value);

    public static IEnumerable<FoundStatement> PolicyStatements(this StackGraph graph) => graph.Policies().SelectMany(policy => policy.Statements);

    private static JsonElement? DocumentIn(string text)
    {
        try
        {
            return text.StartsWith('{') ? JsonDocument.Parse(text).RootElement : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
