using MlTa.Offline;
using MlTa.Settings;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Topology;

/// <summary>Whether a failover would lose more than it may.</summary>
public sealed class ReplicationAlarmTests
{
    private const long GiB = 1024 * 1024 * 1024;

    [Theory]
    [InlineData(15, 600)]
    [InlineData(10, 300)]
    public async Task A_replica_wakes_somebody_before_it_is_behind_by_more_than_the_objective(int objective, int seconds)
    {
        var graph = await OfflineRun.EvaluateAsync(CommittedStacks.Secondary with { Objectives = CommittedStacks.Secondary.Objectives with { RecoveryPointMinutes = objective } });
        var alarm = graph.Alarm("ml-ta-replica-lag");

        AssertDatabase(alarm, "ReplicaLag", "Maximum", "ml-ta-production-replica");
        AssertIs(alarm, "GreaterThanThreshold", seconds, (5, 5, 60));
        Assert.Contains($"the {objective} minutes", alarm.Text("alarmDescription"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_replica_that_has_stopped_wakes_somebody()
    {
        var alarm = (await DeclaredStacks.OfAsync(CommittedStacks.Secondary)).Alarm("ml-ta-replica-stopped");

        AssertDatabase(alarm, "ReplicaLag", "Minimum", "ml-ta-production-replica");
        AssertIs(alarm, "LessThanThreshold", 0, (5, 5, 60));
    }

    [Fact]
    public async Task A_writer_that_fills_up_wakes_somebody()
    {
        var graph = await DeclaredStacks.OfAsync(CommittedStacks.Primary);
        var storage = graph.Alarm("ml-ta-writer-storage");
        var log = graph.Alarm("ml-ta-writer-log-kept");

        AssertDatabase(storage, "FreeStorageSpace", "Minimum", "ml-ta-production");
        AssertIs(storage, "LessThanThreshold", 20 * GiB, (15, 15, 60));
        AssertDatabase(log, "OldestReplicationSlotLag", "Maximum", "ml-ta-production");
        AssertIs(log, "GreaterThanThreshold", 40 * GiB, (5, 5, 60));
    }

    [Fact]
    public async Task A_failover_turns_the_alarms_of_the_replica_into_those_of_the_writer_and_no_others()
    {
        var standby = (await DeclaredStacks.OfAsync(CommittedStacks.Secondary)).AlarmNames();
        var active = await OfflineRun.EvaluateAsync(CommittedStacks.Secondary with { Role = Role.Active });

        Assert.Equal(["ml-ta-replica-lag", "ml-ta-replica-stopped"], standby.Except(active.AlarmNames()));
        Assert.Equal(["ml-ta-writer-log-kept", "ml-ta-writer-storage"], active.AlarmNames().Except(standby));
        AssertDatabase(active.Alarm("ml-ta-writer-storage"), "FreeStorageSpace", "Minimum", "ml-ta-production-replica");
    }

    /// <summary>Nobody writes to it, and nothing follows it.</summary>
    [Fact]
    public async Task A_database_that_is_fenced_off_raises_no_alarm()
    {
        var fenced = await OfflineRun.EvaluateAsync(CommittedStacks.Primary with { Role = Role.Fenced });

        Assert.DoesNotContain(fenced.AlarmNames(), name => name.Contains("writer", StringComparison.Ordinal) || name.Contains("replica-", StringComparison.Ordinal));
    }

    /// <summary>S3 publishes it where the objects arrive.</summary>
    [Theory]
    [InlineData("primary", "secondary")]
    [InlineData("secondary", "primary")]
    [InlineData("backup", "primary")]
    [InlineData("backup", "secondary")]
    public async Task Objects_that_are_late_are_noticed_where_they_should_arrive(string destination, string source)
    {
        var settings = CommittedStacks.All.Single(stack => stack.Stack == destination);
        var alarm = (await DeclaredStacks.OfAsync(settings)).Alarm($"ml-ta-objects-from-{source}-late");

        Assert.Equal("MAX([m0, m1, m2, m3])", alarm.Expression());
        AssertIs(alarm, "GreaterThanThreshold", 900, (5, 5, 60));
        AssertBuckets(alarm, "ReplicationLatency", "Maximum", source, destination, settings.Region);
    }

    /// <summary>S3 publishes it where the objects are sent from.</summary>
    [Theory]
    [InlineData("primary", "secondary")]
    [InlineData("primary", "backup")]
    [InlineData("secondary", "primary")]
    [InlineData("secondary", "backup")]
    public async Task Objects_that_are_given_up_are_noticed_where_they_are_sent_from(string source, string destination)
    {
        var graph = await DeclaredStacks.OfAsync(CommittedStacks.All.Single(stack => stack.Stack == source));
        var alarm = graph.Alarm($"ml-ta-objects-to-{destination}-failed");

        Assert.Equal("SUM([m0, m1, m2, m3])", alarm.Expression());
        AssertIs(alarm, "GreaterThanThreshold", 0, (1, 1, 60));
        AssertBuckets(alarm, "OperationsFailedReplication", "Sum", source, destination, CommittedStacks.All.Single(stack => stack.Stack == destination).Region);
    }

    [Fact]
    public async Task The_rules_that_are_watched_are_those_that_replicate()
    {
        foreach (var settings in (StackSettings[])[CommittedStacks.Primary, CommittedStacks.Secondary])
        {
            var graph = await DeclaredStacks.OfAsync(settings);
            var rules = graph.Of("aws:s3/bucketReplicationConfig:BucketReplicationConfig")
                .SelectMany(replication => replication.Inputs["rules"].Items())
                .Select(rule => (rule["id"]!.GetValue<string>(), rule["destination"]!["bucket"]!.GetValue<string>().Split(":::")[1]));
            var watched = graph.Alarms()
                .Where(alarm => alarm.Text("name").EndsWith("-failed", StringComparison.Ordinal))
                .SelectMany(alarm => alarm.Metrics())
                .Select(metric => (metric["dimensions"]!["RuleId"]!.GetValue<string>(), metric["dimensions"]!["DestinationBucket"]!.GetValue<string>()));

            Assert.Equal(rules.Order(), watched.Order());
        }
    }

    private static void AssertDatabase(DeclaredResource alarm, string metric, string statistic, string identifier)
    {
        Assert.Equal(("AWS/RDS", metric, statistic), (alarm.Text("namespace"), alarm.Text("metricName"), alarm.Text("statistic")));
        Assert.Equal($$"""{"DBInstanceIdentifier":"{{identifier}}"}""", alarm.Inputs["dimensions"]!.ToJsonString());
        Assert.Equal("ml-ta-on-call", alarm.Topic());
    }

    private static void AssertBuckets(DeclaredResource alarm, string metric, string statistic, string source, string destination, string destinationRegion)
    {
        Assert.All(alarm.Metrics(), query => Assert.Equal(
            ("AWS/S3", metric, statistic), (query["namespace"]!.GetValue<string>(), query["metricName"]!.GetValue<string>(), query["stat"]!.GetValue<string>())));
        Assert.Equal(
            ((string[])["models", "data", "config-backups", "pulumi-state-backups"]).Select(purpose =>
                $$"""{"DestinationBucket":"ml-ta-{{purpose}}-{{destination}}","RuleId":"to-{{destinationRegion}}","SourceBucket":"ml-ta-{{purpose}}-{{source}}"}"""),
            alarm.Metrics().Select(query => query["dimensions"]!.ToJsonString()));
    }

    private static void AssertIs(DeclaredResource alarm, string comparison, long threshold, (long, long, long) window)
    {
        Assert.Equal(comparison, alarm.Text("comparisonOperator"));
        Assert.Equal(threshold, alarm.Number("threshold"));
        Assert.Equal(window, alarm.Window());
    }
}
