using MlTa.Recovery.Changes;
using MlTa.Recovery.Procedures;
using MlTa.Recovery.Scenarios;
using Spectre.Console;

namespace MlTa.Commands;

/// <summary>A failover for people: what to type, what happens, how long it takes, what is lost, and who must be awake.</summary>
internal static class FailoverText
{
    public static void Write(FailoverReport report, TextWriter output)
    {
        var console = TextConsole.On(output);
        var plan = report.Plan;
        console.MarkupLineInterpolated($"[bold]{plan.Title}[/], from {report.From.Stack} ({report.From.Region}), {(report.IsGraceful ? "which still answers" : "which is lost")}");
        console.WriteLine();
        WriteInstructions(console, plan);
        console.Write(Changes(plan));
        console.Write(Steps(plan));
        console.Write(Lost(report));
        console.MarkupLineInterpolated($"Users are out for {Minutes.Text(plan.Outage, plan.Grade)}; once it is decided, for {Minutes.Text(plan.AfterDecision, plan.Grade)}.");
        console.MarkupLineInterpolated($"Awake: {string.Join(", ", plan.Awake.Select(ActorNames.Of))}.");
        var stated = plan.Planned.Ups.Select(up => up.Phase.Id).ToList();
        foreach (var order in report.Orders.Unsafe)
        {
            if (order.SequenceEqual(stated))
            {
                console.MarkupLineInterpolated($"Only if {report.From.Region} is really gone: as long as it writes, two regions would. If it still answers: --graceful.");
            }
            else
            {
                console.MarkupLineInterpolated($"Never in this order, or two regions write at once: {string.Join(", then ", order)}.");
            }
        }

        if (report.Refusals.Count > 0)
        {
            console.MarkupLineInterpolated($"[bold]Do not do it:[/]");
            foreach (var refusal in report.Refusals)
            {
                console.MarkupLineInterpolated($"  - {refusal}");
            }
        }
    }

    private static void WriteInstructions(IAnsiConsole console, RecoveryPlan plan)
    {
        foreach (var (instruction, number) in Instruction.Of(plan).Select((instruction, index) => (instruction, index + 1)))
        {
            console.MarkupLineInterpolated($"{number}. {instruction.Title} ({instruction.Who})");
            foreach (var line in instruction.Lines)
            {
                // Not wrapped, so that it can be copied.
                console.Profile.Out.Writer.WriteLine($"     {line}");
            }
        }

        console.WriteLine();
    }

    /// <summary>What is done to several of one type is one row, with the inputs' outermost names: <c>--json</c> has all of it.</summary>
    private static Table Changes(RecoveryPlan plan)
    {
        var table = TextConsole.Table("Stack", "Change", "Type", "Names", "Properties");
        foreach (var same in plan.Ups.SelectMany(up => up.Changes
            .OrderBy(change => change.Kind != ChangeKind.Promote)
            .ThenBy(change => change.Kind)
            .ThenBy(change => change.Resource.Type, StringComparer.Ordinal)
            .GroupBy(change => (change.Stack, change.Kind, change.Resource.Type, Properties: string.Join(", ", change.Properties.Select(Outermost).Distinct())))))
        {
            table.AddRow(
                same.Key.Stack,
                Json.Word(same.Key.Kind),
                same.Key.Type.Split(':')[^1],
                Markup.Escape(string.Join(", ", same.Select(change => change.Resource.Name))),
                Markup.Escape(same.Key.Properties));
        }

        return table;
    }

    private static string Outermost(string path) => PropertyPath.Parse(path).Names.First();

    private static Table Steps(RecoveryPlan plan)
    {
        var table = TextConsole.Table("Done at", "Step", "Who", "Where", "Takes");
        table.Columns[0].RightAligned();
        foreach (var row in StepRow.Of(plan))
        {
            table.AddRow(row.DoneAt, Markup.Escape(row.Title), row.Who, row.Where, row.Takes);
        }

        return table;
    }

    private static Table Lost(FailoverReport report)
    {
        var table = TextConsole.Table("Store", "From", "Lost", "Says");
        foreach (var same in StoreRow.Of(report.Losses))
        {
            table.AddRow(same.Stores, same.Copy, same.Lost, Markup.Escape(same.Source));
        }

        table.AddRow("all together", "", Minutes.Text(Losses.Together(report.Losses), report.Losses.Max(loss => loss.Grade)), "the newest moment that all copies have reached");
        return table;
    }
}
