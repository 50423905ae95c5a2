using System.Globalization;
using System.Text.Json.Nodes;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Drills;

/// <summary>An experiment is started, watched to its end and measured, and whatever happens is written down.</summary>
public sealed class RunExperimentTests
{
    private const string Group = "arn:aws:elasticloadbalancing:us-west-2:111122223333:targetgroup/api/1";

    /// <summary>FIS is done with a reboot before the service notices it, so its end alone would measure nothing.</summary>
    [OnUnix]
    public async Task A_failover_of_the_database_is_measured_until_it_can_be_written_again()
    {
        using var run = new ExperimentRun();
        using var service = new WritableService(Path.Combine(run.State, "fault"));
        run.Answer("fis get-experiment", """
            printf 'completed\tExperiment completed.\n'
              [ -e "$STATE/ended" ] || { touch "$STATE/ended" "$STATE/fault"; (sleep 2; rm "$STATE/fault") > /dev/null 2>&1 & }
            """);

        var (exitCode, errors) = await run.StartAsync("database-failover", "--url", service.Url);

        Assert.True(exitCode == 0, errors);
        var phase = Assert.Single(run.Phases);
        Assert.Equal("database.zone-failover", phase["phase"]!.GetValue<string>());
        Assert.InRange(ExperimentRun.Length(phase).TotalSeconds, 1, 60);
        Assert.Equal(
            """{"check":"experiment","passed":true,"limit":null,"unit":"minutes","detail":"database-failover: completed, Experiment completed."}""",
            WithoutMeasurement(Assert.Single(run.Checks)));
        Assert.InRange(run.Checks[0]["measured"]!.GetValue<double>(), 0.01, 1);
    }

    [OnUnix]
    public async Task The_template_is_found_by_its_tag_and_started_once()
    {
        using var run = new ExperimentRun();
        using var service = new WritableService(Path.Combine(run.State, "fault"));

        await run.StartAsync("database-failover", "--url", service.Url);

        Assert.Equal("fis list-experiment-templates --query experimentTemplates[?tags.experiment=='database-failover'].id --region us-west-2 --output text --no-cli-pager", run.Calls[0]);
        Assert.Equal("fis start-experiment --experiment-template-id EXT1 --query experiment.id --region us-west-2 --output text --no-cli-pager", run.Calls[1]);
        Assert.Equal(1, run.Count("fis start-experiment"));
        Assert.Equal(0, run.Count("fis stop-experiment"));
    }

    [OnUnix]
    public async Task A_service_that_never_failed_leaves_nothing_measured()
    {
        using var run = new ExperimentRun();
        using var service = new WritableService(Path.Combine(run.State, "fault"));

        var (exitCode, _) = await run.StartAsync("database-failover", "--url", service.Url);

        Assert.Equal(0, exitCode);
        Assert.Empty(run.Phases);
        Assert.Null(Assert.Single(run.Checks)["measured"]);
        Assert.EndsWith("nothing was seen to break, so no recovery was measured", run.Detail, StringComparison.Ordinal);
    }

    [OnUnix]
    public async Task A_service_that_does_not_answer_before_is_not_broken_again()
    {
        using var run = new ExperimentRun();
        using var service = new WritableService(Path.Combine(run.State, "fault"));
        await File.WriteAllTextAsync(Path.Combine(run.State, "fault"), "");

        var (exitCode, _) = await run.StartAsync("database-failover", "--url", service.Url);

        Assert.Equal(2, exitCode);
        Assert.Equal(0, run.Count("fis start-experiment"));
        Assert.Equal($"database-failover: {service.Url} does not answer 200, so mend that first", run.Detail);
    }

    [OnUnix]
    public async Task An_experiment_that_its_alarm_stopped_is_not_passed_and_says_why()
    {
        using var run = new ExperimentRun();
        using var service = new WritableService(Path.Combine(run.State, "fault"));
        run.Answer("fis get-experiment", @"printf 'stopped\tExperiment halted by stop condition ""ml-ta-no-healthy-target"" in C:\\alarm.\n'");

        var (exitCode, _) = await run.StartAsync("database-failover", "--url", service.Url);

        Assert.Equal(1, exitCode);
        Assert.False(run.Checks[0]["passed"]!.GetValue<bool>());
        Assert.StartsWith(@"database-failover: stopped, Experiment halted by stop condition ""ml-ta-no-healthy-target"" in C:\alarm.", run.Detail, StringComparison.Ordinal);
    }

    [OnUnix]
    public async Task An_experiment_that_failed_is_not_passed_even_if_all_is_well()
    {
        using var run = new ExperimentRun();
        run.Answer("fis get-experiment", @"printf 'failed\tTarget resolution returned empty set.\n'").Answer("elbv2 describe-target-health", "echo 6");

        var (exitCode, _) = await run.StartAsync("application-recovery", "--target-group", Group);

        Assert.Equal(1, exitCode);
        Assert.StartsWith("application-recovery: failed, Target resolution returned empty set.", run.Detail, StringComparison.Ordinal);
    }

