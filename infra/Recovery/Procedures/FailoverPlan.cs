using MlTa.Offline;
using MlTa.Recovery.Changes;
using MlTa.Recovery.Moves;
using MlTa.Recovery.Time;
using MlTa.Settings;

namespace MlTa.Recovery.Procedures;

/// <summary>Procedure 3 of the recovery plan: the standby takes over.</summary>
public static class FailoverPlan
{
    public const string CatchUp = "catch-up";
    public const string ObjectsArrive = "objects-arrive";

    /// <summary>The old region is lost: what was not replicated is lost with it.</summary>
    public static async Task<RecoveryPlan> SuddenAsync(Estate estate, string to, IReadOnlySet<string> lost, GraphCache graphs)
    {
        var planned = await PlannedMove.OfAsync(FailOver.Sudden(estate, to), graphs);
        var declared = await graphs.OfAsync(estate.Stacks);
        var up = planned[FailOver.ActivatePhase];
        var steps = new StepList();
        Handover.Begin(steps, declared, lost, Lag(estate[to], Handover.Look, "Note how far the replica is behind: that much will be lost", Durations.Look, []));
        string[] pointed = Handover.IsPinnedAway(estate, to, lost) ? [Handover.AddPoint(steps, estate, to)] : [];
        Finish(steps, up, [Handover.Edit], pointed, declared);
        return new()
        {
            Title = $"Failover to {to}",
            Planned = planned,
            Ups = [up],
            Steps = steps.Steps,
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
        };
    }

    /// <summary>One region stops writing, the other gets everything, and then it writes.</summary>
    /// <returns>The step from which on users cannot work.</returns>
    internal static string AddHandover(StepList steps, PlannedUp fence, PlannedUp activate, string after, IReadOnlyList<StackGraph> declared)
    {
        var left = fence.Phase.After;
        var fenced = steps.AddUp(fence, [after]);
        // Not until the lag is 0: with a closed writer it counts from the last transaction, and grows for up to five minutes (RDS user guide, "Working
        // with read replicas for RDS for PostgreSQL").
        steps.Add(Lag(activate.Phase.After, CatchUp, "Wait for a minute which, less its lag, began after the fence: the replica has everything then", Durations.ReplicaCatchesUp, fenced));
        steps.Add(new()
        {
            Id = ObjectsArrive,
            Title = "Wait until no object is on its way any more",
            Actor = Actor.OnCall,
            Api = "cloudwatch:GetMetricData",
            Command = ManualCommands.ObjectsPending(left),
            Needs = [new(left.Region, $"CloudWatch in {left.Region}", Plane.Data)],
            After = fenced,
            Duration = Durations.ObjectsArrive,
        });
        Finish(steps, activate, [CatchUp, ObjectsArrive], [], declared);
        return fenced[0];
    }

    private static void Finish(StepList steps, PlannedUp up, IEnumerable<string> after, IReadOnlyList<string> pointed, IReadOnlyList<StackGraph> declared)
    {
        var done = steps.AddUp(up, after);
        var promoted = steps.Steps.Where(step => IsPromotion(step, up)).Select(step => step.Id).DefaultIfEmpty(done[0]);
        var dns = ServiceDns.Of(declared);
        Handover.End(steps, pointed.Count > 0 ? Handover.ByRecord(dns) : Handover.ByGate(dns), [.. promoted, .. pointed], done);
    }

    private static bool IsPromotion(RecoveryStep step, PlannedUp up) =>
        step.Duration == Durations.Promotion && step.Id.StartsWith(up.Phase.Id, StringComparison.Ordinal) && up.Changes.Any(change => change.Kind == ChangeKind.Promote);

    private static RecoveryStep Lag(StackSettings stack, string id, string title, Duration duration, IReadOnlyList<string> after) => new()
    {
        Id = id,
        Title = title,
        Actor = Actor.OnCall,
        Api = "cloudwatch:GetMetricData",
        Command = ManualCommands.ReplicaLag(stack),
        Needs = [new(stack.Region, $"CloudWatch in {stack.Region}", Plane.Data)],
        After = after,
        Duration = duration,
    };
}
