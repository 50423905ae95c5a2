using System.Text.Json.Nodes;
using MlTa.Offline;
using MlTa.Recovery.Moves;
using MlTa.Recovery.Procedures;
using MlTa.Recovery.Time;

namespace MlTa.Recovery.Scenarios;

/// <summary>What happens when less than a region fails: a zone, the database's content, a service.</summary>
/// <param name="graphs">What stacks declare.</param>
/// <param name="measured">How long things took in drills; null for no drills.</param>
public sealed class PartOutcomes(GraphCache graphs, MeasuredDurations? measured = null)
{
    private readonly MeasuredDurations _measured = measured ?? MeasuredDurations.None;

    public async Task<IReadOnlyList<Outcome>> OfAsync(Estate estate)
    {
        var active = await graphs.OfAsync(estate.Active!);
        return [Zone(estate, active), await ContentAsync(estate), await ServiceAsync(estate)];
    }

    /// <summary>Machines do it, if what they need is in more than one zone.</summary>
    private Outcome Zone(Estate estate, StackGraph active)
    {
        var failover = _measured.Of(Durations.ZoneFailover);
        string[] single =
        [
            .. Named(active, "aws:rds/instance:Instance", database => IsOn(database, "multiAz"), "the database"),
            .. Named(active, "aws:elasticache/replicationGroup:ReplicationGroup", cache => IsOn(cache, "multiAzEnabled"), "the cache"),
            .. active.Resources.Count(resource => resource.Type == "aws:eks/nodeGroup:NodeGroup") > 1 ? Array.Empty<string>() : ["the cluster's nodes"],
        ];
        return Of(estate, Scenario.Zone, Category.Minor) with
        {
            Serves = single.Length == 0 ? active.Stack : null,
            Outage = single.Length == 0 ? failover.Minutes : null,
            OutageGrade = failover.Grade,
            Stores = Losses.None("the standby in the other zone has every commit (RDS user guide, \"Multi-AZ DB instance deployments\")"),
            Why = single.Length == 0
                ? "Database and cache move to another zone by themselves, and pods run in the others already."
                : $"Of {string.Join(" and ", single)} there is nothing in another zone.",
        };
    }

    private async Task<Outcome> ContentAsync(Estate estate)
    {
        var plan = _measured.In(await ContentPlan.OfAsync(estate, graphs));
        var path = new CriticalPath(plan.Steps);
        var paused = plan.Steps.Where(step => step.Duration.Id == Durations.PodsStop.Id && step.Id.StartsWith(RecoverContent.PausePhase, StringComparison.Ordinal)).Select(step => path.EndOf(step.Id)).Aggregate(MinuteRange.Zero, MinuteRange.Longest);
        return Of(estate, plan, Scenario.Content, Category.Major) with
        {
            Stores = Losses.OfContent(paused),
            Why = "Writes stop, what there is is kept as a snapshot, and a new database is restored to the moment before the damage.",
        };
    }

    private async Task<Outcome> ServiceAsync(Estate estate) => Of(estate, _measured.In(await ServicePlan.OfAsync(estate, graphs)), Scenario.Service, Category.Minor) with
    {
        Stores = Losses.None("nothing is lost with a pod"),
        Why = "Probes restart pods within minutes; what they do not bring back, the on-call engineer restarts.",
    };

    private static Outcome Of(Estate estate, RecoveryPlan plan, string scenario, Category category) => Of(estate, scenario, category) with
    {
        Serves = estate.Active!.Stack,
        Plan = plan,
        Outage = plan.Outage,
        OutageGrade = plan.Grade,
    };

    private static Outcome Of(Estate estate, string scenario, Category category) => new()
    {
        Scenario = new(scenario, category, [], IsGraceful: false),
        Serves = null,
        Outage = null,
        OutageGrade = Grade.Assumed,
        Stores = [],
        TargetMinutes = Targets.MinutesOf(category, estate.Active!.Objectives),
        RecoveryPointMinutes = estate.Active!.Objectives.RecoveryPointMinutes,
        Why = "",
    };

    private static IEnumerable<string> Named(StackGraph graph, string type, Func<DeclaredResource, bool> isIn, string name) =>
        graph.Resources.Where(resource => resource.Type == type).Any(resource => !isIn(resource)) ? [name] : [];

    private static bool IsOn(DeclaredResource resource, string input) => resource.Inputs[input] is JsonValue value && value.GetValue<bool>();
}
