using System.Globalization;
using MlTa.Recovery.Scenarios;
using MlTa.Recovery.Time;
using Xunit;

namespace MlTa.Tests.Recovery.Scenarios;

/// <summary>The table that the committed files promise.</summary>
public sealed class CommittedOutcomesTests
{
    [Fact]
    public async Task Every_loss_has_the_approved_outcome() => Assert.Equal(
        [
            "eu-west-1                              primary   0      0     met",
            "eu-west-1-graceful                     primary   0      0     met",
            "us-east-1                              primary   0      0     met",
            "us-east-1-graceful                     primary   0      0     met",
            "us-west-2                              secondary 84.5   15    met",
            "us-west-2-graceful                     secondary 45.5   0     met",
            "eu-west-1+us-east-1                    primary   0      0     met",
            "eu-west-1+us-east-1-graceful           primary   0      0     met",
            "eu-west-1+us-west-2                    secondary 84.5   15    met",
            "eu-west-1+us-west-2-graceful           secondary 45.5   0     met",
            "us-east-1+us-west-2                    nobody                 unrecoverable",
            "us-east-1+us-west-2-graceful           backup    227.5  0     atrisk",
            "eu-west-1+us-east-1+us-west-2          nobody                 unrecoverable",
            "eu-west-1+us-east-1+us-west-2-graceful nobody                 unrecoverable",
            "zone                                   primary   2      0     met",
            "content                                primary   118.5  29    missed",
            "service                                primary   31.5   0     missed",
        ],
        (await Assessed.CommittedAsync()).Outcomes.Select(Line));

    [Fact]
    public async Task Every_second_loss_has_the_approved_outcome() => Assert.Equal(
        [
            "us-west-2-then-us-east-1               nobody                 unrecoverable",
            "us-west-2-returned-then-us-east-1      primary   87.5         missed",
            "us-west-2-then-eu-west-1               secondary 0      0     met",
            "us-east-1-then-us-west-2               nobody                 unrecoverable",
            "us-east-1-then-eu-west-1               primary   0      0     met",
            "eu-west-1-then-us-west-2               secondary 84.5   15    met",
            "eu-west-1-then-us-east-1               primary   0      0     met",
        ],
        (await Assessed.CommittedAsync()).SecondLosses.Select(Line));

    [Fact]
    public async Task Every_outcome_has_one_sentence_why() => Assert.All(
        (await Assessed.CommittedAsync()).Outcomes.Concat((await Assessed.CommittedAsync()).SecondLosses),
        outcome => Assert.Matches(@"^[A-Za-z].*[a-z]\.$", outcome.Why));

    [Fact]
    public async Task What_people_or_a_promotion_take_part_in_is_assumed() => Assert.All(
        (await Assessed.CommittedAsync()).Outcomes.Where(outcome => outcome.Outage is { High: > 0 }),
        outcome => Assert.Equal(Grade.Assumed, outcome.OutageGrade));

    [Fact]
    public async Task Nobody_is_told_that_a_region_is_gone_that_is_left_on_purpose()
    {
        var outcomes = (await Assessed.CommittedAsync()).Outcomes.ToDictionary(outcome => outcome.Scenario.Id, outcome => outcome.Why);

        Assert.Equal("primary goes on as it is, and nobody runs an up while us-east-1, where IAM and Route 53 are changed, is gone; until the standby is back it has copies only.", outcomes["us-east-1"]);
        Assert.Equal("primary goes on as it is; until the standby is back it has copies only.", outcomes["us-east-1-graceful"]);
    }

    [Fact]
    public async Task What_cannot_be_done_names_the_step_and_what_it_lacks() => Assert.Equal(
        "backup builds a region from nothing and restores its newest recovery point, but 'Make LoadBalancer api' needs Route 53 (it names what is new) in us-east-1, which does not answer, and so do 7 other steps.",
        (await Assessed.CommittedAsync()).Outcomes.Single(outcome => outcome.Scenario.Id == "us-east-1+us-west-2").Why);

    private static string Line(Outcome outcome) => string.Create(
        CultureInfo.InvariantCulture,
        $"{outcome.Scenario.Id,-38} {outcome.Serves ?? "nobody",-9} {(outcome.Outage?.Likely is { } minutes ? Math.Round(minutes, 1) : ""),-6} {(outcome.Serves is null ? "" : outcome.Loss?.Likely),-5} {outcome.Verdict.ToString().ToLowerInvariant()}");
}
