using System.Text.RegularExpressions;
using Xunit;

namespace MlTa.Tests.Drills.Runners;

/// <summary>What is proved each month, and what becomes of the evidence.</summary>
public sealed partial class MonthlyScriptTests : IDisposable
{
    private readonly RunnerProject _project = new();

    public void Dispose() => _project.Dispose();

    [NeedsRunnerTools]
    public async Task Each_way_to_restore_has_its_turn_four_times_a_year()
    {
        List<string> choices = [];
        for (var month = 1; month <= 12; month++)
        {
            choices.Add((await _project.RunAsync("monthly-choice.sh", $"{month}")).Output);
        }

        Assert.Equal(
            ["region=eu-west-1\nsource=newest\n", "region=us-east-1\nsource=newest\n", "region=us-east-1\nsource=point-in-time\n"],
            choices.Distinct().Order(StringComparer.Ordinal));
        Assert.All(choices.GroupBy(choice => choice), turn => Assert.Equal(4, turn.Count()));
        Assert.Contains((await _project.RunAsync("monthly-choice.sh")).Output, choices);
    }

    [NeedsRunnerTools]
    public async Task Without_a_standby_the_archives_copies_are_proven()
    {
        var file = Path.Combine(_project.Folder, "Pulumi.secondary.yaml");
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("role: standby", "role: fenced", StringComparison.Ordinal));

        Assert.Equal("region=eu-west-1\nsource=newest\n", (await _project.RunAsync("monthly-choice.sh", "2")).Output);
        foreach (var month in new[] { "0", "13", "02" })
        {
            Assert.Equal(2, (await _project.RunAsync("monthly-choice.sh", month)).ExitCode);
        }
    }

    [NeedsRunnerTools]
    public async Task Evidence_is_kept_in_the_archive()
    {
        var file = Path.Combine(_project.Folder, "evidence-dr-test-7.json");
        await File.WriteAllTextAsync(file, "{}");

        var kept = await _project.RunAsync("keep-evidence.sh", file);

        Assert.Equal(0, kept.ExitCode);
        Assert.Matches($@"^aws s3 cp --only-show-errors {file} s3://ml-ta-config-backups-backup/evidence/\d{{8}}T\d{{6}}Z-evidence-dr-test-7.json$", Assert.Single(_project.Calls));
    }

    [NeedsRunnerTools]
    public async Task What_was_kept_is_judged()
    {
        _project.On("dotnet run", "exit 1");

        var assessed = await _project.RunAsync("assess-evidence.sh");

        Assert.Equal(1, assessed.ExitCode);
        Assert.Matches(@"^aws s3 sync --only-show-errors s3://ml-ta-config-backups-backup/evidence (\S+)\ndotnet run --project infra -- assess --evidence \1$", string.Join('\n', _project.Calls));
        Assert.Equal(2, (await _project.RunAsync("assess-evidence.sh", "now")).ExitCode);
    }

    [NeedsRunnerTools]
    public async Task What_cannot_be_fetched_is_not_judged()
    {
        _project.On("aws s3 sync", "exit 1");

        var assessed = await _project.RunAsync("assess-evidence.sh");

        Assert.Equal(2, assessed.ExitCode);
        Assert.Contains("the evidence in s3://ml-ta-config-backups-backup/evidence cannot be fetched", assessed.Errors, StringComparison.Ordinal);
        Assert.Single(_project.Calls);
    }

    [NeedsRunnerTools]
    public async Task What_is_no_evidence_is_not_kept()
    {
        var file = Path.Combine(_project.Folder, "evidence.json");
        foreach (var text in new[] { "", "[]", "{", "{} {}" })
        {
            await File.WriteAllTextAsync(file, text);
            Assert.Equal(2, (await _project.RunAsync("keep-evidence.sh", file)).ExitCode);
        }

        Assert.Equal(2, (await _project.RunAsync("keep-evidence.sh", file + ".missing")).ExitCode);
        Assert.Empty(_project.Calls);
    }

    [NeedsRunnerTools]
    public async Task What_serves_is_broken_in_three_ways_one_after_the_other()
    {
        _project.Says("pulumi stack output targetGroupArn --stack primary", "arn:targets");
        Experiments("true");

        var experiments = await _project.RunAsync("monthly-experiments.sh", "--results", "measured");

        Assert.True(experiments.ExitCode == 0, experiments.Errors);
        Assert.Equal(
            [
                Run("database-failover", "--url https://api.us-west-2.ml-ta.com/health/active"), Proof("database-failover"),
                Run("application-recovery", "--target-group arn:targets"), Proof("application-recovery"),
                Run("object-replication", "--source-bucket ml-ta-models-primary --destination-bucket ml-ta-models-secondary --destination-region us-east-1"), Proof("object-replication"),
            ],
            _project.Calls.Skip(1).Select(call => StartedPattern().Replace(call, "--started TIME")));

        string Run(string experiment, string about) => $"--region us-west-2 --results {_project.Folder}/measured/{experiment} --experiment {experiment} {about}";
        string Proof(string experiment) =>
            $"dotnet run --project infra -- evidence --path {experiment} --results {_project.Folder}/measured/{experiment} --out {_project.Folder}/measured/evidence-{experiment}.json --started TIME";
    }

    [NeedsRunnerTools]
    public async Task What_proved_nothing_fails_when_the_others_have_had_their_turn()
    {
        Experiments("true");
        _project.On("dotnet run", "[[ $* != *database-failover* ]]");

        Assert.Equal(1, (await _project.RunAsync("monthly-experiments.sh", "--results", "measured")).ExitCode);
        Assert.Equal(6, _project.Calls.Skip(1).Count());
    }

    [NeedsRunnerTools]
    public async Task What_did_not_recover_is_not_broken_further()
    {
        Experiments("[[ $* != *application-recovery* ]]");

        Assert.Equal(1, (await _project.RunAsync("monthly-experiments.sh", "--results", "measured")).ExitCode);
        Assert.Equal(3, _project.Calls.Skip(1).Count());
    }

    [NeedsRunnerTools]
    public async Task Nothing_is_broken_while_nothing_could_take_over()
    {
        var file = Path.Combine(_project.Folder, "Pulumi.secondary.yaml");
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("role: standby", "role: fenced", StringComparison.Ordinal));
        Experiments("true");

        var experiments = await _project.RunAsync("monthly-experiments.sh", "--results", "measured");

        Assert.Equal(1, experiments.ExitCode);
        Assert.Contains("expected an active stack and its standby, got active 'primary' and standby ''", experiments.Errors, StringComparison.Ordinal);
        Assert.Empty(_project.Calls);
        Assert.Equal(2, (await _project.RunAsync("monthly-experiments.sh")).ExitCode);
    }

    /// <summary>In the place of what starts an experiment: notes what it was asked.</summary>
    private void Experiments(string body) =>
        _project.Write("infra/Drills/run-experiment.sh", $"#!/usr/bin/env bash\necho \"$*\" >> '{_project.Folder}/calls.txt'\n{body}\n");

    [GeneratedRegex("--started [0-9-]{10}T[0-9:]{8}Z")]
    private static partial Regex StartedPattern();
}