    /// <summary>The fault must not go on with nobody watching.</summary>
    [OnUnix]
    public async Task An_experiment_that_does_not_end_is_stopped()
    {
        using var run = new ExperimentRun();
        using var service = new WritableService(Path.Combine(run.State, "fault"));
        run.Answer("fis get-experiment", @"printf 'running\tExperiment is running.\n'").WithFastClock();

        var (exitCode, _) = await run.StartAsync("database-failover", "--url", service.Url, "--maximum-minutes", "1");

        Assert.Equal(1, exitCode);
        Assert.Equal(1, run.Count("fis stop-experiment --id EXP1"));
        Assert.Contains("unfinished, it had not ended after 1 minutes and was stopped, and was last running", run.Detail, StringComparison.Ordinal);
    }

    [OnUnix]
    public async Task A_service_that_does_not_come_back_is_not_passed()
    {
        using var run = new ExperimentRun();
        using var service = new WritableService(Path.Combine(run.State, "fault"));
        run.Answer("fis get-experiment", """touch "$STATE/fault"; printf 'completed\tExperiment completed.\n'""").WithFastClock();

        var (exitCode, _) = await run.StartAsync("database-failover", "--url", service.Url, "--maximum-minutes", "1");

        Assert.Equal(1, exitCode);
        Assert.Empty(run.Phases);
        Assert.Equal("database-failover: completed, Experiment completed.; it was not well again after 1 minutes", run.Detail);
    }

    [OnUnix]
    public async Task Whoever_interrupts_it_stops_the_experiment()
    {
        using var run = new ExperimentRun();
        run.Answer("fis get-experiment", @"printf 'running\tExperiment is running.\n'").Answer("elbv2 describe-target-health", "echo 6");

        var (exitCode, _) = await run.StartWithAsync(
            ["--experiment", "application-recovery", "--region", "us-west-2", "--results", Path.Combine(run.State, "results"), "--target-group", Group],
            process =>
            {
                Assert.True(SpinWait.SpinUntil(() => run.Count("fis get-experiment") > 0, TimeSpan.FromMinutes(1)));
                using var kill = System.Diagnostics.Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)])!;
                kill.WaitForExit();
            });

        Assert.Equal(130, exitCode);
        Assert.Equal(1, run.Count("fis stop-experiment --id EXP1"));
    }

    /// <summary>Between two looks too: whoever cancels a run waits for less than ten seconds.</summary>
    [OnUnix]
    public async Task Whoever_interrupts_it_is_heard_at_once()
    {
        using var run = new ExperimentRun { PauseSeconds = "300" };
        run.Answer("fis get-experiment", @"printf 'running\tExperiment is running.\n'").Answer("elbv2 describe-target-health", "echo 6");
        var interrupted = System.Diagnostics.Stopwatch.StartNew();

        var (exitCode, _) = await run.StartWithAsync(
            ["--experiment", "application-recovery", "--region", "us-west-2", "--results", Path.Combine(run.State, "results"), "--target-group", Group],
            process =>
            {
                Assert.True(SpinWait.SpinUntil(() => run.Count("fis get-experiment") > 0, TimeSpan.FromMinutes(1)));
                Thread.Sleep(TimeSpan.FromSeconds(1));
                interrupted.Restart();
                using var kill = System.Diagnostics.Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)])!;
                kill.WaitForExit();
            });

        Assert.Equal(130, exitCode);
        Assert.Equal(1, run.Count("fis stop-experiment --id EXP1"));
        Assert.InRange(interrupted.Elapsed.TotalSeconds, 0, 10);
    }

    /// <summary>What reads the results takes no longer texts, and no half letters.</summary>
    [OnUnix]
    public async Task A_long_reason_is_cut()
    {
        using var run = new ExperimentRun();
        run.Answer("fis get-experiment", """printf 'failed\tÄ"%02000d\n' 0""").Answer("elbv2 describe-target-health", "echo 6");

        await run.StartAsync("application-recovery", "--target-group", Group);

        Assert.Equal(600, run.Detail.Length);
        Assert.Matches("^application-recovery: failed, {2,3}\"0+$", run.Detail);
    }

    [OnUnix]
    public async Task A_call_that_fails_once_is_made_again()
    {
        using var run = new ExperimentRun();
        run.Answer("fis get-experiment", """if mkdir "$STATE/once" 2> /dev/null; then exit 255; fi; printf 'completed\tExperiment completed.\n'""").Answer("elbv2 describe-target-health", "echo 6");

        var (exitCode, errors) = await run.StartAsync("application-recovery", "--target-group", Group);

        Assert.True(exitCode == 0, errors);
        Assert.Equal(2, run.Count("fis get-experiment"));
    }

    private static string WithoutMeasurement(JsonNode check)
    {
        var copy = check.DeepClone().AsObject();
        copy.Remove("measured");
        return copy.ToJsonString();
    }
}
