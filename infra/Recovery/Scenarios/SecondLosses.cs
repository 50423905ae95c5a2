using MlTa.Recovery.Moves;
using MlTa.Recovery.Time;
using MlTa.Settings;

namespace MlTa.Recovery.Scenarios;

/// <summary>A region is lost, what can be done about it is done, and another one is lost before the service is protected again.</summary>
/// <param name="graphs">What stacks declare.</param>
/// <param name="measured">How long things took in drills; null for no drills.</param>
public sealed class SecondLosses(GraphCache graphs, MeasuredDurations? measured = null)
{
    public async Task<IReadOnlyList<Outcome>> OfAsync(Estate estate)
    {
        List<Outcome> outcomes = [];
        var regions = new RegionOutcomes(graphs, measured);
        foreach (var first in estate.Stacks)
        {
            foreach (var second in estate.Stacks.Where(stack => stack.Stack != first.Stack))
            {
                var after = After(estate, first);
                outcomes.Add(await regions.OfAsync(after, Scenario.OfRegions([first.Region, second.Region], isGraceful: false) with { Id = $"{first.Region}-then-{second.Region}" }));
                if (after != estate && second.Role == Role.Standby)
                {
                    outcomes.Add(await regions.OfAsync(after, Scenario.OfRegions([second.Region], isGraceful: false) with { Id = $"{first.Region}-returned-then-{second.Region}" }));
                }
            }
        }

        return outcomes;
    }

    private static Estate After(Estate estate, StackSettings first) =>
        first.Role == Role.Active && estate.Standby is { } standby ? FailOver.Sudden(estate, standby.Stack).End : estate;
}
