using System.Text.Json.Nodes;
using MlTa.Offline;
using MlTa.Settings;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Topology;

/// <summary>The ladder of the recovery plan: who hears of an outage, and when.</summary>
public sealed class EscalationTests
{
    private static readonly string[] s_parts = ["api", "database", "models", "redis"];

    [Theory]
    [InlineData("automated-recovery", 1, 1)]
    [InlineData("on-call", 15, 20)]
    [InlineData("management", 30, 40)]
    [InlineData("customers", 60, 80)]
    public async Task Each_level_of_the_plan_is_told_at_its_minute(string level, int bad, int of)
    {
        var alarm = (await DeclaredStacks.OfAsync(CommittedStacks.Secondary)).Alarm($"ml-ta-outage-{level}");

        Assert.Equal((bad, of, 60), alarm.Window());
        Assert.Equal($"ml-ta-{level}", alarm.Topic());
    }

    /// <summary>A heartbeat may be late, so the first level waits a little; the others are at the same minutes as everywhere.</summary>
    [Theory]
    [InlineData("automated-recovery", 3, 4)]
    [InlineData("on-call", 15, 20)]
    [InlineData("management", 30, 40)]
    [InlineData("customers", 60, 80)]
    public async Task The_archive_tells_the_same_levels_by_itself(string level, int bad, int of)
    {
        var alarm = (await DeclaredStacks.OfAsync(CommittedStacks.Backup)).Alarm($"ml-ta-outage-{level}");

        Assert.Equal((bad, of, 60), alarm.Window());
        Assert.Equal($"ml-ta-{level}", alarm.Topic());
    }

    [Fact]
    public async Task Other_minutes_in_the_settings_are_other_minutes_of_the_alarms()
    {
        var settings = CommittedStacks.Secondary with { Escalation = new() { OnCallAfterMinutes = 5, ManagementAfterMinutes = 21, CustomersAfterMinutes = 1080 } };
        var graph = await OfflineRun.EvaluateAsync(settings);

        Assert.Equal((1, 1, 60), graph.Alarm("ml-ta-outage-automated-recovery").Window());
        Assert.Equal((5, 6, 60), graph.Alarm("ml-ta-outage-on-call").Window());
        Assert.Equal((21, 28, 60), graph.Alarm("ml-ta-outage-management").Window());
        Assert.Equal((1080, 1440, 60), graph.Alarm("ml-ta-outage-customers").Window());
        Assert.Equal((5, 6, 60), graph.Alarm("ml-ta-primary-redis-on-call").Window());
    }

    [Fact]
    public async Task An_outage_is_that_no_gate_of_either_region_is_open()
    {
        var graph = await DeclaredStacks.OfAsync(CommittedStacks.Secondary);

        foreach (var alarm in Ladder(graph))
        {
            Assert.Equal("MAX([m0, m1])", alarm.Expression());
            Assert.Equal(
                ["${aws:route53/healthCheck:HealthCheck::check-us-west-2-active.id}", "${aws:route53/healthCheck:HealthCheck::check-us-east-1-active.id}"],
                alarm.Metrics().Select(metric => metric["dimensions"]!["HealthCheckId"]!.GetValue<string>()));
            Assert.All(alarm.Metrics(), metric => Assert.Equal(("AWS/Route53", "HealthCheckStatus", "Minimum"), Metric(metric)));
            AssertFiresWhenNotGood(alarm);
        }
    }

    [Fact]
    public async Task The_archive_listens_to_the_heartbeats_of_both_regions()
    {
        var graph = await DeclaredStacks.OfAsync(CommittedStacks.Backup);

        foreach (var alarm in Ladder(graph))
        {
            Assert.Equal("MAX([m0, m1])", alarm.Expression());
            Assert.Equal(["primary", "secondary"], alarm.Metrics().Select(metric => metric["dimensions"]!["Stack"]!.GetValue<string>()));
            Assert.All(alarm.Metrics(), metric => Assert.Equal(("ML-TA/Recovery", "Active", "Maximum"), Metric(metric)));
            AssertFiresWhenNotGood(alarm);
        }
    }

    [Fact]
    public async Task A_region_that_may_be_lost_first_has_no_ladder() =>
        Assert.DoesNotContain((await DeclaredStacks.OfAsync(CommittedStacks.Primary)).AlarmNames(), name => name.Contains("outage", StringComparison.Ordinal));

