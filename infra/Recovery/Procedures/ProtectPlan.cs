using MlTa.Recovery.Moves;
using MlTa.Recovery.Time;

namespace MlTa.Recovery.Procedures;

/// <summary>After a failover nothing follows the writer: until a new replica does, only copies protect it.</summary>
public static class ProtectPlan
{
    public const string Bootstrap = "bootstrap";
    public const string OldObjects = "old-objects";

    /// <param name="title">What it is, in the words of the runbook.</param>
    /// <param name="move">Whose first <c>up</c> makes the replica.</param>
    /// <param name="lost">The regions that do not answer.</param>
    /// <param name="graphs">What stacks declare.</param>
    public static async Task<RecoveryPlan> OfAsync(string title, Move move, IReadOnlySet<string> lost, GraphCache graphs)
    {
        var planned = await PlannedMove.OfAsync(move, graphs);
        var steps = new StepList();
        steps.ByPerson(Handover.Decide, "Decide where the standby is from now on", Actor.IncidentCommander, Durations.DecideReturn, []);
        Handover.AddEdit(steps, [Handover.Decide]);
        var isNew = planned.Ups[0].Phase.Before is null;
        string[] ready = isNew
            ? [steps.ByPerson(Bootstrap, "Make what a stack needs first: README, Deploy, 2, 6, 8, 9 and 10", Actor.OnCall, Durations.Bootstrap, [Handover.Edit])]
            : [Handover.Edit];
        var followed = steps.AddUp(planned.Ups[0], ready);
        steps.ByPerson(Handover.Verify, "Wait until the replica's lag is small and its alarm good", Actor.OnCall, Durations.Sync, followed);
        List<string> others = [.. planned.Ups.Skip(1).SelectMany(up => steps.AddUp(up, [Handover.Verify]))];
        if (isNew)
        {
            // What was there before the rules is not replicated by them.
            steps.ByPerson(OldObjects, "Copy the older objects into the new buckets, with S3 Batch Replication", Actor.OnCall, Durations.OldObjects, others);
        }

        return new()
        {
            Title = title,
            Planned = planned,
            Ups = planned.Ups,
            Steps = steps.Steps,
            OutageFrom = Handover.Decide,
            IsOutage = false,
            Lost = lost,
        };
    }
}
