using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Drills;

/// <summary>What nodes and objects are measured by: when as many answer as before, and when nothing waits any more.</summary>
public sealed class MeasuredExperimentTests
{
    private const string Group = "arn:aws:elasticloadbalancing:us-west-2:111122223333:targetgroup/api/1";

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
        Assert.Equal("zone.nodes-return", Assert.Single(run.Phases)["phase"]!.GetValue<string>());
        Assert.True(ExperimentRun.Length(run.Phases[0]) >= TimeSpan.Zero);
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

        var (exitCode, errors) = await run.StartAsync("object-replication", ExperimentRun.Buckets);

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

        var (exitCode, _) = await run.StartAsync("object-replication", ExperimentRun.Buckets);

        Assert.Equal(0, exitCode);
        Assert.Empty(run.Phases);
        Assert.Contains("nothing was waiting during the pause", run.Detail, StringComparison.Ordinal);
    }

    [OnUnix]
    public async Task Objects_that_stay_pending_are_not_passed()
    {
        using var run = new ExperimentRun();
        run.Answer("cloudwatch get-metric-statistics", "echo 7.0").WithFastClock();

        var (exitCode, _) = await run.StartAsync("object-replication", [.. ExperimentRun.Buckets, "--maximum-minutes", "1"]);

        Assert.Equal(1, exitCode);
        Assert.EndsWith("after 1 minutes the number of operations that are pending was 7.0", run.Detail, StringComparison.Ordinal);
    }
}
