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
        var follow = planned[$"{Protect.FollowPhase}-{to}"];
        var fence = planned[FailOver.FencePhase];
        var activate = planned[FailOver.ActivatePhase];
        var steps = new StepList();
        steps.ByPerson(Handover.Decide, "Look what the region still has, keep its state with 'pulumi stack export', and decide to go back", Actor.IncidentCommander, Durations.DecideReturn, []);
        Handover.AddEdit(steps, [Handover.Decide]);
        var followed = steps.AddUp(follow, [Handover.Edit]);
        steps.ByPerson(InSync, "Wait until the new replica's lag is small, and older objects have been copied back", Actor.OnCall, Durations.Sync, followed);
        List<string> ready = [InSync, .. planned.Ups.Where(up => up.Phase.Id == Protect.UnpinPhase).SelectMany(up => steps.AddUp(up, [InSync]))];
        steps.ByPerson(Tell, "Decide on the hour, and tell users", Actor.IncidentCommander, Durations.ChooseHour, ready);
        var fenced = FailoverPlan.AddHandover(steps, fence, activate, Tell, await graphs.OfAsync(planned.Move.Start.With(follow.Phase.After).Stacks));
        steps.AddUp(planned.Ups[^1], [Handover.Verify]);
        return new()
        {
            Title = $"Failback to {to}",
            Planned = planned,
            Ups = planned.Ups,
            Steps = steps.Steps,
            OutageFrom = fenced,
            Decided = fenced,
        };
    }
}