    [Theory]
    [InlineData("primary", "us-west-2")]
    [InlineData("secondary", "us-east-1")]
    public async Task Each_of_the_plans_four_checks_goes_to_the_team_at_once_and_to_the_on_call_engineer_later_and_no_further(string stack, string region)
    {
        var graph = await DeclaredStacks.OfAsync(CommittedStacks.Secondary);
        var paths = new Dictionary<string, string> { ["api"] = "health", ["database"] = "database", ["models"] = "models", ["redis"] = "redis" };

        Assert.Equal(
            s_parts.SelectMany(part => new[] { $"ml-ta-{stack}-{part}-automated-recovery", $"ml-ta-{stack}-{part}-on-call" }),
            graph.AlarmNames().Where(name => s_parts.Any(part => name.StartsWith($"ml-ta-{stack}-{part}-", StringComparison.Ordinal))));
        foreach (var part in s_parts)
        {
            var atOnce = graph.Alarm($"ml-ta-{stack}-{part}-automated-recovery");
            var later = graph.Alarm($"ml-ta-{stack}-{part}-on-call");

            Assert.Equal((1, 1, 60), atOnce.Window());
            Assert.Equal((15, 20, 60), later.Window());
            Assert.Equal(("ml-ta-automated-recovery", "ml-ta-on-call"), (atOnce.Topic(), later.Topic()));
            Assert.All([atOnce, later], alarm =>
            {
                Assert.Equal($$"""{"HealthCheckId":"${aws:route53/healthCheck:HealthCheck::check-{{region}}-{{paths[part]}}.id}"}""", alarm.Inputs["dimensions"]!.ToJsonString());
                Assert.Equal("Minimum", alarm.Text("statistic"));
                AssertFiresWhenNotGood(alarm);
            });
        }
    }

    /// <summary>Whoever fails over must not have to think about who is told.</summary>
    [Fact]
    public async Task A_failover_leaves_every_topic_and_every_ladder_but_the_outages_as_it_is()
    {
        var standby = await DeclaredStacks.OfAsync(CommittedStacks.Secondary);
        var active = await OfflineRun.EvaluateAsync(CommittedStacks.Secondary with { Role = Role.Active });

        Assert.Equal(Told(standby), Told(active));
        Assert.Equal(16 + 4 + 4 + 9, Told(standby).Count);
    }

    /// <summary>If the metric of a disabled check were good, nobody would hear of an outage after a failover.</summary>
    [Fact]
    public async Task After_a_failover_the_pinned_gate_says_nothing_about_an_outage()
    {
        var standby = await DeclaredStacks.OfAsync(CommittedStacks.Secondary);
        var active = await OfflineRun.EvaluateAsync(CommittedStacks.Secondary with { Role = Role.Active });

        Assert.All(Ladder(active), alarm => Assert.Equal(
            ["${aws:route53/healthCheck:HealthCheck::check-us-east-1-active.id}"],
            alarm.Metrics().Select(metric => metric["dimensions"]!["HealthCheckId"]!.GetValue<string>())));
        Assert.Equal(Ladder(standby).Select(alarm => (alarm.Window(), alarm.Topic())), Ladder(active).Select(alarm => (alarm.Window(), alarm.Topic())));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 4)]
    [InlineData(60, 80)]
    [InlineData(EscalationWindow.MaximumBadMinutes, EscalationWindow.MaximumMinutes)]
    public void One_good_minute_may_come_with_three_bad_ones(int bad, int of) => Assert.Equal(new EscalationWindow(bad, of), EscalationWindow.After(bad));

    [Fact]
    public void The_longest_window_is_what_an_alarm_can_look_back() =>
        Assert.True(EscalationWindow.After(EscalationWindow.MaximumBadMinutes + 1).Minutes > EscalationWindow.MaximumMinutes);

    private static IReadOnlyList<DeclaredResource> Ladder(StackGraph graph)
    {
        var alarms = graph.Alarms().Where(alarm => alarm.Text("name").StartsWith("ml-ta-outage-", StringComparison.Ordinal)).ToList();
        Assert.Equal(4, alarms.Count);
        return alarms;
    }

    private static void AssertFiresWhenNotGood(DeclaredResource alarm)
    {
        Assert.Equal("LessThanThreshold", alarm.Text("comparisonOperator"));
        Assert.Equal(1, alarm.Number("threshold"));
        Assert.Equal("breaching", alarm.Text("treatMissingData"));
    }

    private static (string, string, string) Metric(JsonObject metric) =>
        (metric["namespace"]!.GetValue<string>(), metric["metricName"]!.GetValue<string>(), metric["stat"]!.GetValue<string>());

    private static IReadOnlyList<string> Told(StackGraph graph) =>
    [
        .. graph.Resources
            .Where(resource => resource.Type.StartsWith("aws:sns/", StringComparison.Ordinal)
                || (resource.Type.EndsWith(":MetricAlarm", StringComparison.Ordinal) && resource.Parent!.Contains("EscalationLadder", StringComparison.Ordinal)
                    && !resource.Text("name").StartsWith("ml-ta-outage-", StringComparison.Ordinal)))
            .Select(resource => $"{resource.Urn} {resource.Inputs.ToJsonString()}"),
    ];
}
