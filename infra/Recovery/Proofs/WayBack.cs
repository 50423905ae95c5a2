using MlTa.Recovery.Moves;
using MlTa.Recovery.Procedures;
using MlTa.Recovery.Scenarios;
using MlTa.Recovery.Time;
using MlTa.Settings.Reading;
using MlTa.Settings.Rules;

namespace MlTa.Recovery.Proofs;

/// <summary>Where a move leads, and whether it may be made.</summary>
/// <param name="Plan">The move.</param>
/// <param name="Protection">Its part until a new standby follows: so long the service has none, once it is begun.</param>
/// <param name="Problems">A sentence for each thing that is wrong with it; none if it is proved.</param>
public sealed record WayBack(RecoveryPlan Plan, RecoveryPlan Protection, IReadOnlyList<string> Problems)
{
    /// <summary>From one region to the other and back ends as it began.</summary>
    /// <param name="estate">All stacks, one active and one on standby.</param>
    /// <param name="graphs">What stacks declare.</param>
    /// <param name="measured">How long things took in drills; null for no drills.</param>
    public static async Task<WayBack> HomeAsync(Estate estate, GraphCache graphs, MeasuredDurations? measured = null)
    {
        measured ??= MeasuredDurations.None;
        var home = estate.Active!.Stack;
        var away = FailOver.Sudden(estate, estate.Standby!.Stack);
        var plan = await FailBackPlan.OfAsync(away.End, home, graphs);
        var follow = Protect.By(away.End, home);
        var followed = follow.End;
        var end = plan.Planned.Move.End;
        List<string> problems = [.. await ProblemsOfAsync(plan, [away.End, followed, FailOver.Graceful(followed, home).End, end], graphs)];
        foreach (var stack in estate.Stacks)
        {
            var before = LineageNeutral.LinesOf(await graphs.OfAsync(stack), stack);
            var after = LineageNeutral.LinesOf(await graphs.OfAsync(end[stack.Stack]), end[stack.Stack]);
            problems.AddRange(before.Except(after).Select(line => $"{stack.Stack}: is missing in the end: {line}"));
            problems.AddRange(after.Except(before).Select(line => $"{stack.Stack}: is new in the end: {line}"));
        }

        return new(measured.In(plan), measured.In(await ProtectPlan.OfAsync(plan.Title, follow, new HashSet<string>(), graphs)), problems);
    }

    /// <summary>The region never returns, and another one becomes the standby.</summary>
    /// <param name="estate">All stacks, one active and one on standby.</param>
    /// <param name="graphs">What stacks declare.</param>
    /// <param name="measured">How long things took in drills; null for no drills.</param>
    /// <returns>Null where nobody has said where to, as for the stack that keeps the records: without it they are not to be had.</returns>
    public static async Task<WayBack?> OnwardAsync(Estate estate, GraphCache graphs, MeasuredDurations? measured = null)
    {
        var lost = estate.Active!;
        if (estate.KeeperOfRecords is not { Failover.Rehome: { } rehome } keeper || keeper.Stack == lost.Stack)
        {
            return null;
        }

        var away = FailOver.Sudden(estate, estate.Standby!.Stack).End;
        var plan = (measured ?? MeasuredDurations.None).In(await ProtectPlan.OfAsync(
            $"Re-home: {rehome.Region} in place of {lost.Stack}", Rehome.InPlaceOf(away, lost.Stack, rehome), new HashSet<string> { lost.Region }, graphs));
        List<string> problems = [.. await ProblemsOfAsync(plan, [plan.Planned.Move.End], graphs)];
        problems.AddRange(Reachability.BlockagesOf(plan).Select(blocked => $"'{blocked.Step.Title}' needs {blocked.Need.What} in {blocked.Need.Region}, which is lost"));
        problems.AddRange(await UnprotectedAsync(plan.Planned.Move.End, lost.Region, graphs));
        return new(plan, plan, problems);
    }

    /// <summary>A standby that could not take over is none.</summary>
    private static async Task<IEnumerable<string>> UnprotectedAsync(Estate estate, string gone, GraphCache graphs)
    {
        var outcome = await new RegionOutcomes(graphs).OfAsync(estate, Scenario.OfRegions([gone, estate.Active!.Region], isGraceful: false));
        return outcome.Verdict >= Verdict.Missed ? [$"the loss of {estate.Active!.Region} after it: {outcome.Why}"] : [];
    }

    /// <param name="plan">The move.</param>
    /// <param name="commits">What the stack files of each commit say; others are only passed through.</param>
    /// <param name="graphs">What stacks declare.</param>
    private static async Task<IEnumerable<string>> ProblemsOfAsync(RecoveryPlan plan, IEnumerable<Estate> commits, GraphCache graphs) =>
    [
        .. Refusals.Of(plan.Planned.Ups, await graphs.OfAsync(plan.Planned.Move.Start.Stacks), plan.Lost),
        .. commits.SelectMany(ProblemsOf).Distinct(),
    ];

    private static IEnumerable<string> ProblemsOf(Estate estate)
    {
        var prefix = ConfigKeys.PrefixOf(estate.Stacks[0].Project);
        return estate.Stacks
            .SelectMany(stack => StackRules.Check(stack, stack.SecretsProvider, StackFile.NameOf(stack.Stack), prefix))
            .Concat(new TopologyRules(estate.Stacks, [.. estate.Stacks.Select(stack => stack.Stack)], StackFile.NameOf, prefix).Check())
            .Select(problem => problem.ToString());
    }
}
