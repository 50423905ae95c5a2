using MlTa.Settings;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Topology;

/// <summary>What a region notices of itself: that nothing in it answers users.</summary>
public sealed class ServiceAlarmTests
{
    [Fact]
    public async Task It_counts_the_healthy_targets_of_the_api_at_their_worst()
    {
        foreach (var graph in await DeclaredStacks.ServingAsync())
        {
            var alarm = graph.Alarm("ml-ta-no-healthy-target");

            Assert.Equal(("AWS/ApplicationELB", "HealthyHostCount", "Minimum"), (alarm.Text("namespace"), alarm.Text("metricName"), alarm.Text("statistic")));
            Assert.Equal(
                """{"LoadBalancer":"${aws:lb/loadBalancer:LoadBalancer::api.arnSuffix}","TargetGroup":"${aws:lb/targetGroup:TargetGroup::api.arnSuffix}"}""",
                alarm.Inputs["dimensions"]!.ToJsonString());
            Assert.Equal(("LessThanThreshold", 1), (alarm.Text("comparisonOperator"), alarm.Number("threshold")));
            Assert.Equal("breaching", alarm.Text("treatMissingData"));
            Assert.Equal("ml-ta-automated-recovery", alarm.Topic());
        }
    }

    /// <summary>Two minutes at most for the database, and until the balancer takes a node back: two good checks. Begun within a minute, that is bad in four.</summary>
    [Fact]
    public async Task A_failover_of_the_database_that_goes_well_does_not_set_it_off()
    {
        foreach (var graph in await DeclaredStacks.ServingAsync())
        {
            var check = graph.Of("aws:lb/targetGroup:TargetGroup")[0].Inputs["healthCheck"]!;
            var outage = 120 + (check["healthyThreshold"]!.GetValue<long>() * check["interval"]!.GetValue<long>());
            var (bad, of, seconds) = graph.Alarm("ml-ta-no-healthy-target").Window();

            Assert.Equal(bad, of);
            Assert.True((outage / seconds) + 2 < bad);
        }
    }

    [Fact]
    public async Task An_archive_has_it_while_it_serves()
    {
        var archives = (await DeclaredStacks.InEveryStateAsync()).Where(graph => graph.Stack == CommittedStacks.Backup.Stack);

        Assert.Equal([(Role.Archive, false), (Role.Active, true)], archives.Select(graph => (graph.Role, graph.AlarmNames().Contains("ml-ta-no-healthy-target"))));
    }
}
