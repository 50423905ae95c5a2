using MlTa.Naming;
using MlTa.Offline;
using MlTa.Settings;

namespace MlTa.Recovery.Findings;

/// <summary>Whether whoever has to act in a category is awake before its time is over. Read from the alarms that would call them.</summary>
internal static class EscalationFindings
{
    public static IEnumerable<Finding> Of(IReadOnlyList<StackGraph> graphs, ObjectivesSettings objectives) =>
        from route in AlertRoutes.Of(graphs)
        where route.AfterMinutes is not null
        from limit in Limits(objectives)
        where Words.Kebab(limit.Level) == route.Level && route.AfterMinutes >= limit.Minutes
        select ScenarioRules.EscalationFits.Broken(
            graphs.First(graph => graph.Region == route.Region).Stack,
            route.Level,
            $"hears of an outage after {route.AfterMinutes} min, and {limit.What} may last {limit.Minutes} min");

    private static IEnumerable<(EscalationLevel Level, int Minutes, string What)> Limits(ObjectivesSettings objectives) =>
    [
        (EscalationLevel.OnCall, objectives.MinorIncidentMinutes, "a minor incident"),
        (EscalationLevel.Management, objectives.MajorIncidentMinutes, "a major incident"),
        (EscalationLevel.Customers, objectives.RecoveryTimeMinutes, "the loss of a region"),
    ];
}
