using MlTa.Recovery.Moves;
using MlTa.Recovery.Time;

namespace MlTa.Recovery.Procedures;

/// <summary>The region that was failed away from serves again, with what it had then.</summary>
public static class ReopenPlan
{
    public const string Point = "point-record";

    public static async Task<RecoveryPlan> OfAsync(Estate estate, string fenced, IReadOnlySet<string> lost, GraphCache graphs)
    {
        var planned = await PlannedMove.OfAsync(Reopen.Of(estate, fenced), graphs);
        var declared = await graphs.OfAsync(estate.Stacks);
        var up = planned[Reopen.ReopenPhase];
        var steps = new StepList();
        Handover.Begin(steps, declared, lost, "Make sure that the region that took over is really lost, with all that was written there", new(up.After.Region, $"CloudWatch in {up.After.Region}", Plane.Data));
        var opened = steps.AddUp(up, [Handover.Edit]);

        // The records and checks belong to a stack that cannot be reached, so they are changed by hand.
        var pointed = steps.Add(new()
        {
            Id = Point,
            Title = "Change the PRIMARY record by hand, so that it leads to the region and asks no gate",
            Actor = Actor.OnCall,
            Api = "route53:ChangeResourceRecordSets",
            Needs = [Need.DnsControl],
            After = [Handover.Edit],
            Duration = Durations.ApiCalls,
        });
        var dns = ServiceDns.Of(declared);
        Handover.End(
            steps,
            dns is null ? Durations.None : Durations.OfSeconds("dns.gate-and-ttl", dns.GateSeconds + dns.TtlSeconds, "interval times answers of the gate, and the records' TTL: Route 53 developer guide"),
            [.. opened, pointed],
            opened);
        return new()
        {
            Title = $"Return to what {fenced} kept",
            Planned = planned,
            Ups = [up],
            Steps = steps.Steps,
            OutageFrom = OutageSteps.Notice,
            Decided = Handover.Edit,
            Done = Handover.Verify,
            Lost = lost,
        };
    }
}
