using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Drills;

/// <summary>An experiment that cannot be run breaks nothing, and says why.</summary>
public sealed class RefusedExperimentTests
{
    [OnUnix]
    public async Task Without_a_template_nothing_is_started()
    {
        using var run = new ExperimentRun();
        run.Answer("fis list-experiment-templates", "echo None");

        var (exitCode, _) = await run.StartAsync("object-replication", ExperimentRun.Buckets);

        Assert.Equal(2, exitCode);
        Assert.Single(run.Calls);
        Assert.Equal("object-replication: no template in us-west-2 has the tag experiment=object-replication: is the stack up, and is this its account?", run.Detail);
    }

    [OnUnix]
    public async Task Of_two_templates_none_is_chosen()
    {
        using var run = new ExperimentRun();
        run.Answer("fis list-experiment-templates", @"printf 'EXT1\nNone\nEXT2\n'");

        var (exitCode, _) = await run.StartAsync("object-replication", ExperimentRun.Buckets);

        Assert.Equal(2, exitCode);
        Assert.Equal("object-replication: 2 templates in us-west-2 have the tag experiment=object-replication, and one is expected: EXT1 EXT2", run.Detail);
    }

    [OnUnix]
    public async Task A_template_that_is_refused_is_written_down()
    {
        using var run = new ExperimentRun();
        run.Answer("fis start-experiment", "echo 'An error occurred (AccessDeniedException)' >&2; exit 254");

        var (exitCode, errors) = await run.StartAsync("object-replication", ExperimentRun.Buckets);

        Assert.Equal(2, exitCode);
        Assert.Contains("AccessDeniedException", errors, StringComparison.Ordinal);
        Assert.Equal("object-replication: the template EXT1 could not be started in us-west-2", run.Detail);
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
}
