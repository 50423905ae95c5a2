using MlTa.Recovery;
using MlTa.Recovery.Findings;
using MlTa.Recovery.Proofs;
using MlTa.Recovery.Scenarios;
using Spectre.Console;

namespace MlTa.Commands;

/// <summary>An assessment for people.</summary>
internal static class AssessText
{
    public static void Write(Assessment assessment, IReadOnlyList<string>? differences, TextWriter output)
    {
        var console = TextConsole.On(output);
        var objectives = assessment.Objectives;
        console.MarkupLineInterpolated($"[bold]What would be recovered[/]  (objectives: {objectives.RecoveryTimeMinutes} min, {objectives.RecoveryPointMinutes} min of data; ~ is assumed, ✓ measured)");
        console.WriteLine();
        Write(console, "Lost", assessment.Outcomes);
        Write(console, "Lost, one after the other", assessment.SecondLosses);
        console.Write(Stores([.. assessment.Outcomes, .. assessment.SecondLosses]));
        console.Write(Budget(assessment.Slacks));
        foreach (var way in new[] { assessment.Home, assessment.Onward }.OfType<WayBack>())
        {
            console.MarkupLineInterpolated($"{way.Plan.Title}: {(way.Problems.Count == 0 ? "proved" : $"{way.Problems.Count} problems")}, with at least {Minutes.Text(way.Protection.Outage, way.Protection.Grade)} until a new standby follows, from when it is thought about");
        }

        console.WriteLine();
        if (assessment.Proofs is { } proofs)
        {
            ProofText.Write(console, proofs);
        }

        Write(console, assessment.Findings);
        if (differences is not null)
        {
            console.MarkupLineInterpolated($"[bold]Against the base[/]");
            foreach (var difference in differences.DefaultIfEmpty("nothing is gained or lost"))
            {
                console.MarkupLineInterpolated($"  {difference}");
            }
        }
    }

    /// <summary>Scenarios that end in the same way are one row.</summary>
    private static void Write(IAnsiConsole console, string title, IReadOnlyList<Outcome> outcomes)
    {
        var alike = outcomes.GroupBy(outcome => (outcome.Serves, outcome.Outage, outcome.Loss, outcome.Verdict, outcome.Why)).ToList();
        var table = TextConsole.Table(title, "Serves", "Users are out", "Data lost", "Verdict");
        foreach (var same in alike)
        {
            var outcome = same.First();
            table.AddRow(
                Markup.Escape(string.Join('\n', same.Select(each => each.Scenario.Id))),
                outcome.Serves ?? "nobody",
                outcome.Outage is null ? "" : Minutes.Text(outcome.Outage, outcome.OutageGrade),
                outcome.Serves is null ? "" : Minutes.Text(outcome.Loss, outcome.LossGrade),
                VerdictNames.Of(outcome.Verdict));
        }

        console.Write(table);
        foreach (var same in alike)
        {
            console.MarkupLineInterpolated($"  [bold]{same.First().Scenario.Id}[/]: {same.Key.Why}");
        }

        console.WriteLine();
    }

    /// <summary>Scenarios that lose the same of every store are in one row.</summary>
    private static Table Stores(IEnumerable<Outcome> outcomes)
    {
        var table = TextConsole.Table("Lost", "Store", "Comes from", "Data lost", "Says");
        table.Columns[0].NoWrap();
        foreach (var same in outcomes.Where(outcome => outcome.Serves is not null).GroupBy(outcome => string.Join('|', outcome.Stores)))
        {
            var stores = StoreRow.Of(same.First().Stores.Where(store => store.Minutes is null or { High: > 0 }));
            foreach (var (store, index) in stores.Select((store, index) => (store, index)))
            {
                table.AddRow(
                    index == 0 ? string.Join('\n', same.Select(outcome => outcome.Scenario.Id)) : "",
                    store.Stores,
                    store.Copy,
                    store.Lost,
                    Markup.Escape(store.Source));
            }
        }

        return table;
    }

    private static Table Budget(IReadOnlyList<Slack> slacks)
    {
        var table = TextConsole.Table("Category", "Slowest", "Target", "Left over", "Latest decision");
        foreach (var slack in slacks)
        {
            table.AddRow(
                Json.Word(slack.Category),
                slack.Scenario,
                Minutes.One(slack.TargetMinutes),
                Minutes.Text(slack.Left, slack.Grade),
                slack.LatestDecisionMinute < 0 ? "too late at once" : Minutes.Marked(Math.Floor(slack.LatestDecisionMinute), slack.Grade));
        }

        return table;
    }

    /// <summary>What is open comes first; what is accepted for one reason, or has one remedy, has it once.</summary>
    private static void Write(IAnsiConsole console, IReadOnlyList<JudgedFinding> findings)
    {
        var sorted = findings
            .OrderBy(judged => judged.Waiver is not null)
            .ThenBy(judged => judged.Finding.Severity)
            .GroupBy(judged => (Kind: judged.Waiver is null ? Json.Word(judged.Finding.Severity) : "accepted", Advice: judged.Waiver is { } waiver ? $"until {waiver.Expires}: {waiver.Reason}" : judged.Finding.Remedy));
        foreach (var same in sorted)
        {
            foreach (var (finding, _) in same)
            {
                console.MarkupLineInterpolated($"[bold]{same.Key.Kind}[/] {finding.Rule} {finding.Subject}: {finding.Problem}");
            }

            console.MarkupLineInterpolated($"  {same.Key.Advice}");
        }

        var open = findings.Where(judged => judged.Waiver is null).ToList();
        console.MarkupLineInterpolated(
            $"{open.Count(judged => judged.Finding.Severity == Severity.Error)} errors, {open.Count(judged => judged.Finding.Severity == Severity.Warning)} warnings, {findings.Count - open.Count} accepted");
    }
}
