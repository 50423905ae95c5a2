using MlTa.Recovery.Scenarios;
using MlTa.Recovery.Time;
using Xunit;

namespace MlTa.Tests.Recovery.Scenarios;

/// <summary>How much time is left over, and until when it can be decided.</summary>
public sealed class SlackTests
{
    [Fact]
    public async Task Each_category_is_judged_by_its_slowest_sudden_loss()
    {
        var slacks = (await Assessed.CommittedAsync()).Slacks;

        Assert.Equal(["Minor service 30", "Major content 120", "Catastrophic us-west-2 240"], slacks.Select(slack => $"{slack.Category} {slack.Scenario} {slack.TargetMinutes}"));
        Assert.All(slacks, slack => Assert.Equal(Grade.Assumed, slack.Grade));
    }

    [Fact]
    public async Task What_is_left_over_is_most_if_all_goes_well()
    {
        var slack = (await Assessed.CommittedAsync()).Slacks[^1];

        Assert.Equal(240 - 84.5, slack.Left.Likely, 6);
        Assert.Equal(240 - slack.Outage.High, slack.Left.Low, 6);
        Assert.Equal(240 - slack.Outage.Low, slack.Left.High, 6);
    }

    /// <summary>Even if everything after the decision takes as long as it can.</summary>
    [Fact]
    public async Task The_latest_decision_leaves_room_for_the_worst_case()
    {
        var assessment = await Assessed.CommittedAsync();
        var slack = assessment.Slacks[^1];
        var plan = assessment.Outcomes.Single(outcome => outcome.Scenario.Id == slack.Scenario).Plan!;

        Assert.Equal(240, slack.LatestDecisionMinute + plan.AfterDecision.High, 6);
        Assert.InRange(slack.LatestDecisionMinute, 100, 200);
    }

    [Fact]
    public void Where_nothing_is_done_there_is_no_slack() => Assert.Empty(Slack.Of([]));
}
