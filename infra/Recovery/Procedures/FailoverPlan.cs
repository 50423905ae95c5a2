using MlTa.Offline;
using MlTa.Recovery.Changes;
using MlTa.Recovery.Moves;
using MlTa.Recovery.Time;

namespace MlTa.Recovery.Procedures;

/// <summary>Procedure 3 of the recovery plan: the standby takes over.</summary>
public static class FailoverPlan
{
    public const string CatchUp = "catch-up";

    /// <summary>The old region is lost: what was not replicated is lost with it.</summary>
    public static async Task<RecoveryPlan> SuddenAsync(Estate estate, string to, IReadOnlySet<string> lost, GraphCache graphs)
    {
        var planned = await PlannedMove.OfAsync(FailOver.Sudden(estate, to), graphs);
        var declared = await graphs.OfAsync(estate.Stacks);
        var up = planned[FailOver.ActivatePhase];
        var steps = new StepList();
        Handover.Begin(steps, declared, lost, "Note how far the replica is behind: that much will be lost", Metrics(up));
        Finish(steps, up, Handover.Edit, declared);
        return new()
        {
            Title = $"Failover to {to}",
            Planned = planned,
            Ups = [up],
            Steps = steps.Steps,
            OutageFrom = OutageSteps.Notice,
            Decided = Handover.Edit,
            Done = Handover.Verify,
            Lost = lost,
        };
    }

    /// <summary>The old region still answers: nothing is lost.</summary>
    public static async Task<RecoveryPlan> GracefulAsync(Estate estate, string to, GraphCache graphs)
    {
        var planned = await PlannedMove.OfAsync(FailOver.Graceful(estate, to), graphs);
        var fence = planned[FailOver.FencePhase];
        var up = planned[FailOver.ActivatePhase];
        var steps = new StepList();
        Handover.BeginPlanned(steps);
        var fenced = AddHandover(steps, fence, up, Handover.Edit, await graphs.OfAsync(estate.Stacks));
        return new()
        {
            Title = $"Planned failover to {to}",
            Planned = planned,
            Ups = [fence, up],
            Steps = steps.Steps,
            OutageFrom = fenced,
            Decided = Handover.Edit,
            Done = Handover.Verify,
            Lost = new HashSet<string>(),
        };
    }

    /// <summary>One region stops writing, the other gets everything, and then it writes.</summary>
    /// <returns>The step from which on users cannot work.</returns>
    internal static string AddHandover(StepList steps, PlannedUp fence, PlannedUp activate, string after, IReadOnlyList<StackGraph> declared)
    {
        var fenced = steps.AddUp(fence, [after]);
        steps.Add(new()
        {
            Id = CatchUp,
            Title = "Wait until the replica's lag is 0",
            Actor = Actor.OnCall,
            Api = "cloudwatch:GetMetricData",
            Needs = [Metrics(activate)],
            After = fenced,
            Duration = Durations.ReplicaCatchesUp,
        });
        Finish(steps, activate, CatchUp, declared);
        return fenced[0];
    }

    private static void Finish(StepList steps, PlannedUp up, string after, IReadOnlyList<StackGraph> declared)
    {
        var done = steps.AddUp(up, [after]);
        var promoted = steps.Steps.Where(step => IsPromotion(step, up)).Select(step => step.Id).DefaultIfEmpty(done[0]);
        var dns = ServiceDns.Of(declared);
        Handover.End(
            steps,
            dns is null ? Durations.None : Durations.OfSeconds("dns.gate-and-ttl", dns.GateSeconds + dns.TtlSeconds, "interval times answers of the gate, and the records' TTL: Route 53 developer guide"),
            promoted,
            done);
    }

    private static bool IsPromotion(RecoveryStep step, PlannedUp up) =>
        step.Duration == Durations.Promotion && step.Id.StartsWith(up.Phase.Id, StringComparison.Ordinal) && up.Changes.Any(change => change.Kind == ChangeKind.Promote);

    private static Need Metrics(PlannedUp up) => new(up.After.Region, $"CloudWatch in {up.After.Region}", Plane.Data);
}
