using System.Text.Json;
using System.Text.Json.Nodes;
using MlTa.Offline;
using Spectre.Console;

namespace MlTa.Commands;

/// <summary>Every resource of a stack with its options and its inputs, as indented lines.</summary>
internal static class InputsText
{
    private const string Indent = "    ";

    public static void Write(StackGraph graph, IAnsiConsole console)
    {
        foreach (var resource in graph.Resources.Where(resource => !resource.IsComponent))
        {
            Line(console, string.Join(", ", [$"+ {resource.Type} {resource.Name}", .. Options(resource)]));
            Line(console, $"{Indent}[{resource.Urn}]");
            foreach (var urn in resource.DependsOn)
            {
                Line(console, $"{Indent}dependsOn {urn}");
            }

            WriteNode(console, resource.Inputs, Indent);
            console.WriteLine();
        }
    }

    /// <summary>In the engine's own words, and only what differs from the default.</summary>
    private static IEnumerable<string> Options(DeclaredResource resource)
    {
        if (resource.Protect)
        {
            yield return "protect";
        }

        if (resource.RetainOnDelete)
        {
            yield return "retainOnDelete";
        }

        if (resource.DeleteBeforeReplace)
        {
            yield return "deleteBeforeReplace";
        }

        foreach (var input in resource.IgnoreChanges)
        {
            yield return $"ignoreChanges {input}";
        }
    }

    private static void WriteNode(IAnsiConsole console, JsonNode node, string indent)
    {
        foreach (var (key, value) in Entries(node))
        {
            var document = DocumentIn(value);
            if ((document ?? value) is JsonObject { Count: > 0 } or JsonArray { Count: > 0 })
            {
                Line(console, $"{indent}{key}:{(document is null ? "" : " (json)")}");
                WriteNode(console, document ?? value!, indent + Indent);
            }
            else if (LinesOf(value) is { Count: > 1 } lines)
            {
                Line(console, $"{indent}{key}: (text)");
                foreach (var line in lines)
                {
                    Line(console, $"{indent}{Indent}{line}");
                }
            }
            else
            {
                Line(console, $"{indent}{key}: {value?.ToJsonString(Json.Options) ?? "null"}");
            }
        }
    }

    private static IEnumerable<(string Key, JsonNode? Value)> Entries(JsonNode node) => node is JsonObject map
        ? map.Select(entry => (entry.Key, entry.Value))
        : node.AsArray().Select((item, index) => ($"[{index}]", item));

    /// <summary>A policy is JSON in a text, and unreadable as one.</summary>
    private static JsonNode? DocumentIn(JsonNode? value)
    {
        try
        {
            return value is JsonValue text && text.TryGetValue<string>(out var json) && json.StartsWith('{') ? JsonNode.Parse(json) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IReadOnlyList<string> LinesOf(JsonNode? value) =>
        value is JsonValue text && text.TryGetValue<string>(out var lines) ? lines.Split('\n') : [];

    /// <summary>Past the console: neither wrapped nor read as markup, so that a value can be copied.</summary>
    private static void Line(IAnsiConsole console, string text) => console.Profile.Out.Writer.WriteLine(text);
}
