using MlTa.Recovery;
using MlTa.Recovery.Scenarios;
using MlTa.Settings;

namespace MlTa.Commands.Runbooks;

/// <summary>The first page: what can happen, who serves then, and how long it takes.</summary>
internal static class Overview
{
    public static void Write(Markdown text, Assessment assessment)
    {
        var objectives = assessment.Objectives;
        text.Heading(1, $"{assessment.Estate.Active!.Prefix} recovery runbook")
            .Paragraph("Made by `dotnet run --project infra -- runbook --out FILE` from the stack files. Print it: it has to be readable when nothing else is.")
            .Paragraph("A time with ~ is assumed, because nobody has measured it yet and AWS gives no figure; in brackets stand the best and the worst case.")
            .Heading(2, "Where things are")
            .Table(["Stack", "Region", "Role", "Database", "Cluster"], assessment.Estate.Stacks.Select(Stack))
            .Heading(2, "What can happen")
            .Paragraph($"Objectives: users are out for at most {Minutes.One(objectives.RecoveryTimeMinutes)}, at worst {Minutes.One(objectives.MaximumDowntimeMinutes)}; at most {Minutes.One(objectives.RecoveryPointMinutes)} of data is lost. "
                + $"A minor incident lasts at most {Minutes.One(objectives.MinorIncidentMinutes)}, a major one {Minutes.One(objectives.MajorIncidentMinutes)}.")
            .Table(["Lost", "Serves", "Users are out", "Data lost", "Verdict"], assessment.Outcomes.Select(Row))
            .Heading(2, "How long there is to decide")
            .Table(["Category", "Target", "Latest minute of the outage to decide"], assessment.Slacks.Select(slack => (IReadOnlyList<string>)
                [Json.Word(slack.Category), Minutes.One(slack.TargetMinutes), slack.LatestDecisionMinute < 0 ? "none: if all goes wrong it takes longer" : Minutes.Marked(Math.Floor(slack.LatestDecisionMinute), slack.Grade)]));
    }

    private static IReadOnlyList<string> Stack(StackSettings stack) =>
    [
        stack.Stack,
        stack.Region,
        SettingNames.Of(stack.Role),
        stack.Role == Role.Archive ? "none until a cold restore" : stack.Names.Database(stack.Database.Generation),
        stack.Role == Role.Archive ? "none until a cold restore" : stack.Names.Cluster,
    ];

    private static IReadOnlyList<string> Row(Outcome outcome) =>
    [
        outcome.Scenario.Id,
        outcome.Serves ?? "nobody",
        outcome.Outage is null ? "until a region is back" : Minutes.Text(outcome.Outage, outcome.OutageGrade),
        outcome.Serves is null ? "" : Minutes.Text(outcome.Loss, outcome.LossGrade),
        VerdictNames.Of(outcome.Verdict),
    ];
}
