using MlTa.Offline;
using MlTa.Settings;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Topology;

/// <summary>Which alarm is in which region, and what all alarms have in common.</summary>
public sealed class AlarmPlacementTests
{
    /// <summary>Metrics that count events, or that another alarm watches for silence: no value is no fault.</summary>
    private static readonly string[] s_silentWhenWell = ["objects-from-", "objects-to-", "replica-stopped", "writer-log-kept"];

    [Fact]
    public async Task The_writers_region_watches_what_only_it_can_see_and_whether_the_standby_is_heard() => Assert.Equal(
        [
            "ml-ta-certificate", "ml-ta-no-cluster-backup", "ml-ta-no-healthy-target", "ml-ta-no-recovery-point",
            "ml-ta-objects-from-secondary-late", "ml-ta-objects-to-backup-failed", "ml-ta-objects-to-secondary-failed",
            "ml-ta-secondary-silent",
            "ml-ta-writer-log-kept", "ml-ta-writer-storage",
        ],
        (await DeclaredStacks.OfAsync(CommittedStacks.Primary)).AlarmNames());

    [Fact]
    public async Task The_standbys_region_watches_the_writers_from_outside() => Assert.Equal(
        [
            "ml-ta-certificate", "ml-ta-no-cluster-backup", "ml-ta-no-healthy-target", "ml-ta-no-recovery-point",
            "ml-ta-objects-from-primary-late", "ml-ta-objects-to-backup-failed", "ml-ta-objects-to-primary-failed",
            "ml-ta-outage-automated-recovery", "ml-ta-outage-customers", "ml-ta-outage-management", "ml-ta-outage-on-call",
            .. PartsOf("primary"),
            "ml-ta-primary-silent",
            "ml-ta-replica-lag", "ml-ta-replica-stopped",
            .. PartsOf("secondary"),
        ],
        (await DeclaredStacks.OfAsync(CommittedStacks.Secondary)).AlarmNames());

    [Fact]
    public async Task The_archive_watches_both_regions_with_nothing_that_is_in_either() => Assert.Equal(
        [
            "ml-ta-no-recovery-point",
            "ml-ta-objects-from-primary-late", "ml-ta-objects-from-secondary-late",
            "ml-ta-outage-automated-recovery", "ml-ta-outage-customers", "ml-ta-outage-management", "ml-ta-outage-on-call",
            "ml-ta-primary-silent", "ml-ta-secondary-silent",
        ],
        (await DeclaredStacks.OfAsync(CommittedStacks.Backup)).AlarmNames());

    /// <summary>An alarm in a region that is lost cannot fire.</summary>
    [Fact]
    public async Task That_a_serving_region_lives_is_watched_in_every_other_region()
    {
        var graphs = await DeclaredStacks.AllAsync();
        foreach (var watched in CommittedStacks.All.Where(settings => settings.Tier == Tier.Serving))
        {
            var others = graphs.Where(graph => graph.Region != watched.Region).ToList();

            Assert.Equal(2, others.Count);
            Assert.All(others, graph =>
            {
                var alarm = graph.Alarm($"ml-ta-{watched.Stack}-silent");
                Assert.Equal($$"""{"Stack":"{{watched.Stack}}"}""", alarm.Inputs["dimensions"]!.ToJsonString());
                Assert.Equal(("ML-TA/Recovery", "Active", "SampleCount"), (alarm.Text("namespace"), alarm.Text("metricName"), alarm.Text("statistic")));
                Assert.Equal((5, 5, 60), alarm.Window());
                Assert.Equal("LessThanThreshold", alarm.Text("comparisonOperator"));
                Assert.Equal(1, alarm.Number("threshold"));
                Assert.Equal("ml-ta-on-call", alarm.Topic());
            });
            Assert.DoesNotContain(graphs.Single(graph => graph.Region == watched.Region).AlarmNames(), name => name == $"ml-ta-{watched.Stack}-silent");
        }
    }

