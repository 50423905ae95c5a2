using Xunit;

namespace MlTa.Tests.Drills.Runners;

/// <summary>What a drill is configured to be, and what is found before it costs anything.</summary>
public sealed class DrillChoiceTests : IDisposable
{
    private readonly RunnerProject _project = OneBackup.Project().Says("kubectl logs", OneBackup.GoodCheck);

    public void Dispose() => _project.Dispose();

    [NeedsRunnerTools]
    public async Task Settings_that_are_refused_are_found_before_anything_is_made_in_AWS()
    {
        _project.On("dotnet run --project infra -- preview", "echo 'Pulumi.dr-test-7.yaml: ...' >&2; exit 2");

        var drill = await RunAsync("--keep");

        Assert.Equal(2, drill.ExitCode);
        Assert.Contains($"drill.sh: what {_project.Results}/Pulumi.dr-test-7.yaml declares was refused (2), so nothing was restored\n", drill.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain(_project.Calls, call => call.StartsWith("pulumi up", StringComparison.Ordinal));
        Assert.Equal("pulumi stack rm --yes --preserve-config --stack dr-test-7", _project.Calls[^1]);
    }

    [NeedsRunnerTools]
    public async Task Zones_that_are_not_there_are_found_before_there_is_a_stack()
    {
        var file = Path.Combine(_project.Folder, "Pulumi.dr-test.yaml");
        await File.WriteAllTextAsync(
            file, (await File.ReadAllTextAsync(file)).Replace("[us-east-1a, us-east-1b]", "[us-east-1a, us-east-1b, us-east-1c, us-east-1d]", StringComparison.Ordinal));

        var drill = await RunAsync();

        Assert.Equal(2, drill.ExitCode);
        Assert.Matches(@"new-drill\.sh: Pulumi\.dr-test\.yaml: network\.zones: expected no more than Pulumi\.backup\.yaml has, [23], got 4\n", drill.Errors);
        Assert.Equal(["pulumi stack ls --json"], _project.Calls.Where(call => call.StartsWith("pulumi", StringComparison.Ordinal)));
    }

    [NeedsRunnerTools]
    public async Task A_stack_that_is_half_made_is_removed_whatever_the_exit_code_was()
    {
        _project.On("pulumi config rm", "exit 2");

        Assert.Equal(1, (await RunAsync()).ExitCode);
        Assert.Contains("pulumi destroy --yes --skip-preview --stack dr-test-7", _project.Calls);
    }

    [NeedsRunnerTools]
    public async Task The_limit_of_lost_data_depends_on_what_is_restored()
    {
        const string Key = "pulumi config set --path ml-ta:drill.maximumDataLossMinutes ";
        var newest = await RunAsync();
        Assert.True(newest.ExitCode == 0, newest.Errors);
        Assert.DoesNotContain(_project.Calls, call => call.StartsWith(Key, StringComparison.Ordinal));

        using var given = OneBackup.Project();
        await given.RunAsync("drill.sh", [.. Args(given), "--recovery-point", OneBackup.Copy, "--maximum-data-loss", "90"]);
        Assert.Contains(given.Calls, call => call.StartsWith(Key + "90 --plaintext", StringComparison.Ordinal));

        using var pointInTime = OneBackup.Project()
            .Says("aws rds describe-db-instance-automated-backups", RestorePoints.AutomatedBackups(("us-west-2", "ab-1", "2026-11-23T04:00:00Z")));
        await pointInTime.RunAsync("drill.sh", "--id", "7", "--region", "us-east-1", "--results", pointInTime.Results, "--point-in-time");
        Assert.Contains(pointInTime.Calls, call => call.StartsWith(Key + "30 --plaintext", StringComparison.Ordinal));
    }

    [NeedsRunnerTools]
    public async Task A_limit_of_lost_data_is_a_number_and_for_a_certain_copy()
    {
        var newest = await RunAsync("--maximum-data-loss", "90");
        var none = await RunAsync("--recovery-point", OneBackup.Copy, "--maximum-data-loss", "0");

        Assert.Equal(2, newest.ExitCode);
        Assert.StartsWith("drill.sh: --maximum-data-loss: expected with --recovery-point only, got '90' with --newest\n", newest.Errors, StringComparison.Ordinal);
        Assert.Equal(2, none.ExitCode);
        Assert.StartsWith("drill.sh: --maximum-data-loss: expected minutes from 1, got '0'\n", none.Errors, StringComparison.Ordinal);
        Assert.Empty(_project.Calls);
    }

    [NeedsRunnerTools]
    public async Task The_evidence_names_the_commit_if_git_knows_one()
    {
        _project.Write("tools/git", "#!/usr/bin/env bash\n[ \"$*\" = 'rev-parse HEAD' ] && echo 0123456789012345678901234567890123456789\n");

        Assert.Equal(0, (await RunAsync()).ExitCode);
        Assert.Contains(_project.Calls, call => call.Contains("-- evidence ", StringComparison.Ordinal)
            && call.Contains(" --commit 0123456789012345678901234567890123456789 --stack dr-test-7 ", StringComparison.Ordinal));
    }

    [NeedsRunnerTools]
    public async Task Five_hours_and_a_day_are_the_limits()
    {
        using var unreachable = new RunnerProject().On("pulumi stack ls", "exit 9");
        foreach (var (hours, exitCode) in new[] { ("4", 2), ("5", 9), ("24", 9), ("25", 2) })
        {
            Assert.Equal(exitCode, (await unreachable.RunAsync("drill.sh", [.. Args(unreachable), "--hours", hours])).ExitCode);
        }
    }

    private static string[] Args(RunnerProject project) => ["--id", "7", "--region", "eu-west-1", "--results", project.Results];

    private Task<RunnerResult> RunAsync(params string[] args) => _project.RunAsync("drill.sh", [.. Args(_project), .. args]);
}
