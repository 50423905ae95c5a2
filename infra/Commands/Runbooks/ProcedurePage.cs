using MlTa.Recovery.Moves;
using MlTa.Recovery.Procedures;

namespace MlTa.Commands.Runbooks;

/// <summary>One procedure: when, who, how long, what to do and type, and what happens meanwhile.</summary>
internal static class ProcedurePage
{
    public static void Write(Markdown text, RecoveryPlan plan, string when)
    {
        text.NewPage()
            .Heading(2, plan.Title)
            .Paragraph(when)
            .Paragraph($"Users are out for {Minutes.Text(plan.Outage, plan.Grade)}; once it is decided, for {Minutes.Text(plan.AfterDecision, plan.Grade)}. "
                + $"Awake: {string.Join(", ", plan.Awake.Select(ActorNames.Of))}.");
        foreach (var missing in Reachability.BlockagesOf(plan).GroupBy(blocked => blocked.Need.Region))
        {
            text.Paragraph($"**Cannot be done before {missing.Key} answers again.** {missing.Count()} steps need it, such as '{missing.First().Step.Title}', which needs {missing.First().Need.What}.");
        }

        text.Heading(3, "What to do");
        foreach (var step in plan.Steps.Where(step => step.Actor is not (Actor.Machine or Actor.Pulumi)))
        {
            text.Checklist([$"**{step.Title}** ({ActorNames.Of(step.Actor)}{(step.Duration.Minutes.High > 0 ? $", {Minutes.Text(step.Duration.Minutes, step.Duration.Grade)}" : "")})"]);
            if (plan.Ups.FirstOrDefault(up => step.Id == $"{up.Phase.Id}-start") is { } up)
            {
                WriteUp(text, plan, up);
            }
        }

        WriteLater(text, plan);
        text.Heading(3, "What happens")
            .Table(["Done after", "Step", "Who", "Where"], StepRow.Of(plan).Select(row => (IReadOnlyList<string>)[row.DoneAt, row.Title, row.Who, row.Where]));
    }

    private static void WriteUp(Markdown text, RecoveryPlan plan, PlannedUp up)
    {
        if (up.Phase.Before is null)
        {
            text.Paragraph($"Write `Pulumi.{up.Phase.Stack}.yaml` as the lost stack's file with these values, and take the lost stack's file away; its state stays where it is.")
                .Code("yaml", NewStackFile.Lines(up.Phase.After));
        }

        text.Code("bash",
        [
            $"export PULUMI_BACKEND_URL='{up.Phase.After.StateBackend}'",
            .. up.Phase.Before is null ? [$"pulumi stack init {up.Phase.Stack} --secrets-provider '{up.Phase.After.SecretsProvider}'   # and its secrets: README, Deploy"] : Array.Empty<string>(),
            .. up.Phase.Config.Select(change => Unknowns.Show(change.Command)),
            $"pulumi up --stack {up.Phase.Stack}{(plan.Lost.Count > 0 ? " --skip-preview --continue-on-error" : "")}",
        ]);
    }

    /// <summary>What nobody waits for, or what waits for a region.</summary>
    private static void WriteLater(Markdown text, RecoveryPlan plan)
    {
        foreach (var up in plan.Planned.Ups.Except(plan.Ups))
        {
            text.Checklist([$"**{(plan.Lost.Contains(up.After.Region) ? $"As soon as {up.After.Region} answers" : "Afterwards")}: {up.Phase.Purpose}**"]);
            WriteUp(text, plan with { Lost = new HashSet<string>() }, up);
        }
    }
}
