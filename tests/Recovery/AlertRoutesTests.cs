using MlTa.Offline;
using MlTa.Recovery;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Recovery;

/// <summary>Who hears of what, as the graphs of the stacks say it.</summary>
public sealed class AlertRoutesTests
{
    [Theory]
    [InlineData("us-east-1", "automated-recovery", 1L)]
    [InlineData("us-east-1", "on-call", 15L)]
    [InlineData("us-east-1", "management", 30L)]
    [InlineData("us-east-1", "customers", 60L)]
    [InlineData("eu-west-1", "automated-recovery", 3L)] // a heartbeat may be late
    [InlineData("eu-west-1", "on-call", 15L)]
    [InlineData("eu-west-1", "customers", 60L)]
    [InlineData("us-west-2", "on-call", null)] // an outage is noticed elsewhere
    public async Task A_level_hears_of_an_outage_after_its_minutes(string region, string level, long? minutes) =>
        Assert.Equal(minutes, (await RouteAsync(region, level)).AfterMinutes);

    [Fact]
    public async Task The_minutes_are_those_of_the_settings()
    {
        var late = await OfflineRun.EvaluateAsync(CommittedStacks.Secondary with
        {
            Escalation = new() { OnCallAfterMinutes = 20, ManagementAfterMinutes = 40, CustomersAfterMinutes = 90 },
        });

        Assert.Equal([1L, 20L, 40L, 90L], AlertRoutes.Of([late]).Select(route => route.AfterMinutes));
    }

    [Theory]
    [InlineData("automated-recovery", "1 email, chat")]
    [InlineData("on-call", "1 email, 1 https, 2 sms, chat")]
    [InlineData("management", "1 sms, 2 email, chat")]
    [InlineData("customers", "1 email, chat")]
    public async Task A_level_is_reached_by_the_same_channels_in_every_region(string level, string channels)
    {
        foreach (var settings in CommittedStacks.All)
        {
            Assert.Equal(channels, string.Join(", ", (await RouteAsync(settings.Region, level)).Channels));
        }
    }

    [Fact]
    public async Task A_chat_that_another_stack_has_is_seen_only_with_that_stack()
    {
        var alone = AlertRoutes.Of([await DeclaredStacks.OfAsync(CommittedStacks.Primary)]);

        Assert.Equal(4, alone.Count);
        Assert.All(alone, route => Assert.DoesNotContain("chat", route.Channels));
    }

    [Fact]
    public async Task Every_alarm_is_heard_at_one_level()
    {
        var graphs = await DeclaredStacks.AllAsync();

        Assert.Equal(
            graphs.Sum(graph => graph.Of("aws:cloudwatch/metricAlarm:MetricAlarm").Count),
            AlertRoutes.Of(graphs).Sum(route => route.Alarms));
    }

    private static async Task<AlertRoute> RouteAsync(string region, string level) =>
        AlertRoutes.Of(await DeclaredStacks.AllAsync()).Single(route => (route.Region, route.Level) == (region, level));
}
