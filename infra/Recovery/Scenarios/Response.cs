using MlTa.Recovery.Moves;
using MlTa.Recovery.Procedures;
using MlTa.Recovery.Time;
using MlTa.Settings;

namespace MlTa.Recovery.Scenarios;

/// <summary>What another stack can do when the active one is lost or left, and what that costs.</summary>
/// <param name="Plan">How it is done, with the wait for Route 53 where there is one.</param>
/// <param name="Stores">What is lost, store by store.</param>
public sealed record Response(RecoveryPlan Plan, IReadOnlyList<StoreLoss> Stores)
{
    /// <summary>What a region that was failed away from lacks.</summary>
    private static readonly StoreLoss s_lostSinceFailover = new(
        Losses.Database, "the database that was closed at the failover", null, Grade.Assumed, "everything since the failover is lost: nothing followed the region that took over yet");

    /// <param name="estate">All stacks, one of them active.</param>
    /// <param name="stack">The stack that is to serve. Its role decides how.</param>
    /// <param name="isGraceful">Whether the active one still answers. Of no meaning for a fenced stack, which has nothing to wait for.</param>
    /// <param name="silent">The regions that do not answer.</param>
    /// <param name="graphs">What stacks declare.</param>
    /// <param name="measured">How long things took in drills; null for no drills.</param>
    public static async Task<Response> OfAsync(
        Estate estate, StackSettings stack, bool isGraceful, IReadOnlySet<string> silent, GraphCache graphs, MeasuredDurations? measured = null)
    {
        measured ??= MeasuredDurations.None;
        var active = estate.Active!;
        var declared = await graphs.OfAsync([active, stack]);
        Response response = (stack.Role, isGraceful) switch
        {
            (Role.Standby, true) => new(
                await FailoverPlan.GracefulAsync(estate, stack.Stack, graphs), Losses.None("writing stops, and everything arrives, before the standby takes over")),
            (Role.Standby, false) => new(
                await FailoverPlan.SuddenAsync(estate, stack.Stack, silent, graphs), Losses.OfFailover(declared[0], declared[1])),
            (Role.Archive, true) => new(
                await ColdRestorePlan.OfAsync(estate, isGraceful, silent, graphs), Losses.None("writing stops before the last recovery point is made and copied")),
            (Role.Archive, false) => new(
                await ColdRestorePlan.OfAsync(estate, isGraceful, silent, graphs), Losses.OfColdRestore(declared[0], declared[1], measured)),
            _ => new(await ReopenPlan.OfAsync(estate, stack.Stack, silent, graphs), [s_lostSinceFailover]),
        };
        return response with { Plan = measured.In(Reachability.WaitingForDns(response.Plan, active.Dns.AcceleratedRecovery)) };
    }
}
