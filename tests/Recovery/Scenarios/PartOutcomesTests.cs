using MlTa.Recovery.Scenarios;
using MlTa.Settings;
using MlTa.Tests.Recovery.Procedures;
using MlTa.Tests.Support;
using Xunit;
using Verdict = MlTa.Recovery.Scenarios.Verdict;

namespace MlTa.Tests.Recovery.Scenarios;

/// <summary>Less than a region fails.</summary>
public sealed class PartOutcomesTests
{
    [Fact]
    public async Task A_zone_that_holds_the_only_database_takes_the_service_with_it()
    {
        var zone = await ZoneAsync(primary => primary.WithDatabase(database => database with { MultiAz = false }));

        Assert.Equal((null, null, Verdict.Unrecoverable), (zone.Serves, zone.Outage, zone.Verdict));
        Assert.Equal("Of the database there is nothing in another zone.", zone.Why);
    }

    [Fact]
    public async Task A_zone_of_several_is_left_by_machines()
    {
        var zone = await ZoneAsync(primary => primary);

        Assert.Equal(("primary", 2, 10, Verdict.Met), (zone.Serves, zone.Outage!.Value.Likely, zone.Outage.Value.High, zone.Verdict));
        Assert.Null(zone.Plan);
    }

    /// <summary>Each has the target of its category in the recovery plan.</summary>
    [Fact]
    public async Task A_zone_and_a_service_are_minor_and_the_content_is_major()
    {
        var outcomes = await new PartOutcomes(Plans.Graphs).OfAsync(Plans.Committed);

        Assert.Equal(["zone Minor 30", "content Major 120", "service Minor 30"], outcomes.Select(outcome => $"{outcome.Scenario.Id} {outcome.Scenario.Category} {outcome.TargetMinutes}"));
    }

    [Fact]
    public async Task A_service_that_its_probes_do_not_bring_back_is_back_in_time_if_somebody_is_called_earlier()
    {
        var estate = Plans.Committed.Stacks.Aggregate(Plans.Committed, (all, stack) => all.With(stack.WithEscalation(levels => levels with { OnCallAfterMinutes = 5 })));

        var service = (await new PartOutcomes(Plans.Graphs).OfAsync(estate)).Single(outcome => outcome.Scenario.Id == Scenario.Service);

        Assert.Equal((21.5, Verdict.AtRisk), (service.Outage!.Value.Likely, service.Verdict));
    }

    private static async Task<Outcome> ZoneAsync(Func<StackSettings, StackSettings> change) =>
        (await new PartOutcomes(Plans.Graphs).OfAsync(Plans.Committed.With("primary", change)))[0];
}
