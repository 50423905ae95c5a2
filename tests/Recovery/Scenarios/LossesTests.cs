using MlTa.Offline;
using MlTa.Recovery.Scenarios;
using MlTa.Recovery.Time;
using MlTa.Tests.Recovery.Mutations;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Recovery.Scenarios;

/// <summary>What is lost is bounded by what is declared, and by nothing else.</summary>
public sealed class LossesTests
{
    private const string Alarm = "secondary aws:cloudwatch/metricAlarm:MetricAlarm replica-lag";
    private const string Replication = "primary aws:s3/bucketReplicationConfig:BucketReplicationConfig";
    private const string Plan = "primary aws:backup/plan:Plan";

    [Fact]
    public async Task A_failover_loses_what_the_lag_alarm_lets_pass_and_what_replication_may_be_late() => Assert.Equal(
        ["database: 0 to 15, 1 as a rule, Assumed", "models: 15, Documented", "data: 15, Documented", "config-backups: 15, Documented", "pulumi-state-backups: 15, Documented"],
        Texts(await OfFailoverAsync(_ => { })));

    [Fact]
    public async Task An_alarm_that_waits_longer_lets_more_pass() => Assert.Equal(
        "database: 0 to 25, 1 as a rule, Assumed", Texts(await OfFailoverAsync(stacks => stacks.Set(Alarm, "threshold", 1200L)))[0]);

    [Fact]
    public async Task Without_a_lag_alarm_nobody_knows_what_the_database_loses()
    {
        var database = (await OfFailoverAsync(stacks => stacks.Drop(Alarm)))[0];

        Assert.Null(database.Minutes);
        Assert.Equal("AWS gives no bound for the lag, and no alarm bounds it", database.Source);
    }

    [Fact]
    public async Task Without_replication_time_control_nobody_knows_what_a_bucket_loses()
    {
        var losses = await OfFailoverAsync(stacks => stacks.Set($"{Replication} models-replication", "rules[0].destination.replicationTime", null));

        Assert.Equal(["models"], losses.Where(loss => loss.Minutes is null).Select(loss => loss.Store));
        Assert.Equal("no replication time control: S3 gives no bound", losses.Single(loss => loss.Minutes is null).Source);
    }

    [Fact]
    public async Task A_rule_that_is_off_bounds_nothing() => Assert.Null(
        (await OfFailoverAsync(stacks => stacks.Set($"{Replication} data-replication", "rules[0].status", "Disabled"))).Single(loss => loss.Store == "data").Minutes);

    [Fact]
    public async Task Time_control_of_the_copy_in_ireland_is_no_bound_for_the_one_in_virginia()
    {
        var (left, taken, archive) = await StacksAsync(stacks => stacks.Set($"{Replication} models-replication", "rules[0].destination.replicationTime", null));

        Assert.Null(Losses.OfFailover(left, taken).Single(loss => loss.Store == "models").Minutes);
        Assert.NotNull(Losses.OfColdRestore(left, archive).Single(loss => loss.Store == "models").Minutes);
    }

    /// <summary>A day between runs, an hour to start; half an hour to six hours to back up and copy, two as a rule.</summary>
    [Fact]
    public async Task A_cold_restore_loses_up_to_the_age_of_the_newest_copy()
    {
        var database = (await OfColdRestoreAsync(_ => { }))[0];

        Assert.Equal(new MinuteRange(30, 720 + 120, 1440 + 60 + 360), database.Minutes);
        Assert.Equal(Grade.Assumed, database.Grade);
        Assert.StartsWith("the schedule's gap of 24 h, its start window, and the time to back up and to copy, which is assumed; ", database.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Weekly_backups_lose_a_week() => Assert.Equal(
        new MinuteRange(30, 5040 + 120, 10080 + 60 + 360), (await OfColdRestoreAsync(stacks => stacks.Set(Plan, "rules[0].schedule", "cron(0 5 ? * SUN *)")))[0].Minutes);

    [Fact]
    public async Task A_rule_without_a_start_window_has_aws_backups_eight_hours() => Assert.Equal(
        1440 + 480 + 360, (await OfColdRestoreAsync(stacks => stacks.Set(Plan, "rules[0].startWindow", null)))[0].Minutes!.Value.High);

    [Theory]
    [InlineData("rules[0].schedule", "cron(0 5 1 * ? *)", "the schedule cron(0 5 1 * ? *) is neither daily nor weekly, so nobody has said how far apart its runs are")]
    [InlineData("rules[0].copyActions[1]", null, "no plan copies recovery points there")]
    public async Task Without_a_schedule_or_a_copy_nobody_knows(string path, string? value, string source)
    {
        var database = (await OfColdRestoreAsync(stacks => stacks.Set(Plan, path, value)))[0];

        Assert.Equal((null, source), (database.Minutes, database.Source));
    }

    [Fact]
    public void Nothing_is_lost_of_any_store_where_writing_stopped_first()
    {
        var losses = Losses.None("writing stopped");

        Assert.Equal(["database", "models", "data", "config-backups", "pulumi-state-backups"], losses.Select(loss => loss.Store));
        Assert.All(losses, loss => Assert.Equal(MinuteRange.Zero, loss.Minutes));
    }

    /// <summary>Good or bad, it is what was written until somebody noticed; and five minutes of log.</summary>
    [Fact]
    public void Content_loses_everything_between_the_damage_and_the_pause() => Assert.Equal(
        new MinuteRange(15, 25, 65), Losses.Together(Losses.OfContent(new(10, 20, 60))));

    private static async Task<IReadOnlyList<StoreLoss>> OfFailoverAsync(Action<ChangedStacks> change)
    {
        var (left, taken, _) = await StacksAsync(change);
        return Losses.OfFailover(left, taken);
    }

    private static async Task<IReadOnlyList<StoreLoss>> OfColdRestoreAsync(Action<ChangedStacks> change)
    {
        var (left, _, archive) = await StacksAsync(change);
        return Losses.OfColdRestore(left, archive);
    }

    private static async Task<(StackGraph Primary, StackGraph Secondary, StackGraph Backup)> StacksAsync(Action<ChangedStacks> change)
    {
        var stacks = new ChangedStacks(await DeclaredStacks.AllAsync());
        change(stacks);
        var graphs = stacks.Graphs.ToDictionary(graph => graph.Stack);
        return (graphs["primary"], graphs["secondary"], graphs["backup"]);
    }

    private static List<string> Texts(IEnumerable<StoreLoss> losses) => [.. losses.Select(loss => $"{loss.Store}: {Text(loss.Minutes!.Value)}, {loss.Grade}")];

    private static string Text(MinuteRange minutes) => minutes.Low == minutes.High ? $"{minutes.High}" : $"{minutes.Low} to {minutes.High}, {minutes.Likely} as a rule";
}
