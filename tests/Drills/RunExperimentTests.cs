using System.Globalization;
using System.Text.Json.Nodes;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Drills;

/// <summary>An experiment is started, watched to its end and measured, and whatever happens is written down.</summary>
public sealed class RunExperimentTests
{
    private const string Group = "arn:aws:elasticloadbalancing:us-west-2:111122223333:targetgroup/api/1";

    private static readonly string[] s_buckets =
        ["--source-bucket", "ml-ta-models-primary", "--destination-bucket", "ml-ta-models-secondary", "--destination-region", "us-east-1"];

    /// <summary>FIS is done with a reboot before the service notices it, so its end alone would measure nothing.</summary>
    [OnUnix]
    public async Task A_failover_of_the_database_is_measured_until_it_can_be_written_again()
    {
        using var run = new ExperimentRun();
        using var service = new WritableService(Path.Combine(run.State, "fault"));
        run.Answer("fis get-experiment", """
            printf 'completed\tExperiment completed.\n'
              [ -e "$STATE/ended" ] || { touch "$STATE/ended"; (sleep 0.3; touch "$STATE/fault"; sleep 2; rm "$STATE/fault") > /dev/null 2>&1 & }
            """);

        var (exitCode, errors) = await run.StartAsync("database-failover", "--url", service.Url);

        Assert.True(exitCode == 0, errors);
        var phase = Assert.Single(run.Phases);
        Assert.Equal("zone.failover", phase["phase"]!.GetValue<string>());
        Assert.InRange((Time(phase, "finishedAt") - Time(phase, "startedAt")).TotalSeconds, 1, 10);
        Assert.Equal(
            """{"check":"experiment","passed":true,"limit":null,"unit":"minutes","detail":"database-failover: completed, Experiment completed."}""",
            WithoutMeasurement(Assert.Single(run.Checks)));
        Assert.InRange(run.Checks[0]["measured"]!.GetValue<double>(), 0.01, 0.2);
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
        Assert.EndsWith("nothing was seen to break, so no recovery was measured", Detail(run), StringComparison.Ordinal);
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
        Assert.Equal($"database-failover: {service.Url} does not answer 200, so mend that first", Detail(run));
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
        Assert.StartsWith(@"database-failover: stopped, Experiment halted by stop condition ""ml-ta-no-healthy-target"" in C:\alarm.", Detail(run), StringComparison.Ordinal);
    }

