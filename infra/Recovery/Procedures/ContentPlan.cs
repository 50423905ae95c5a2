using MlTa.Recovery.Moves;
using MlTa.Recovery.Time;

namespace MlTa.Recovery.Procedures;

/// <summary>Procedure 2 of the recovery plan: the database answers, and what it says is wrong.</summary>
public static class ContentPlan
{
    public const string Notice = "notice-damage";
    public const string Validate = "validate";

    public static async Task<RecoveryPlan> OfAsync(Estate estate, GraphCache graphs)
    {
        var planned = await PlannedMove.OfAsync(RecoverContent.Of(estate), graphs);
        PlannedUp[] ups = [planned[RecoverContent.PausePhase], planned[RecoverContent.RestorePhase], planned[RecoverContent.ResumePhase]];
        var steps = new StepList();
        steps.ByPerson(Notice, "Notice that data is wrong", Actor.Team, Durations.NoticeDamage, []);
        steps.ByPerson(OutageSteps.Acknowledge, "Call the on-call engineer", Actor.OnCall, Durations.Acknowledge, [Notice]);
        var paused = steps.AddUp(ups[0], [OutageSteps.Acknowledge]);
        steps.ByPerson(Handover.Decide, "Find the moment before the damage, and decide to go back to it", Actor.IncidentCommander, Durations.DecideRestore, [OutageSteps.Acknowledge]);
        Handover.AddEdit(steps, [Handover.Decide]);
        var restored = steps.AddUp(ups[1], [.. paused, Handover.Edit]);
        steps.ByPerson(Validate, "Run the integrity queries against the restored database", Actor.OnCall, Durations.ValidateData, restored);
        var resumed = steps.AddUp(ups[2], [Validate]);
        steps.ByPerson(Handover.Verify, "Go through the checklist after a recovery", Actor.Team, Durations.Verify, resumed);
        return new()
        {
            Title = "Recovery of the database's content",
            Planned = planned,
            Ups = ups,
            Steps = steps.Steps,
            OutageFrom = Notice,
        };
    }
}
