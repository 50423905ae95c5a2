using MlTa.Offline;
using MlTa.Recovery;
using Spectre.Console;

namespace MlTa.Commands;

/// <summary>Who hears of an outage and of everything less, for people.</summary>
internal static class AlertText
{
    public static void Write(IReadOnlyList<StackGraph> graphs, IAnsiConsole console)
    {
        var table = TextConsole.Table("Escalation", "Region", "Outage", "Alarms", "Reaches");
        foreach (var route in AlertRoutes.Of(graphs))
        {
            table.AddRow(
                route.Level,
                route.Region,
                route.AfterMinutes is { } minutes ? $"after {minutes} min" : "",
                $"{route.Alarms}",
                string.Join(", ", route.Channels));
        }

        console.WriteRows(table);
    }
}
