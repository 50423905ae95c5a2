using MlTa.Recovery.Moves;
using MlTa.Recovery.Time;

namespace MlTa.Recovery.Procedures;

/// <summary>Procedure 1 of the recovery plan: a service fails, and its probes did not bring it back.</summary>
public static class ServicePlan
{
    public static async Task<RecoveryPlan> OfAsync(Estate estate, GraphCache graphs)
    {
        var planned = await PlannedMove.OfAsync(RecoverService.Of(estate), graphs);
        var steps = new StepList();
        OutageSteps.AddOnCall(steps, await graphs.OfAsync(estate.Stacks), new HashSet<string>(), "Notice that one of the four checks fails");
        steps.ByPerson(Handover.Decide, "Look at the pods and at what changed, and decide to restart them", Actor.OnCall, Durations.Look, [OutageSteps.Acknowledge]);
        var restarted = steps.AddUp(planned[RecoverService.RestartPhase], [Handover.Decide]);
        steps.ByPerson(Handover.Verify, "See that the four checks are good", Actor.OnCall, Durations.Look, restarted);
        return new()
        {
            Title = "Recovery of a service",
            Planned = planned,
            Ups = planned.Ups,
            Steps = steps.Steps,
            Decided = $"{RecoverService.RestartPhase}-start",
        };
    }
}
