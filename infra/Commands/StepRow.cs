using MlTa.Recovery.Procedures;
using MlTa.Recovery.Time;

namespace MlTa.Commands;

/// <summary>A line of a procedure as people read it.</summary>
/// <param name="DoneAt">Hours and minutes since users cannot work.</param>
/// <param name="Title">What is done.</param>
/// <param name="Who">Who does it.</param>
/// <param name="Where">The region that has to answer first, with the plane.</param>
/// <param name="Takes">How long it takes.</param>
internal sealed record StepRow(string DoneAt, string Title, string Who, string Where, string Takes)
{
    /// <summary>More of them are named by their services only.</summary>
    private const int MostCalls = 3;

    /// <summary>By the time at which each is done. Calls that are done together are one line: nobody waits for a single one.</summary>
    public static IReadOnlyList<StepRow> Of(RecoveryPlan plan)
    {
        var path = CriticalPath.From(plan.OutageFrom, plan.Steps);
        return
        [
            .. plan.Steps
                .GroupBy(step => (Minute: path.EndOf(step.Id).Likely, Alone: IsCall(step) ? "" : step.Id))
                .OrderBy(same => same.Key.Minute)
                .Select(same => new StepRow(
                    Minutes.Clock(same.Key.Minute),
                    IsCall(same.First()) ? Calls(same.Select(step => step.Api)) : same.First().Title,
                    ActorNames.Of(same.First().Actor),
                    PlaceOf([.. same]),
                    Minutes.Text(same.First().Duration.Minutes, same.First().Duration.Grade))),
        ];
    }

    private static bool IsCall(RecoveryStep step) => step.Actor == Actor.Pulumi && step.Duration.Id == Durations.ApiCalls.Id;

    /// <summary>Of calls to several places only the regions.</summary>
    private static string PlaceOf(IReadOnlyList<RecoveryStep> steps)
    {
        string[] places = [.. steps.Where(step => step.Home is not null).Select(step => $"{step.Home}, {Json.Word(step.Plane)}").Distinct()];
        return places.Length > 1 ? string.Join(", ", steps.Select(step => step.Home).Distinct()) : string.Concat(places);
    }

    private static string Calls(IEnumerable<string> apis)
    {
        string[] names = [.. apis.Distinct()];
        return names.Length <= MostCalls
            ? $"Call {string.Join(", ", names)}"
            : $"Call {string.Join(", ", names.Select(name => name.Split(':')[0]).Distinct())}";
    }
}
