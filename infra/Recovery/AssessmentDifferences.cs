using MlTa.Recovery.Findings;
using MlTa.Recovery.Scenarios;
using MlTa.Recovery.Time;

namespace MlTa.Recovery;

/// <summary>What a change of the declarations gains or loses, a sentence for each.</summary>
public static class AssessmentDifferences
{
    /// <param name="before">The base.</param>
    /// <param name="after">The change on top of it.</param>
    public static IReadOnlyList<string> Between(Assessment before, Assessment after) =>
    [
        .. Compare(before.Outcomes.Concat(before.SecondLosses), after.Outcomes.Concat(after.SecondLosses)),
        .. Open(after).Except(Open(before)).Select(finding => $"lost: {(Accepted(before).Contains(finding) ? "no longer accepted: " : "")}{finding}"),
        .. Accepted(after).Except(Accepted(before)).Select(finding => $"lost: accepted from now on: {finding}"),
        .. All(before).Except(All(after)).Select(finding => $"gained: no longer found: {finding}"),
    ];

    private static IEnumerable<string> Compare(IEnumerable<Outcome> before, IEnumerable<Outcome> after)
    {
        var old = before.ToDictionary(outcome => outcome.Scenario.Id);
        var current = after.ToDictionary(outcome => outcome.Scenario.Id);
        return
        [
            .. current.Values.Where(outcome => old.ContainsKey(outcome.Scenario.Id)).SelectMany(outcome => Compare(old[outcome.Scenario.Id], outcome)),
            .. current.Keys.Except(old.Keys).Select(id => $"changed: {id} can happen now: {current[id].Why}"),
            .. old.Keys.Except(current.Keys).Select(id => $"changed: {id} cannot happen any more"),
        ];
    }

    /// <summary>Numbers say something only where somebody serves.</summary>
    private static IEnumerable<string> Compare(Outcome before, Outcome after)
    {
        if (before.Serves != after.Serves)
        {
            yield return $"{(after.Serves is null ? "lost" : before.Serves is null ? "gained" : "changed")}: loss of {after.Scenario.Id}: {after.Serves ?? "nobody"} serves instead of {before.Serves ?? "nobody"}: {after.Why}";
        }

        if (before.Serves is null || after.Serves is null)
        {
            yield break;
        }

        if (Compare(before.Outage, after.Outage) is { } time)
        {
            yield return $"{time}: loss of {after.Scenario.Id}: users are out for {Text(after.Outage)} instead of {Text(before.Outage)}";
        }

        if (Compare(before.Loss, after.Loss) is { } loss)
        {
            yield return $"{loss}: loss of {after.Scenario.Id}: data of {Text(after.Loss)} is lost instead of {Text(before.Loss)}";
        }
    }

    /// <summary>More minutes are a loss, and none that anybody could name the worst one. Null where nothing differs.</summary>
    private static string? Compare(MinuteRange? before, MinuteRange? after) => (before, after) switch
    {
        _ when before == after => null,
        (_, null) => "lost",
        (null, _) => "gained",
        ({ } old, { } current) => (current.Likely, current.High, current.Low).CompareTo((old.Likely, old.High, old.Low)) > 0 ? "lost" : "gained",
    };

    private static string Text(MinuteRange? minutes) => minutes switch
    {
        null => "an unknown time",
        { } range when range.Low == range.High => $"{range.High:0.#} min",
        { } range => $"{range.Likely:0.#} ({range.Low:0.#} to {range.High:0.#}) min",
    };

    private static IEnumerable<string> All(Assessment assessment) => Findings(assessment, _ => true);

    private static IEnumerable<string> Open(Assessment assessment) => Findings(assessment, judged => judged.Waiver is null);

    private static IEnumerable<string> Accepted(Assessment assessment) => Findings(assessment, judged => judged.Waiver is not null);

    private static IEnumerable<string> Findings(Assessment assessment, Func<JudgedFinding, bool> isMeant) =>
        assessment.Findings.Where(isMeant).Select(judged => $"{judged.Finding.Rule} {judged.Finding.Subject}: {judged.Finding.Problem}");
}
