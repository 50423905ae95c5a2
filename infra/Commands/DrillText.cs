using MlTa.Settings.Drills;
using Spectre.Console;

namespace MlTa.Commands;

/// <summary>What drills restore, and for how long they are there, for people.</summary>
internal static class DrillText
{
    public static void Write(IReadOnlyList<DrillSettings> drills, IAnsiConsole console)
    {
        var table = TextConsole.Table("Drill", "Restores", "Loses at most", "Expires");
        foreach (var drill in drills)
        {
            table.AddRow(
                $"{drill.Stack}, for {drill.Rehearses}",
                $"{drill.Restore.RecoveryPoint ?? drill.Restore.AutomatedBackupsArn}\n  as of {drill.Restore.Time}",
                $"{drill.Drill.MaximumDataLossMinutes} min before {drill.Drill.StartedAt}",
                drill.Drill.Expires);
        }

        console.WriteRows(table);
    }
}
