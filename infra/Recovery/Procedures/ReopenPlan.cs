using MlTa.Recovery.Moves;
using MlTa.Recovery.Time;

namespace MlTa.Recovery.Procedures;

/// <summary>The region that was failed away from serves again, with what it had then.</summary>
public static class ReopenPlan
{
    public static async Task<RecoveryPlan> OfAsync(Estate estate, string fenced, IReadOnlySet<string> lost, GraphCache graphs)
    {
        var planned = await PlannedMove.OfAsync(Reopen.Of(estate, fenced), graphs);
        var declared = await graphs.OfAsync(estate.Stacks);
        var up = planned[Reopen.ReopenPhase];
        var steps = new StepList();
        Handover.Begin(steps, declared, lost, new()
        {
            Id = Handover.Look,
            Title = "Make sure that the region that took over is really lost, with all that was written there",
            Actor = Actor.OnCall,
            Api = "the dashboard",
            Needs = [new(up.After.Region, $"CloudWatch in {up.After.Region}", Plane.Data)],
            Duration = Durations.Look,
        });
        var opened = steps.AddUp(up, [Handover.Edit]);
        string[] pointed = Handover.IsPinnedAway(estate, fenced, lost) ? [Handover.AddPoint(steps, estate, fenced)] : [];
        var dns = ServiceDns.Of(declared);
        Handover.End(steps, pointed.Length > 0 ? Handover.ByRecord(dns) : Handover.ByGate(dns), [.. opened, .. pointed], opened);
        return new()
        {
            Title = $"Return to what {fenced} kept",
            Planned = planned,
            Ups = [up],
            Steps = steps.Steps,
            Lost = lost,
        };
    }
}
