using System.Text.Json;
using MlTa.Components.Monitoring;
using MlTa.Offline;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Topology;

/// <summary>Backups that fail, vaults into which nothing comes, and what RDS reports.</summary>
public sealed class BackupAlarmTests
{
    private const string RuleType = "aws:cloudwatch/eventRule:EventRule";
    private const string TargetType = "aws:cloudwatch/eventTarget:EventTarget";

    [Fact]
    public async Task A_backup_a_copy_or_a_restore_test_that_fails_wakes_somebody_where_it_ran()
    {
        foreach (var graph in await DeclaredStacks.AllAsync())
        {
            var pattern = PatternOf(graph, "backups-failed");

            Assert.Equal(["aws.backup"], pattern.GetProperty("source").TextList());
            Assert.Equal(["Backup Job State Change", "Copy Job State Change", "Restore Job State Change"], pattern.GetProperty("detail-type").TextList());
            Assert.Equal(
                """[{"state":["FAILED","ABORTED","EXPIRED"]},{"status":["FAILED","ABORTED","EXPIRED"]}]""",
                pattern.GetProperty("detail").GetProperty("$or").GetRawText());
            Assert.Equal($"arn:aws:sns:{graph.Region}:111122223333:ml-ta-on-call", TargetOf(graph, "backups-failed"));
        }
    }

    /// <summary>A region that is lost reports no failure: every vault notices by itself that nothing comes.</summary>
    [Fact]
    public async Task Every_vault_notices_that_nothing_has_reached_it()
    {
        foreach (var graph in await DeclaredStacks.AllAsync())
        {
            var alarm = graph.Alarm("ml-ta-no-recovery-point");

            Assert.Equal(("AWS/Events", "MatchedEvents", "Sum"), (alarm.Text("namespace"), alarm.Text("metricName"), alarm.Text("statistic")));
            Assert.Equal("""{"RuleName":"ml-ta-recovery-points"}""", alarm.Inputs["dimensions"]!.ToJsonString());
            Assert.Equal("LessThanThreshold", alarm.Text("comparisonOperator"));
            Assert.Equal(1, alarm.Number("threshold"));
            Assert.Equal((26, 26, 3600), alarm.Window());
            Assert.Equal("ml-ta-on-call", alarm.Topic());
        }
    }

    [Fact]
    public async Task What_reaches_a_vault_is_what_is_completed_in_it()
    {
        foreach (var graph in await DeclaredStacks.AllAsync())
        {
            Assert.Equal("ml-ta-recovery-points", Rule(graph, "backups-arrived").Text("name"));
            Assert.Equal(
                [
                    $$$"""{"detail-type":["Recovery Point State Change"],"detail":{"status":["COMPLETED"],"backupVaultName":["ml-ta-{{{graph.Region}}}"]}}""",
                    $$$"""{"detail-type":["Copy Job State Change"],"detail":{"state":["COMPLETED"],"destinationBackupVaultArn":["arn:aws:backup:{{{graph.Region}}}:111122223333:backup-vault:ml-ta-{{{graph.Region}}}"]}}""",
                ],
                PatternOf(graph, "backups-arrived").GetProperty("$or").EnumerateArray().Select(either => either.GetRawText()));
            Assert.EndsWith(":log-group:/aws/events/ml-ta-incidents", TargetOf(graph, "backups-arrived"), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(60, 26)]
    [InlineData(61, 27)]
    [InlineData(480, 33)]
    public void A_job_may_start_as_late_as_its_window_lets_it(int startWindow, int hours) =>
        Assert.Equal(hours, BackupWatch.LongestGapHours(CommittedStacks.Primary.Backup with { StartWindowMinutes = startWindow }));

    [Theory]
    [InlineData("primary")]
    [InlineData("secondary")]
    public async Task The_team_hears_of_a_cluster_whose_backup_has_stopped(string stack)
    {
        var graph = (await DeclaredStacks.AllAsync()).Single(graph => graph.Stack == stack);
        var detail = PatternOf(graph, "cluster-backup").GetProperty("detail");
        var notification = Assert.Single(graph.Of("aws:s3/bucketNotification:BucketNotification"));
        var alarm = graph.Alarm("ml-ta-no-cluster-backup");

        Assert.Equal((true, $"ml-ta-config-backups-{stack}"), (notification.Inputs["eventbridge"]!.GetValue<bool>(), notification.Text("bucket")));
        Assert.Equal("""["Object Created"]""", PatternOf(graph, "cluster-backup").GetProperty("detail-type").GetRawText());
        Assert.Equal(
            $$$"""{"bucket":{"name":["ml-ta-config-backups-{{{stack}}}"]},"object":{"key":[{"prefix":"velero/{{{stack}}}/backups/"}]}}""",
            detail.GetRawText());
        Assert.EndsWith(":log-group:/aws/events/ml-ta-incidents", TargetOf(graph, "cluster-backup"), StringComparison.Ordinal);
        Assert.Equal("""{"RuleName":"${aws:cloudwatch/eventRule:EventRule::cluster-backup.name}"}""", alarm.Inputs["dimensions"]!.ToJsonString());
        Assert.Equal(("AWS/Events", "MatchedEvents", "Sum"), (alarm.Text("namespace"), alarm.Text("metricName"), alarm.Text("statistic")));
        Assert.Equal(("LessThanThreshold", 1L, "breaching"), (alarm.Text("comparisonOperator"), alarm.Number("threshold"), alarm.Text("treatMissingData")));
        Assert.Equal((26, 26, 3600), alarm.Window());
        Assert.Equal("ml-ta-automated-recovery", alarm.Topic());
    }

    [Fact]
    public async Task Rds_reports_failovers_and_failures_to_the_on_call_engineer()
    {
        foreach (var graph in await DeclaredStacks.AllAsync())
        {
            var subscription = Assert.Single(graph.Of("aws:rds/eventSubscription:EventSubscription"));

            Assert.Equal($"arn:aws:sns:{graph.Region}:111122223333:ml-ta-on-call", subscription.Text("snsTopic"));
            Assert.Equal("db-instance", subscription.Text("sourceType"));
            Assert.Equal("""["failover","failure","read replica","recovery"]""", subscription.Inputs["eventCategories"]!.ToJsonString());
            Assert.Null(subscription.Inputs["sourceIds"]);
            // RDS refuses a topic that it may not publish to.
            Assert.EndsWith("ml-ta:index:EscalationTopics::escalation", Assert.Single(subscription.DependsOn), StringComparison.Ordinal);
        }
    }

    private static DeclaredResource Rule(StackGraph graph, string name) => graph.Of(RuleType).Single(rule => rule.Name == name);

    private static JsonElement PatternOf(StackGraph graph, string name) => JsonDocument.Parse(Rule(graph, name).Text("eventPattern")).RootElement;

    /// <summary>Where what a rule matches is sent.</summary>
    private static string TargetOf(StackGraph graph, string name)
    {
        var target = graph.Of(TargetType).Single(target => target.Name == name);
        Assert.Equal([Rule(graph, name).Urn], target.DataDependsOn.Where(urn => urn.Contains($"${RuleType}::", StringComparison.Ordinal)));
        return target.Text("arn");
    }
}