    [OnUnix]
    public async Task An_experiment_that_failed_is_not_passed_even_if_all_is_well()
    {
        using var run = new ExperimentRun();
        run.Answer("fis get-experiment", @"printf 'failed\tTarget resolution returned empty set.\n'").Answer("elbv2 describe-target-health", "echo 6");

        var (exitCode, _) = await run.StartAsync("application-recovery", "--target-group", Group);

        Assert.Equal(1, exitCode);
        Assert.StartsWith("application-recovery: failed, Target resolution returned empty set.", Detail(run), StringComparison.Ordinal);
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
        Assert.Contains("unfinished, it had not ended after 1 minutes and was stopped, and was last running", Detail(run), StringComparison.Ordinal);
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
        Assert.Equal("database-failover: completed, Experiment completed.; it was not well again after 1 minutes", Detail(run));
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

    [OnUnix]
    public async Task A_call_that_fails_once_is_made_again()
    {
        using var run = new ExperimentRun();
        run.Answer("fis get-experiment", """if mkdir "$STATE/once" 2> /dev/null; then exit 255; fi; printf 'completed\tExperiment completed.\n'""").Answer("elbv2 describe-target-health", "echo 6");

        var (exitCode, errors) = await run.StartAsync("application-recovery", "--target-group", Group);

        Assert.True(exitCode == 0, errors);
        Assert.Equal(2, run.Count("fis get-experiment"));
    }

    [OnUnix]
    public async Task Nodes_that_were_taken_are_back_when_as_many_targets_are_healthy_as_before()
    {
        using var run = new ExperimentRun();
        // Six, then four for a while, then five, then six again.
        run.Answer("elbv2 describe-target-health", """
            n=$(cat "$STATE/asked" 2> /dev/null || echo 0); echo $((n + 1)) > "$STATE/asked"
              if [ "$n" -lt 2 ] || [ "$n" -gt 12 ]; then echo 6; elif [ "$n" -lt 8 ]; then echo 4; else echo 5; fi
            """);

        var (exitCode, errors) = await run.StartAsync("application-recovery", "--target-group", Group);

        Assert.True(exitCode == 0, errors);
        Assert.Equal("workloads.start", Assert.Single(run.Phases)["phase"]!.GetValue<string>());
        Assert.True(Time(run.Phases[0], "finishedAt") >= Time(run.Phases[0], "startedAt"));
        Assert.Contains(run.Calls, call => call.StartsWith($"elbv2 describe-target-health --target-group-arn {Group} --query length(TargetHealthDescriptions[?TargetHealth.State=='healthy'])", StringComparison.Ordinal));
    }

    [OnUnix]
    public async Task Objects_have_arrived_when_nothing_is_pending_where_they_go_to()
    {
        using var run = new ExperimentRun();
        run.Answer("cloudwatch get-metric-statistics", """
            case "$*" in *max*) echo 3.0 ;; *) n=$(cat "$STATE/asked" 2> /dev/null || echo 0); echo $((n + 1)) > "$STATE/asked"
              case $n in 0) echo None ;; 1) exit 255 ;; 2) echo 3.0 ;; *) echo 0.0 ;; esac ;; esac
            """);

        var (exitCode, errors) = await run.StartAsync("object-replication", s_buckets);

        Assert.True(exitCode == 0, errors);
        Assert.Equal("objects.arrive", Assert.Single(run.Phases)["phase"]!.GetValue<string>());
        Assert.Equal(5, run.Count(
            "cloudwatch get-metric-statistics --region us-east-1 --output text --no-cli-pager --namespace AWS/S3 --metric-name OperationsPendingReplication --statistics Maximum --period 60 "
            + "--dimensions Name=SourceBucket,Value=ml-ta-models-primary Name=DestinationBucket,Value=ml-ta-models-secondary Name=RuleId,Value=to-us-east-1 --start-time "));
    }

    [OnUnix]
    public async Task A_pause_in_which_nothing_was_written_leaves_nothing_measured()
    {
        using var run = new ExperimentRun();
        run.Answer("cloudwatch get-metric-statistics", "echo 0.0");

        var (exitCode, _) = await run.StartAsync("object-replication", s_buckets);

        Assert.Equal(0, exitCode);
        Assert.Empty(run.Phases);
        Assert.Contains("nothing was waiting during the pause", Detail(run), StringComparison.Ordinal);
    }

    [OnUnix]
    public async Task Objects_that_stay_pending_are_not_passed()
    {
        using var run = new ExperimentRun();
        run.Answer("cloudwatch get-metric-statistics", "echo 7.0").WithFastClock();

        var (exitCode, _) = await run.StartAsync("object-replication", [.. s_buckets, "--maximum-minutes", "1"]);

        Assert.Equal(1, exitCode);
        Assert.EndsWith("after 1 minutes the number of operations that are pending was 7.0", Detail(run), StringComparison.Ordinal);
    }

    [OnUnix]
    public async Task Without_a_template_nothing_is_started()
    {
        using var run = new ExperimentRun();
        run.Answer("fis list-experiment-templates", "echo None");

        var (exitCode, _) = await run.StartAsync("object-replication", s_buckets);

        Assert.Equal(2, exitCode);
        Assert.Single(run.Calls);
        Assert.Equal("object-replication: no template in us-west-2 has the tag experiment=object-replication: is the stack up, and is this its account?", Detail(run));
    }

    [OnUnix]
    public async Task Of_two_templates_none_is_chosen()
    {
        using var run = new ExperimentRun();
        run.Answer("fis list-experiment-templates", @"printf 'EXT1\nNone\nEXT2\n'");

        var (exitCode, _) = await run.StartAsync("object-replication", s_buckets);

        Assert.Equal(2, exitCode);
        Assert.Equal("object-replication: 2 templates in us-west-2 have the tag experiment=object-replication, and one is expected: EXT1 EXT2", Detail(run));
    }

    [OnUnix]
    public async Task A_template_that_is_refused_is_written_down()
    {
        using var run = new ExperimentRun();
        run.Answer("fis start-experiment", "echo 'An error occurred (AccessDeniedException)' >&2; exit 254");

        var (exitCode, errors) = await run.StartAsync("object-replication", s_buckets);

        Assert.Equal(2, exitCode);
        Assert.Contains("AccessDeniedException", errors, StringComparison.Ordinal);
        Assert.Equal("object-replication: the template EXT1 could not be started in us-west-2", Detail(run));
    }

    [OnUnix]
    public async Task Everything_that_is_missing_is_said_at_once()
    {
        using var run = new ExperimentRun();

        var (exitCode, errors) = await run.StartWithAsync(["--experiment", "object-replication", "--source-bucket", "a", "--maximum-minutes", "soon"]);

        Assert.Equal(2, exitCode);
        Assert.Equal(
            "run-experiment.sh: --region is missing. --results is missing. --destination-bucket is missing. --destination-region is missing. "
            + "--maximum-minutes should be a whole number from 1 to 9999, got 'soon'.\n",
            errors);
        Assert.Empty(run.Calls);
    }

    [OnUnix]
    public async Task An_experiment_that_does_not_exist_is_refused()
    {
        using var run = new ExperimentRun();

        var (exitCode, errors) = await run.StartAsync("region-loss");

        Assert.Equal(2, exitCode);
        Assert.Equal("run-experiment.sh: There is no experiment 'region-loss': expected database-failover, application-recovery or object-replication.\n", errors);
    }

    private static string Detail(ExperimentRun run) => Assert.Single(run.Checks)["detail"]!.GetValue<string>();

    private static DateTimeOffset Time(JsonNode phase, string end) =>
        DateTimeOffset.ParseExact(phase[end]!.GetValue<string>(), "yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static string WithoutMeasurement(JsonNode check)
    {
        var copy = check.DeepClone().AsObject();
        copy.Remove("measured");
        return copy.ToJsonString();
    }
}
