using MlTa.Offline;
using MlTa.Recovery.Moves;
using MlTa.Recovery.Procedures;
using MlTa.Recovery.Proofs;

namespace MlTa.Recovery.Findings;

/// <summary>What is wrong with a procedure before anybody needs it.</summary>
internal static class ProcedureFindings
{
    private static readonly IReadOnlySet<string> s_none = new HashSet<string>();

    /// <summary>Each plan's changes must be safe, and never may two regions write. That a step cannot be done is said of its scenario.</summary>
    public static IEnumerable<Finding> Of(IReadOnlyList<RecoveryPlan> plans, IReadOnlyList<StackGraph> declared) =>
    [
        .. from plan in plans
           from reason in Refusals.OfChanges(plan.Ups, Reachability.BlockagesOf(plan).Count > 0 ? s_none : plan.Lost).Concat(Refusals.OfChanges(plan.Planned.Ups.Except(plan.Ups), s_none))
           group reason by (plan.Title, Reason: reason) into same
           select ScenarioRules.SafeChanges.Broken(null, same.Key.Title, same.Key.Reason),
        .. from plan in plans
           where !WriterOrders.Of(plan.Ups, declared, plan.Lost).IsStatedOrderSafe
           group plan by plan.Title into same
           select ScenarioRules.OneWriter.Broken(null, same.Key, "two regions would write at once"),
        .. from plan in plans
           where plan.Lost.Count > 0 && !WriterOrders.Of(plan.Ups, declared, s_none).IsStatedOrderSafe
           group plan by plan.Title into same
           select ScenarioRules.WriterOnReturn.Broken(null, same.Key, "the old region writes from the moment it is back until the up that fences it"),
    ];

    /// <param name="estate">All stacks.</param>
    /// <param name="home">There and back again; null without a standby.</param>
    /// <param name="onward">Without the lost region; null where it is not said where to.</param>
    public static IEnumerable<Finding> OfWays(Estate estate, WayBack? home, WayBack? onward) =>
    [
        .. home is null ? [] : home.Problems.Select(problem => ScenarioRules.RoundTrip.Broken(null, home.Plan.Title, problem)),
        .. onward is null ? [] : onward.Problems.Select(problem => ScenarioRules.Rehoming.Broken(null, onward.Plan.Title, problem)),
        .. estate.Standby is null || onward is not null
            ? Array.Empty<Finding>()
            : [ScenarioRules.Rehoming.Broken(estate.KeeperOfRecords?.Stack, "failover.rehome", "nobody has said which region becomes the standby if the lost one never returns")],
    ];
}
