using MlTa.Recovery.Moves;
using MlTa.Recovery.Procedures;
using MlTa.Recovery.Time;
using MlTa.Settings;

namespace MlTa.Recovery.Scenarios;

/// <summary>What happens when regions are lost, or left: who serves, what it takes, what it costs.</summary>
public sealed class RegionOutcomes(GraphCache graphs)
{
    /// <summary>What a region that was failed away from lacks.</summary>
    public static StoreLoss LostSinceFailover { get; } = new(
        Losses.Database, "the database that was closed at the failover", null, Grade.Assumed, "everything since the failover is lost: nothing followed the region that took over yet");

    /// <param name="estate">All stacks, one of them active.</param>
    /// <param name="scenario">What is lost.</param>
    public async Task<Outcome> OfAsync(Estate estate, Scenario scenario)
    {
        var lost = scenario.Lost.ToHashSet();
        var active = estate.Active!;
        if (!lost.Contains(active.Region))
        {
            return GoesOn(estate, scenario, active);
        }

        var left = estate.Stacks.Where(stack => !lost.Contains(stack.Region)).ToList();
        var silent = scenario.IsGraceful ? [] : lost;
        return left switch
        {
            _ when left.Find(stack => stack.Role == Role.Standby) is { } standby => await FailsOverAsync(estate, scenario, standby, silent),
            _ when left.Find(stack => stack.Role == Role.Fenced) is { } fenced => await ReopensAsync(estate, scenario, fenced, silent),
            _ when left.Find(stack => stack.Role == Role.Archive) is { } archive => await RestoresColdAsync(estate, scenario, archive, silent),
            _ => Nothing(estate, scenario),
        };
    }

    private static Outcome GoesOn(Estate estate, Scenario scenario, StackSettings active) => Of(estate, scenario) with
    {
        Serves = active.Stack,
        Outage = MinuteRange.Zero,
        OutageGrade = Grade.Documented,
        Stores = Losses.None("the region that serves is not touched"),
        Why = $"{active.Stack} goes on as it is{(!scenario.IsGraceful && scenario.Lost.Contains(Need.DnsControl.Region) ? ", and nobody runs an up while us-east-1, where IAM and Route 53 are changed, is gone" : "")}"
            + $"{(estate.Standby is { } standby && scenario.Lost.Contains(standby.Region) ? "; until the standby is back it has copies only" : "")}.",
    };

    private async Task<Outcome> FailsOverAsync(Estate estate, Scenario scenario, StackSettings standby, IReadOnlySet<string> silent)
    {
        var plan = scenario.IsGraceful
            ? await FailoverPlan.GracefulAsync(estate, standby.Stack, graphs)
            : await FailoverPlan.SuddenAsync(estate, standby.Stack, silent, graphs);
        var stores = scenario.IsGraceful
            ? Losses.None("writing stops, and everything arrives, before the standby takes over")
            : Losses.OfFailover(await graphs.OfAsync(estate.Active!), await graphs.OfAsync(standby));
        return Judge(estate, scenario, standby, plan, stores, $"{standby.Stack} promotes its replica, and users follow the writable database{(Handover.IsPinnedAway(estate, standby.Stack, silent) ? " once the record is changed by hand" : " by themselves")}{(scenario.IsGraceful ? "" : "; one object in a thousand may come later or not at all")}");
    }

    private async Task<Outcome> ReopensAsync(Estate estate, Scenario scenario, StackSettings fenced, IReadOnlySet<string> silent)
    {
        var plan = await ReopenPlan.OfAsync(estate, fenced.Stack, silent, graphs);
        return Judge(estate, scenario, fenced, plan, [LostSinceFailover], $"{fenced.Stack} opens the database that it kept, without anything that was written since the failover");
    }

    private async Task<Outcome> RestoresColdAsync(Estate estate, Scenario scenario, StackSettings archive, IReadOnlySet<string> silent)
    {
        var plan = await ColdRestorePlan.OfAsync(estate, scenario.IsGraceful, silent, graphs);
        var stores = scenario.IsGraceful
            ? Losses.None("writing stops before the last recovery point is made and copied")
            : Losses.OfColdRestore(await graphs.OfAsync(estate.Active!), await graphs.OfAsync(archive));
        return Judge(estate, scenario, archive, plan, stores, $"{archive.Stack} builds a region from nothing and restores its newest recovery point");
    }

    private static Outcome Judge(Estate estate, Scenario scenario, StackSettings serves, RecoveryPlan plan, IReadOnlyList<StoreLoss> stores, string how)
    {
        var possible = Reachability.WaitingForDns(plan, estate.Active!.Dns.AcceleratedRecovery);
        var blockages = Reachability.BlockagesOf(possible);
        var outcome = Of(estate, scenario) with { Plan = possible, Stores = stores, Blockages = blockages };
        return blockages.Count > 0
            ? outcome with
            {
                Serves = null,
                Outage = null,
                OutageGrade = Grade.Documented,
                Why = $"{how}, but '{blockages[0].Step.Title}' needs {blockages[0].Need.What} in {blockages[0].Need.Region}, which does not answer"
                    + $"{(blockages.Count > 1 ? $", and so do {blockages.Count - 1} other steps" : "")}.",
            }
            : outcome with { Serves = serves.Stack, Outage = possible.Outage, OutageGrade = possible.Grade, Why = how + "." };
    }

    private static Outcome Nothing(Estate estate, Scenario scenario) => Of(estate, scenario) with
    {
        Why = "No region is left that has a copy.",
    };

    private static Outcome Of(Estate estate, Scenario scenario) => new()
    {
        Scenario = scenario,
        Serves = null,
        Outage = null,
        OutageGrade = Grade.Documented,
        Stores = [],
        TargetMinutes = Targets.MinutesOf(scenario.Category, estate.Active!.Objectives),
        RecoveryPointMinutes = estate.Active!.Objectives.RecoveryPointMinutes,
        Why = "",
    };
}
