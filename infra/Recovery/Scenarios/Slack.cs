using MlTa.Recovery.Time;

namespace MlTa.Recovery.Scenarios;

/// <summary>How much of a category's time is left over.</summary>
/// <param name="Category">The category.</param>
/// <param name="Scenario">Its scenario that takes longest, of those that somebody has to do something about.</param>
/// <param name="TargetMinutes">How long it may take.</param>
/// <param name="Outage">How long it takes.</param>
/// <param name="Grade">How well that is known.</param>
/// <param name="LatestDecisionMinute">The last minute of the outage at which it can still be decided, if everything after it takes as long as it can.</param>
public sealed record Slack(Category Category, string Scenario, double TargetMinutes, MinuteRange Outage, Grade Grade, double LatestDecisionMinute)
{
    public MinuteRange Left => new(TargetMinutes - Outage.High, TargetMinutes - Outage.Likely, TargetMinutes - Outage.Low);

    /// <summary>One for each category in which something is recovered; the category's slowest sudden scenario.</summary>
    public static IReadOnlyList<Slack> Of(IEnumerable<Outcome> outcomes) =>
    [
        .. from outcome in outcomes
           where outcome is { Plan: not null, Outage: not null, Scenario.IsGraceful: false }
           group outcome by outcome.Scenario.Category into category
           orderby category.Key
           let slowest = category.MaxBy(outcome => outcome.Outage!.Value.Likely)!
           select new Slack(category.Key, slowest.Scenario.Id, slowest.TargetMinutes, slowest.Outage!.Value, slowest.OutageGrade, slowest.TargetMinutes - slowest.Plan!.AfterDecision.High),
    ];
}
