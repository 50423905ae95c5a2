using Xunit;

namespace MlTa.Tests.Drills.Runners;

/// <summary>What is proved each month, and what becomes of the evidence.</summary>
public sealed class MonthlyScriptTests : IDisposable
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
}
