using MlTa.Recovery.Scenarios;
using Xunit;

namespace MlTa.Tests.Recovery.Scenarios;

public sealed class ScenarioTests
{
    [Fact]
    public void Three_regions_have_seven_sets_each_sudden_and_graceful_the_small_ones_first() => Assert.Equal(
        [
            "eu-west-1", "eu-west-1-graceful",
            "us-east-1", "us-east-1-graceful",
            "us-west-2", "us-west-2-graceful",
            "eu-west-1+us-east-1", "eu-west-1+us-east-1-graceful",
            "eu-west-1+us-west-2", "eu-west-1+us-west-2-graceful",
            "us-east-1+us-west-2", "us-east-1+us-west-2-graceful",
            "eu-west-1+us-east-1+us-west-2", "eu-west-1+us-east-1+us-west-2-graceful",
        ],
        Scenario.Lattice(["us-west-2", "us-east-1", "eu-west-1"]).Select(scenario => scenario.Id));

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 6)]
    [InlineData(4, 30)]
    public void Every_set_of_regions_is_there_once_in_each_mode(int regions, int scenarios)
    {
        var lattice = Scenario.Lattice([.. Enumerable.Range(0, regions).Select(index => $"region-{index}")]).ToList();

        Assert.Equal(scenarios, lattice.Count);
        Assert.Equal(scenarios, lattice.Select(scenario => scenario.Id).Distinct().Count());
    }

    [Fact]
    public void A_scenario_knows_its_regions_its_mode_and_its_category()
    {
        var scenario = Scenario.OfRegions(["us-west-2", "eu-west-1"], isGraceful: true);

        Assert.Equal(["eu-west-1", "us-west-2"], scenario.Lost);
        Assert.Equal((true, Category.Catastrophic), (scenario.IsGraceful, scenario.Category));
    }
}
