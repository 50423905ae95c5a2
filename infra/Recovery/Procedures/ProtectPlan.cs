using MlTa.Recovery.Moves;
using MlTa.Recovery.Time;

namespace MlTa.Recovery.Procedures;

/// <summary>After a failover nothing follows the writer: until a new replica does, only copies protect it.</summary>
public static class ProtectPlan
{
    /// <param name="title">What it is, in the words of the runbook.</param>
    /// <param name="move">Whose first <c>up</c> makes the replica.</param>
    /// <param name="lost">The regions that do not answer.</param>
    /// <param name="graphs">What stacks declare.</param>
    public static async Task<RecoveryPlan> OfAsync(string title, Move move, IReadOnlySet<string> lost, GraphCache graphs)
    {
        var planned = await PlannedMove.OfAsync(move, graphs);
        var steps = new StepList();
        steps.ByPerson(Handover.Decide, "Decide where the standby is from now on", Actor.IncidentCommander, Durations.DecideFailover, []);
        steps.ByPerson(Handover.Edit, "Change the stack files, and commit them", Actor.OnCall, Durations.EditFiles, [Handover.Decide], "pulumi config set");
        var followed = steps.AddUp(planned.Ups[0], [Handover.Edit]);
        steps.ByPerson(Handover.Verify, "See that the replica's lag is small and its alarm good", Actor.OnCall, Durations.Look, followed);
        return new()
        {
            Title = title,
            Planned = planned,
            Ups = planned.Ups,
            Steps = steps.Steps,
            OutageFrom = Handover.Decide,
            Decided = Handover.Edit,
            Done = Handover.Verify,
            Lost = lost,
        };
    }
}
