using Xunit;

namespace MlTa.Tests.Drills.Runners;

/// <summary>Drills that do not go well.</summary>
public sealed class DrillTests : IDisposable
{
    private const string Bad = """{"check":"recent-rows","passed":false,"measured":0,"limit":1,"unit":"rows","detail":"no rows of the last day"}""";
    private const string Removal = "pulumi destroy --yes --skip-preview --stack dr-test-7";

    private readonly RunnerProject _project = OneBackup.Project();

    public void Dispose() => _project.Dispose();

    [NeedsRunnerTools]
    public async Task An_up_that_fails_is_collected_from_proven_and_removed()
    {
        _project.On("pulumi up", """
            echo '{"diagnosticEvent":{"severity":"error","message":"Job validate-database failed"}}'
            exit 1
            """).Says("kubectl logs job/validate-database", Bad);

        var drill = await RunAsync();

        Assert.Equal(1, drill.ExitCode);
        Assert.Contains("Job validate-database failed", drill.Errors, StringComparison.Ordinal);
        Assert.Contains("collect-checks.sh: recent-rows failed: no rows of the last day\n", drill.Errors, StringComparison.Ordinal);
        Assert.Contains("collect-checks.sh: validate-cache reported nothing\n", drill.Errors, StringComparison.Ordinal);
        Assert.Equal([Bad], await File.ReadAllLinesAsync(Path.Combine(_project.Results, "checks.ndjson")));
        Assert.Contains(_project.Calls, Is("dotnet run --project infra -- evidence"));
        Assert.DoesNotContain(_project.Calls, Is("kubectl delete pod"));
        Assert.Contains(_project.Calls, Is(Removal));
    }

    [NeedsRunnerTools]
    public async Task A_check_that_failed_fails_the_drill_even_if_the_up_did_not()
    {
        _project.Says("kubectl logs job/validate-database", Bad).Says("kubectl logs", OneBackup.GoodCheck);

        var drill = await RunAsync();

        Assert.Equal(1, drill.ExitCode);
        Assert.Contains("drill.sh: the recovery did not work: up 0, checks 1, application 0, evidence 0;", drill.Errors, StringComparison.Ordinal);
    }

    [NeedsRunnerTools]
    public async Task A_drill_in_which_nothing_was_checked_has_failed()
    {
        var drill = await RunAsync();

        Assert.Equal(1, drill.ExitCode);
        Assert.Contains("collect-checks.sh: validate-database reported nothing\n", drill.Errors, StringComparison.Ordinal);
    }

    [NeedsRunnerTools]
    public async Task An_application_that_is_not_active_afterwards_fails_the_drill()
    {
        _project.Says("kubectl logs", OneBackup.GoodCheck).On("kubectl get --raw", "exit 1");

        var drill = await RunAsync();

        Assert.Equal(1, drill.ExitCode);
        Assert.Contains("recover-application.sh: ml-ta-api came back, but /health/active does not say that it is active\n", drill.Errors, StringComparison.Ordinal);
        Assert.Contains("up 0, checks 0, application 1, evidence 0;", drill.Errors, StringComparison.Ordinal);
        Assert.Contains(_project.Calls, Is(Removal));
    }

    [NeedsRunnerTools]
    public async Task A_stack_that_cannot_be_removed_outweighs_a_recovery_that_worked()
    {
        _project.Says("kubectl logs", OneBackup.GoodCheck).On("pulumi destroy", "exit 255");

        var drill = await RunAsync();

        Assert.Equal(3, drill.ExitCode);
        Assert.Contains("infra/Drills/teardown.sh --stack dr-test-7\n", drill.Errors, StringComparison.Ordinal);
    }

    [NeedsRunnerTools]
    public async Task A_stack_that_is_half_made_is_removed()
    {
        _project.On("pulumi config set --secret", "exit 255");

        var drill = await RunAsync();

        Assert.Equal(1, drill.ExitCode);
        Assert.DoesNotContain(_project.Calls, Is("pulumi up"));
        Assert.Contains(_project.Calls, Is(Removal));
    }

    [NeedsRunnerTools]
    public async Task A_kept_stack_stays_and_the_way_to_remove_it_is_said()
    {
        _project.Says("kubectl logs", OneBackup.GoodCheck);

        var drill = await RunAsync("--keep");

        Assert.Equal(0, drill.ExitCode);
        Assert.DoesNotContain(_project.Calls, Is("pulumi destroy"));
        Assert.Contains("Remove it with infra/Drills/teardown.sh --stack dr-test-7;", drill.Errors, StringComparison.Ordinal);
    }

