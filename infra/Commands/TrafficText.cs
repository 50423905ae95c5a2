using MlTa.Offline;
using MlTa.Recovery;
using Spectre.Console;

namespace MlTa.Commands;

/// <summary>How users reach a region, for people.</summary>
internal static class TrafficText
{
    public static void Write(IReadOnlyList<StackGraph> graphs, IAnsiConsole console)
    {
        var table = TextConsole.Table("Name", "Leads to", "Checked by");
        foreach (var route in TrafficRoutes.Of(graphs))
        {
            table.AddRow($"{route.Name} {route.Order}".TrimEnd(), route.LeadsTo, Checks(route));
        }

        console.WriteRows(table);
    }

    private static string Checks(TrafficRoute route) => route switch
    {
        { Order: not null, Checks: [] } => "none, always answered",
        { Order: not null, Checks: [{ IsPinned: true }] } => "pinned, never answered",
        _ => string.Join('\n', route.Checks.Select(check => check.IsPinned ? $"{check.Path} pinned" : $"{check.Path} {check.IntervalSeconds} s")),
    };
}
