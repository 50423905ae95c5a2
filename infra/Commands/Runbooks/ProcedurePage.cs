using MlTa.Recovery.Moves;
using MlTa.Recovery.Procedures;
using MlTa.Recovery.Time;

namespace MlTa.Commands.Runbooks;

/// <summary>One procedure: when, who, how long, what to type, and what happens meanwhile.</summary>
internal static class ProcedurePage
{
    public static void Write(Markdown text, RecoveryPlan plan, string when)
    {
        text.NewPage()
            .Heading(2, plan.Title)
            .Paragraph(when)
            .Paragraph($"Takes {Minutes.Text(plan.Outage, plan.Grade)}; after the decision {Minutes.Text(plan.AfterDecision, plan.Grade)}. Awake: {string.Join(", ", plan.Awake.Select(ActorNames.Of))}.");
        foreach (var blocked in Reachability.BlockagesOf(plan))
        {
            text.Paragraph($"**Cannot be done while {blocked.Need.Region} is gone:** {blocked.Step.Title} needs {blocked.Need.What}. Wait for it, or restore it first.");
        }

        text.Heading(3, "What to type");
        foreach (var up in plan.Planned.Ups)
        {
            WriteUp(text, plan, up);
        }

        WriteSteps(text, plan);
    }

    private static void WriteUp(Markdown text, RecoveryPlan plan, PlannedUp up)
    {
        var isLater = !plan.Ups.Contains(up);
        text.Paragraph($"**{(isLater ? "As soon as its region answers" : up.Phase.Stack)}**: {up.Phase.Purpose}.");
        if (up.Phase.Before is null)
        {
            text.Paragraph($"Write `Pulumi.{up.Phase.Stack}.yaml` as the lost stack's file with these values, and remove the lost stack's file; its state stays where it is.")
                .Code("yaml", NewStackFile.Lines(up.Phase.After));
        }

        text.Code("bash",
        [
            $"export PULUMI_BACKEND_URL='{up.Phase.After.StateBackend}'",
            .. up.Phase.Before is null ? [$"pulumi stack init {up.Phase.Stack} --secrets-provider '{up.Phase.After.SecretsProvider}'"] : Array.Empty<string>(),
            .. up.Phase.Config.Select(change => Unknowns.Show(change.Command)),
            $"pulumi up --stack {up.Phase.Stack}{(plan.Lost.Count > 0 && !isLater ? " --skip-preview --continue-on-error" : "")}",
        ]);
    }

    private static void WriteSteps(Markdown text, RecoveryPlan plan)
    {
        var path = CriticalPath.From(plan.OutageFrom, plan.Steps);
        text.Heading(3, "What happens")
            .Table(["Done after", "Step", "Who", "Where"], plan.Steps.OrderBy(step => path.EndOf(step.Id).Likely).Select(step => (IReadOnlyList<string>)
                [Minutes.One(path.EndOf(step.Id).Likely), step.Title, ActorNames.Of(step.Actor), step.Home is null ? "" : step.Home]));
    }
}
