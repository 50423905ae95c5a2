using MlTa.Recovery.Moves;
using MlTa.Recovery.Time;

namespace MlTa.Recovery.Procedures;

/// <summary>The old region is back: it follows first, and takes over at an hour that somebody chooses. Nothing is lost.</summary>
public static class FailBackPlan
{
    public const string InSync = "in-sync";
    public const string Tell = "tell-users";

    /// <param name="estate">All stacks after a failover.</param>
    /// <param name="to">The stack that was fenced.</param>
    /// <param name="graphs">What stacks declare.</param>
    public static async Task<RecoveryPlan> OfAsync(Estate estate, string to, GraphCache graphs)
    {
        var planned = await PlannedMove.OfAsync(FailBack.To(estate, to), graphs);
        if (planned.Ups is not [var follow, var fence, var activate, var followBack])
        {
            throw new InvalidOperationException($"a failback has four ups, got {planned.Ups.Count}");
        }

        var steps = new StepList();
        steps.ByPerson(Handover.Decide, "Look what the region still has, export its state, and decide to go back", Actor.IncidentCommander, Durations.DecideFailover, []);
        steps.ByPerson(Handover.Edit, "Change the stack files, and commit them", Actor.OnCall, Durations.EditFiles, [Handover.Decide], "pulumi config set");
        var followed = steps.AddUp(follow, [Handover.Edit]);
        steps.ByPerson(InSync, "Wait until the new replica's lag is small, and objects have arrived", Actor.OnCall, Durations.ReplicaCatchesUp, followed);
        steps.ByPerson(Tell, "Decide on the hour, and tell users", Actor.IncidentCommander, Durations.DecideFailover, [InSync]);
        var fenced = FailoverPlan.AddHandover(steps, fence, activate, Tell, await graphs.OfAsync(planned.Move.Start.With(follow.Phase.After).Stacks));
        steps.AddUp(followBack, [Handover.Verify]);
        return new()
        {
            Title = $"Failback to {to}",
            Planned = planned,
            Ups = planned.Ups,
            Steps = steps.Steps,
            OutageFrom = fenced,
            Decided = fenced,
            Done = Handover.Verify,
            Lost = new HashSet<string>(),
        };
    }
}
