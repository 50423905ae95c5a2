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
            .Paragraph($"{(plan.IsOutage ? "Users are out for" : "Nobody is out; a new standby follows after")} {Minutes.Text(plan.Outage, plan.Grade)}; once it is decided, {Minutes.Text(plan.AfterDecision, plan.Grade)}. "
                + $"Awake: {string.Join(", ", plan.Awake.Select(ActorNames.Of))}.");
        foreach (var missing in Reachability.BlockagesOf(plan).GroupBy(blocked => blocked.Need.Region))
        {
            text.Paragraph($"**Cannot be done before {missing.Key} answers again.** Steps such as '{missing.First().Step.Title}' need {missing.First().Need.What}.");
        }

        text.Heading(3, "What to do");
        foreach (var instruction in Instruction.Of(plan))
        {
            text.Checklist([$"**{instruction.Title}** ({string.Join(", ", new[] { instruction.Who, instruction.Takes }.Where(part => part.Length > 0))})"]);
            if (instruction.Up is { Phase: { Before: null } phase })
            {
                text.Paragraph($"Write `Pulumi.{phase.Stack}.yaml`, and take the lost stack's file away; its state stays where it is.")
                    .Code("yaml", NewStackFile.Lines(phase.After));
            }

            if (instruction.Lines.Count > 0)
            {
                text.Code("bash", instruction.Lines);
            }
        }

        text.Heading(3, "What happens")
            .Table(["Done after", "Step", "Who", "Where"], StepRow.Of(plan).Select(row => (IReadOnlyList<string>)[row.DoneAt, row.Title, row.Who, row.Where]));
    }
}
