using System.Text.Json.Nodes;
using MlTa.Offline;
using Spectre.Console;

namespace MlTa.Commands;

/// <summary>The inputs of every resource of a stack, as indented lines.</summary>
internal static class InputsText
{
    private const string Indent = "    ";

    public static void Write(StackGraph graph, IAnsiConsole console)
    {
        foreach (var resource in graph.Resources.Where(resource => !resource.IsComponent))
        {
            Line(console, $"+ {resource.Type} {resource.Name}{(resource.Protect ? ", protected" : "")}");
            Line(console, $"{Indent}[{resource.Urn}]");
            WriteNode(console, resource.Inputs, Indent);
            console.WriteLine();
        }
    }

    private static void WriteNode(IAnsiConsole console, JsonNode node, string indent)
    {
        foreach (var (key, value) in Entries(node))
        {
            if (value is JsonObject { Count: > 0 } or JsonArray { Count: > 0 })
            {
                Line(console, $"{indent}{key}:");
                WriteNode(console, value, indent + Indent);
            }
            else
            {
                Line(console, $"{indent}{key}: {Scalar(value)}");
            }
        }
    }

    private static IEnumerable<(string Key, JsonNode? Value)> Entries(JsonNode node) => node is JsonObject map
        ? map.Select(entry => (entry.Key, entry.Value))
        : node.AsArray().Select((item, index) => ($"[{index}]", item));

    private static string Scalar(JsonNode? value) => value switch
    {
        null => "null",
        JsonObject => "{}",
        JsonArray => "[]",
        _ => value.ToString(),
    };

    /// <summary>Past the console: neither wrapped nor read as markup, so that a value can be copied.</summary>
    private static void Line(IAnsiConsole console, string text) => console.Profile.Out.Writer.WriteLine(text);
}
