using MlTa.Recovery;
using MlTa.Recovery.Procedures;
using MlTa.Recovery.Time;
using MlTa.Settings;

namespace MlTa.Commands.Runbooks;

/// <summary>
/// The recovery procedures with the real names and the computed times, on one page that can be printed. From the same graphs as the assessment, so that
/// what it says is what would happen.
/// </summary>
public static class Runbook
{
    /// <param name="assessment">What the declarations are worth.</param>
    /// <param name="graphs">What stacks declare.</param>
    public static async Task<string> TextAsync(Assessment assessment, GraphCache graphs)
    {
        var estate = assessment.Estate;
        var text = new Markdown();
        Overview.Write(text, assessment);
        People.Write(text, estate, await graphs.OfAsync(estate.Stacks));
        Preparation.Write(text, estate);
        foreach (var (plan, when) in await ProceduresAsync(assessment, graphs))
        {
            ProcedurePage.Write(text, plan, when);
        }

        Checks.Write(text, estate);
        Messages.Write(text, estate);
        Review.Write(text);
        return text.ToString();
    }

    private static async Task<IReadOnlyList<(RecoveryPlan Plan, string When)>> ProceduresAsync(Assessment assessment, GraphCache graphs)
    {
        var estate = assessment.Estate;
        var measured = assessment.Proofs?.Measured ?? MeasuredDurations.None;
        List<(RecoveryPlan, string)> procedures =
        [
            (measured.In(await ServicePlan.OfAsync(estate, graphs)), "Category 1. A service fails, and its probes and autoscalers have not brought it back."),
            (measured.In(await ContentPlan.OfAsync(estate, graphs)), "Category 2. The database answers, and what it says is wrong: a bad deployment, a bad statement, an attack."),
        ];
        if (estate.Standby is { } standby)
        {
            var active = estate.Active!;
            procedures.Add((measured.In(await FailoverPlan.SuddenAsync(estate, standby.Stack, new HashSet<string> { active.Region }, graphs)), $"Category 3. {active.Region} does not answer, or cannot be trusted any more."));
            procedures.Add((measured.In(await FailoverPlan.GracefulAsync(estate, standby.Stack, graphs)), $"{active.Region} still works and is to be left: AWS announces something, or an exercise."));
        }

        if (estate.Archive is { } archive)
        {
            var serving = estate.Stacks.Where(stack => stack.Tier == Tier.Serving).Select(stack => stack.Region).ToHashSet();
            procedures.Add((measured.In(await ColdRestorePlan.OfAsync(estate, false, serving, graphs)), $"Category 3. {string.Join(" and ", serving.Order(StringComparer.Ordinal))} are both gone; only {archive.Region} is left."));
        }

        procedures.AddRange(
        [
            .. new[] { (assessment.Home?.Plan, "After a failover: the old region is back, has been looked at, and is to serve again."), (assessment.Onward?.Plan, "After a failover: the old region does not return within weeks.") }
                .Where(way => way.Plan is not null)
                .Select(way => (way.Plan!, way.Item2)),
        ]);
        return procedures;
    }
}
