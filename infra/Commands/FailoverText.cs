using MlTa.Recovery.Changes;
using MlTa.Recovery.Moves;
using MlTa.Recovery.Procedures;
using MlTa.Recovery.Scenarios;
using MlTa.Recovery.Time;
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
        Config(console, plan);
        console.Write(Changes(plan));
        console.Write(Steps(plan));
        console.Write(Lost(report));
        console.MarkupLineInterpolated($"Users are out for {Minutes.Text(plan.Outage, plan.Grade)}; once it is decided, for {Minutes.Text(plan.AfterDecision, plan.Grade)}.");
        console.MarkupLineInterpolated($"Awake: {string.Join(", ", plan.Awake.Select(ActorNames.Of))}.");
        if (report.Refusals.Count > 0)
        {
            console.MarkupLineInterpolated($"[bold]Do not do it:[/]");
            foreach (var refusal in report.Refusals)
            {
                console.MarkupLineInterpolated($"  - {refusal}");
            }
        }
    }

    private static void Config(IAnsiConsole console, RecoveryPlan plan)
    {
        foreach (var up in plan.Planned.Ups)
        {
            var isLater = !plan.Ups.Contains(up);
            console.MarkupLineInterpolated($"{(isLater ? "As soon as its region answers" : "Now")}, to {up.Phase.Purpose}:");
            foreach (var change in up.Phase.Config)
            {
                console.MarkupLineInterpolated($"  {Unknowns.Show(change.Command)}");
            }

            console.MarkupLineInterpolated($"  pulumi up --stack {up.Phase.Stack}{(isLater ? "" : " --skip-preview --continue-on-error")}");
        }

        console.MarkupLineInterpolated($"Set all keys and commit the files together: exactly one stack of a commit is active.");
        console.WriteLine();
    }

    private static Table Changes(RecoveryPlan plan)
    {
        var table = TextConsole.Table("Stack", "Change", "Resource", "Properties");
        foreach (var change in plan.Ups.SelectMany(up => up.Changes).OrderBy(change => change.Kind != ChangeKind.Promote).ThenBy(change => change.Kind))
        {
            table.AddRow(change.Stack, Json.Word(change.Kind), Markup.Escape($"{change.Resource.Type.Split(':')[^1]} {change.Resource.Name}"), Markup.Escape(string.Join(", ", change.Properties)));
        }

        return table;
    }

    private static Table Steps(RecoveryPlan plan)
    {
        var path = CriticalPath.From(plan.OutageFrom, plan.Steps);
        var table = TextConsole.Table("Done at", "Step", "Who", "Where", "Takes");
        foreach (var step in plan.Steps.OrderBy(step => path.EndOf(step.Id).Likely))
        {
            table.AddRow(
                Minutes.One(path.EndOf(step.Id).Likely),
                Markup.Escape(step.Title),
                ActorNames.Of(step.Actor),
                step.Home is null ? "" : $"{step.Home}, {Json.Word(step.Plane)}",
                Minutes.Text(step.Duration.Minutes, step.Duration.Grade));
        }

        return table;
    }

    private static Table Lost(FailoverReport report)
    {
        var table = TextConsole.Table("Store", "From", "Lost", "Says");
        foreach (var loss in report.Losses)
        {
            table.AddRow(loss.Store, loss.Copy, Minutes.Text(loss.Minutes, loss.Grade), Markup.Escape(loss.Source));
        }

        table.AddRow("all together", "", Minutes.Text(Losses.Together(report.Losses), report.Losses.Max(loss => loss.Grade)), "the newest moment to which all come back");
        return table;
    }
}
