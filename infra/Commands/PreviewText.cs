using MlTa.Offline;
using MlTa.Recovery;
using MlTa.Settings;
using MlTa.Settings.Drills;
using Spectre.Console;

namespace MlTa.Commands;

/// <summary>A preview for people.</summary>
internal static class PreviewText
{
    public static void Write(IReadOnlyList<StackGraph> graphs, IReadOnlyList<DrillSettings> drills, bool withInputs, TextWriter output)
    {
        var console = TextConsole.On(output);
        console.MarkupLineInterpolated($"[bold]What {Count(graphs.Count, "stack")} declare{(graphs.Count == 1 ? "s" : "")}[/]  (Pulumi: {PulumiSdk.Description})");
        console.WriteLine();
        console.Write(Stacks(graphs));
        console.WriteRows(Copies(graphs));
        DrillText.Write(drills, console);
        TrafficText.Write(graphs, console);
        AlertText.Write(graphs, console);
        console.Write(Kinds(graphs));
        if (withInputs)
        {
            foreach (var graph in graphs)
            {
                InputsText.Write(graph, console);
            }
        }
    }

    private static Table Stacks(IReadOnlyList<StackGraph> graphs)
    {
        var table = TextConsole.Table("Stack", "Region", "Role", "Resources", "Protected");
        foreach (var graph in graphs)
        {
            table.AddRow(
                graph.Stack,
                graph.Region,
                SettingNames.Of(graph.Role),
                $"{graph.Resources.Count(resource => !resource.IsComponent)}",
                $"{graph.Resources.Count(resource => resource.Protect)}");
        }

        return table;
    }

    private static Table Copies(IReadOnlyList<StackGraph> graphs)
    {
        var table = TextConsole.Table("From", "To", "Copied");
        foreach (var copies in graphs.SelectMany(DataCopies.Of).GroupBy(copy => copy with { What = "" }))
        {
            var (_, from, to, how, freshness) = copies.Key;
            table.AddRow(from, to, string.Join('\n', [.. copies.Select(copy => copy.What), $"  how: {how}", $"  age: {freshness}"]));
        }

        return table;
    }

    /// <summary>By service, with its total, and below it what it is made of.</summary>
    private static Table Kinds(IReadOnlyList<StackGraph> graphs)
    {
        var table = TextConsole.Table(["Kind", .. graphs.Select(graph => graph.Stack)]);
        foreach (var column in table.Columns.Skip(1))
        {
            column.RightAligned();
        }

        var services = graphs
            .SelectMany(graph => graph.Resources)
            .Where(resource => !resource.IsComponent)
            .Select(resource => resource.Type)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .GroupBy(ServiceOf);
        foreach (var service in services)
        {
            AddCounts(table, service.Key, graphs, type => ServiceOf(type) == service.Key);
            foreach (var kind in service)
            {
                AddCounts(table, $"  {kind.Split(':')[^1]}", graphs, type => type == kind);
            }
        }

        return table;
    }

    private static void AddCounts(Table table, string name, IReadOnlyList<StackGraph> graphs, Func<string, bool> isCounted) =>
        table.AddRow([name, .. graphs.Select(graph => Cell(graph.Resources.Count(resource => !resource.IsComponent && isCounted(resource.Type))))]);

    /// <summary>As the <c>pulumi</c> CLI shortens a type: without the module's second part, which repeats the name.</summary>
    private static string ServiceOf(string type) => type.Split(':') is [var package, var module, ..] ? $"{package}:{module.Split('/')[0]}" : type;

    private static string Cell(int count) => count == 0 ? "" : $"{count}";

    private static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