    /// <summary>Route 53 publishes what its checks find there and nowhere else.</summary>
    [Fact]
    public async Task Health_checks_are_watched_in_us_east_1_only()
    {
        var graphs = await DeclaredStacks.AllAsync();

        Assert.Equal(
            ["us-east-1"],
            graphs.Where(graph => graph.Alarms().Any(alarm => alarm.Inputs.ToJsonString().Contains("AWS/Route53", StringComparison.Ordinal))).Select(graph => graph.Region));
    }

    [Fact]
    public async Task Every_alarm_tells_somebody_in_its_own_region_what_is_wrong_and_what_to_do()
    {
        foreach (var graph in await DeclaredStacks.AllAsync())
        {
            var topics = graph.Of("aws:sns/topic:Topic").Select(topic => topic.Text("name")).ToList();
            Assert.All(graph.Alarms(), alarm =>
            {
                Assert.Contains(alarm.Topic(), topics);
                Assert.Equal($"arn:aws:sns:{graph.Region}:111122223333:{alarm.Topic()}", alarm.Inputs["alarmActions"]![0]!.GetValue<string>());
                Assert.Equal(2, alarm.Text("alarmDescription").Split(". ").Length);
                Assert.StartsWith("ml-ta-", alarm.Text("name"), StringComparison.Ordinal);
            });
        }
    }

    [Fact]
    public async Task Silence_is_the_fault_unless_the_metric_counts_events()
    {
        foreach (var graph in await DeclaredStacks.AllAsync())
        {
            Assert.All(graph.Alarms(), alarm => Assert.Equal(
                s_silentWhenWell.Any(kind => alarm.Text("name").StartsWith($"ml-ta-{kind}", StringComparison.Ordinal)) ? "notBreaching" : "breaching",
                alarm.Text("treatMissingData")));
        }
    }

    /// <summary>CloudWatch API, PutMetricAlarm: a week with periods of an hour or more, otherwise a day.</summary>
    [Fact]
    public async Task No_alarm_looks_back_further_than_it_can()
    {
        foreach (var graph in await DeclaredStacks.AllAsync())
        {
            Assert.All(graph.Alarms(), alarm =>
            {
                var (bad, of, seconds) = alarm.Window();
                Assert.InRange(bad, 1, of);
                Assert.InRange(of * seconds, 60, seconds >= 3600 ? 604800 : 86400);
            });
        }
    }

    [Fact]
    public async Task What_a_peer_would_send_is_not_missed_before_the_peer_exists()
    {
        foreach (var settings in CommittedStacks.All)
        {
            var graph = await OfflineRun.EvaluateAsync(settings with { PeerExists = false });

            Assert.DoesNotContain(graph.AlarmNames(), name => name.EndsWith("-silent", StringComparison.Ordinal)
                || name.Contains("-outage-", StringComparison.Ordinal) || name.Contains("objects-from-", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_certificate_that_was_not_renewed_is_noticed_a_month_before()
    {
        foreach (var settings in (StackSettings[])[CommittedStacks.Primary, CommittedStacks.Secondary])
        {
            var alarm = (await DeclaredStacks.OfAsync(settings)).Alarm("ml-ta-certificate");

            Assert.Equal(("AWS/CertificateManager", "DaysToExpiry", "Minimum"), (alarm.Text("namespace"), alarm.Text("metricName"), alarm.Text("statistic")));
            Assert.Equal("LessThanThreshold", alarm.Text("comparisonOperator"));
            Assert.Equal(30, alarm.Number("threshold"));
            Assert.Equal((1, 1, 86400), alarm.Window());
            Assert.Contains("certificate", alarm.Inputs["dimensions"]!["CertificateArn"]!.GetValue<string>(), StringComparison.Ordinal);
        }
    }

    private static IEnumerable<string> PartsOf(string stack) =>
        from part in (string[])["api", "database", "models", "redis"]
        from level in (string[])["automated-recovery", "on-call"]
        select $"ml-ta-{stack}-{part}-{level}";
}
