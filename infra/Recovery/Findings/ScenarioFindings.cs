using MlTa.Recovery.Scenarios;
using MlTa.Recovery.Time;

namespace MlTa.Recovery.Findings;

/// <summary>What scenarios say that is worse than the objectives.</summary>
internal static class ScenarioFindings
{
    public static IEnumerable<Finding> Of(IEnumerable<Outcome> outcomes, IEnumerable<Outcome> secondLosses) =>
    [
        .. outcomes.SelectMany(Of),
        .. secondLosses
            .Where(outcome => outcome.Verdict >= Verdict.Missed)
            .Select(outcome => ScenarioRules.SecondLoss.Broken(null, outcome.Scenario.Id, string.Join(" ", [outcome.Why, .. Of(outcome).Where(finding => finding.Rule != ScenarioRules.Reachable.Id).Select(finding => finding.Problem)]))),
    ];

    private static IEnumerable<Finding> Of(Outcome outcome)
    {
        var id = outcome.Scenario.Id;
        if (outcome.Serves is null)
        {
            yield return ScenarioRules.Reachable.Broken(null, id, outcome.Why);
            yield break;
        }

        if (Severity(outcome.TimeVerdict) is { } time)
        {
            yield return ScenarioRules.RecoveryTime.Broken(null, id, $"users cannot work for {Text(outcome.Outage, outcome.OutageGrade)}, and the target is {outcome.TargetMinutes:0} min") with { Severity = time };
        }

        if (Severity(outcome.LossVerdict) is { } loss)
        {
            var worst = outcome.Stores.FirstOrDefault(store => store.Minutes is null) ?? outcome.Stores.MaxBy(store => store.Minutes!.Value.High)!;
            yield return ScenarioRules.RecoveryPoint.Broken(
                null, id, $"{worst.Store} loses {(worst.Minutes is null ? "more than anybody can say" : Text(worst.Minutes, worst.Grade))}, and the objective is {outcome.RecoveryPointMinutes:0} min; {worst.Source}") with
            { Severity = loss };
        }
    }

    private static Severity? Severity(Verdict verdict) => verdict switch
    {
        Verdict.Met => null,
        Verdict.AtRisk => Findings.Severity.Warning,
        _ => Findings.Severity.Error,
    };

    private static string Text(MinuteRange? minutes, Grade grade) => minutes is { } range
        ? $"{range.Likely:0} min, at worst {range.High:0}{(grade == Grade.Assumed ? " (assumed)" : "")}"
        : "an unknown time";
}