    [NeedsRunnerTools]
    public async Task Point_in_time_is_another_path_of_recovery()
    {
        _project.Says("aws rds describe-db-instance-automated-backups", RestorePoints.AutomatedBackups(("us-west-2", "ab-1", "2026-11-23T04:00:00Z")))
            .Says("kubectl logs", OneBackup.GoodCheck);

        var drill = await _project.RunAsync("drill.sh", "--id", "7", "--region", "us-east-1", "--results", _project.Results, "--point-in-time");

        Assert.True(drill.ExitCode == 0, drill.Errors);
        Assert.Contains(_project.Calls, Is("dotnet run --project infra -- evidence --path restore-point-in-time-us-east-1"));
        Assert.Contains(_project.Calls, Is("pulumi config set --path ml-ta:restore.automatedBackupsArn arn:aws:rds:us-east-1:111122223333:auto-backup:ab-1"));
        Assert.Contains(_project.Calls, Is("pulumi config set --path ml-ta:rehearses secondary"));
        Assert.DoesNotContain(_project.Calls, Is("pulumi config set --path ml-ta:restore.recoveryPoint"));
        Assert.Contains(_project.Calls, Is("pulumi config rm --path ml-ta:restore --stack dr-test-7"));
    }

    [NeedsRunnerTools]
    public async Task Without_a_restore_point_nothing_is_made()
    {
        using var empty = new RunnerProject().Says("pulumi stack ls", "[]")
            .Says("aws backup", RestorePoints.Vault()).Says("aws rds", RestorePoints.Snapshots());

        var drill = await empty.RunAsync("drill.sh", Args());

        Assert.Equal(1, drill.ExitCode);
        Assert.Contains("nothing to restore: the vault ml-ta-eu-west-1 in eu-west-1 has no finished copy of a database ml-ta-...\n", drill.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain(empty.Calls, call => call.Contains("init", StringComparison.Ordinal) || call.Contains("destroy", StringComparison.Ordinal));
    }

    [NeedsRunnerTools]
    public async Task Another_drill_of_the_same_name_is_left_alone()
    {
        File.Create(Path.Combine(_project.Folder, "made")).Dispose();

        var drill = await RunAsync();

        Assert.Equal(2, drill.ExitCode);
        Assert.Contains("--id: there is a stack dr-test-7 already;", drill.Errors, StringComparison.Ordinal);
        Assert.Equal(["pulumi stack ls --json"], _project.Calls);
    }

    [NeedsRunnerTools]
    public async Task Results_of_another_drill_are_not_written_over()
    {
        Directory.CreateDirectory(_project.Results);
        await File.WriteAllTextAsync(Path.Combine(_project.Results, "events.ndjson"), "");

        var drill = await RunAsync();

        Assert.Equal((2, $"drill.sh: --results: {_project.Results} has the results of another drill\n"), (drill.ExitCode, drill.Errors));
        Assert.Empty(_project.Calls);
    }

    [NeedsRunnerTools]
    public async Task Bad_input_is_refused_with_every_problem()
    {
        var drill = await _project.RunAsync("drill.sh", "--id", "A_b", "--region", "us-west-2", "--newest", "--point-in-time", "--hours", "25", "--force");

        Assert.Equal(2, drill.ExitCode);
        Assert.StartsWith("""
            drill.sh: unknown argument '--force'
            drill.sh: --id: expected small letters, digits and single hyphens, got 'A_b'
            drill.sh: --region: expected one that keeps copies, eu-west-1 us-east-1, got 'us-west-2'
            drill.sh: --hours: expected 5 to 24, got '25'
            drill.sh: expected one of --newest, --recovery-point ARN and --point-in-time, got '--newest --point-in-time'
            One whole drill:
            """, drill.Errors, StringComparison.Ordinal);
        Assert.Empty(_project.Calls);
    }

    private static Predicate<string> Is(string call) => made => made.StartsWith(call, StringComparison.Ordinal);

    private Task<RunnerResult> RunAsync(params string[] args) => _project.RunAsync("drill.sh", [.. Args(), .. args]);

    private string[] Args() => ["--id", "7", "--region", "eu-west-1", "--results", _project.Results];
}
