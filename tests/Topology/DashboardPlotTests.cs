using MlTa.Tests.Support;
using Xunit;
using static MlTa.Tests.Support.DashboardTexts;

namespace MlTa.Tests.Topology;

/// <summary>What the panels of a dashboard draw.</summary>
public sealed class DashboardPlotTests
{
    [Fact]
    public async Task The_four_checks_of_each_region_are_drawn_by_their_names()
    {
        var panels = (await PanelsAsync(CommittedStacks.Secondary)).Where(panel => TitleAndRegion(panel).StartsWith("Health of ", StringComparison.Ordinal)).ToList();

        Assert.Equal(2, panels.Count);
        foreach (var (panel, region) in panels.Zip((string[])["us-west-2", "us-east-1"]))
        {
            Assert.Equal(
                new[] { ("health", "api"), ("database", "database"), ("redis", "redis"), ("models", "models") }.Select(check =>
                    $$"""["AWS/Route53","HealthCheckStatus","HealthCheckId","${aws:route53/healthCheck:HealthCheck::check-{{region}}-{{check.Item1}}.id}",{"label":"{{check.Item2}}","stat":"Minimum","period":60}]"""),
                Metrics(panel));
        }
    }

    /// <summary>Counted, a heartbeat of a standby is as good as that of the writer; its highest value tells them apart.</summary>
    [Theory]
    [InlineData("Which region is writable, as they say themselves: eu-west-1", "Maximum")]
    [InlineData("Heartbeats heard in a minute: eu-west-1", "SampleCount")]
    public async Task Heartbeats_are_drawn_as_what_they_say_and_as_how_many(string panel, string statistic)
    {
        foreach (var settings in new[] { CommittedStacks.Secondary, CommittedStacks.Backup })
        {
            Assert.Equal(
                ((string[])["primary", "secondary"]).Select(stack => $$"""["ML-TA/Recovery","Active","Stack","{{stack}}",{"label":"{{stack}}","stat":"{{statistic}}","period":60}]"""),
                Metrics(Assert.Single(await PanelsAsync(settings), candidate => TitleAndRegion(candidate) == panel)));
        }
    }

    /// <summary>Of whichever database is the replica there: that changes with every failover.</summary>
    [Theory]
    [InlineData("Lag of the replica in us-east-1", 60)]
    [InlineData("Recovery point in us-east-1", 86400)]
    public async Task The_lag_is_drawn_of_whatever_replica_there_is(string panel, int period) => Assert.Equal(
        $$"""[{"expression":"SEARCH('{AWS/RDS,DBInstanceIdentifier} MetricName=\"ReplicaLag\"', 'Maximum', {{period}})","id":"lag","label":""}]""",
        Assert.Single(Metrics(Assert.Single(await PanelsAsync(CommittedStacks.Backup), candidate => TitleAndRegion(candidate).StartsWith(panel, StringComparison.Ordinal)))));

    /// <summary>The archive does not know the checks, whose IDs are random.</summary>
    [Fact]
    public async Task Without_checks_of_its_own_a_dashboard_looks_for_all_of_them() => Assert.Equal(
        """[{"expression":"SEARCH('{AWS/Route53,HealthCheckId} MetricName=\"HealthCheckStatus\"', 'Minimum', 60)","id":"checks","label":""}]""",
        Assert.Single(Metrics(Assert.Single(await PanelsAsync(CommittedStacks.Backup), panel => TitleAndRegion(panel).StartsWith("Health of all", StringComparison.Ordinal)))));

    [Theory]
    [InlineData("us-west-2", "primary", "secondary")]
    [InlineData("us-east-1", "secondary", "primary")]
    [InlineData("eu-west-1", "backup", "primary", "secondary")]
    public async Task Late_objects_are_drawn_from_every_bucket_that_sends_there(string region, string destination, params string[] sources)
    {
        var panel = Assert.Single(await PanelsAsync(CommittedStacks.Secondary), panel => TitleAndRegion(panel).StartsWith($"How late objects arrive in {region}", StringComparison.Ordinal));

        Assert.Equal(
            from source in sources
            from purpose in (string[])["models", "data", "config-backups", "pulumi-state-backups"]
            select $$"""["AWS/S3","ReplicationLatency","SourceBucket","ml-ta-{{purpose}}-{{source}}","DestinationBucket","ml-ta-{{purpose}}-{{destination}}","RuleId","to-{{region}}",{"label":"ml-ta-{{purpose}}-{{source}}","stat":"Maximum","period":60}]""",
            Metrics(panel));
    }
}
