using MlTa.Recovery.Moves;
using MlTa.Recovery.Procedures;
using MlTa.Recovery.Time;
using MlTa.Settings;

namespace MlTa.Recovery.Scenarios;

/// <summary>What happens when regions are lost, or left: who serves, what it takes, what it costs.</summary>
/// <param name="graphs">What stacks declare.</param>
/// <param name="measured">How long things took in drills; null for no drills.</param>
public sealed class RegionOutcomes(GraphCache graphs, MeasuredDurations? measured = null)
{
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
        var next = left.Find(stack => stack.Role == Role.Standby) ?? left.Find(stack => stack.Role == Role.Fenced) ?? left.Find(stack => stack.Role == Role.Archive);
        return next is null
            ? Nothing(estate, scenario)
            : Judge(estate, scenario, next, await Response.OfAsync(estate, next, scenario.IsGraceful, silent, graphs, measured));
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

    private static string How(Estate estate, Scenario scenario, StackSettings serves, RecoveryPlan plan) => serves.Role switch
    {
        Role.Standby => $"{serves.Stack} promotes its replica, and users follow the writable database{(Handover.IsPinnedAway(estate, serves.Stack, plan.Lost) ? " once the record is changed by hand" : " by themselves")}"
            + $"{(scenario.IsGraceful ? "" : "; one object in a thousand may come later or not at all")}",
        Role.Fenced => $"{serves.Stack} opens the database that it kept, without anything that was written since the failover",
        _ => $"{serves.Stack} builds a region from nothing and restores its newest recovery point",
    };

    private static Outcome Judge(Estate estate, Scenario scenario, StackSettings serves, Response response)
    {
        var (possible, stores) = response;
        var how = How(estate, scenario, serves, possible);
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
