using System.Text.RegularExpressions;
using Xunit;

namespace MlTa.Tests.Drills.Runners;

/// <summary>The small scripts between the steps of the workflows.</summary>
public sealed partial class PipelineScriptTests : IDisposable
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
    public async Task A_preview_is_of_the_stacks_own_state()
    {
        _project.On("pulumi preview", "echo \"$PULUMI_BACKEND_URL\"");

        var preview = await _project.RunAsync("preview.sh", "--stack", "secondary");
        var drift = await _project.RunAsync("preview.sh", "--stack", "backup", "--drift");

        Assert.Equal((0, "s3://ml-ta-pulumi-secondary?region=us-east-1\n"), (preview.ExitCode, preview.Output));
        Assert.Equal((0, "s3://ml-ta-pulumi-backup?region=eu-west-1\n"), (drift.ExitCode, drift.Output));
        Assert.Equal(
            [
                "pulumi preview --diff --non-interactive --color never --stack secondary",
                "pulumi preview --diff --non-interactive --color never --refresh --expect-no-changes --stack backup",
            ],
            _project.Calls);
    }

    [NeedsRunnerTools]
    public async Task What_differs_from_what_is_declared_fails()
    {
        _project.On("pulumi preview", "exit 7");

        Assert.Equal(7, (await _project.RunAsync("preview.sh", "--stack", "primary", "--drift")).ExitCode);
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
    public async Task A_summary_shows_what_was_printed_and_fails_as_it_did()
    {
        var summary = Path.Combine(_project.Folder, "summary.md");

        // Within another one, which is how it is given the variable.
        var shown = await _project.RunAsync("summarize.sh", "Outer", "bash", "-c", $"GITHUB_STEP_SUMMARY={summary} infra/Drills/summarize.sh 'A title' bash -c 'echo a line; exit 3'");

        Assert.Equal((3, "a line\n"), (shown.ExitCode, shown.Output));
        Assert.Equal("### A title\n\n```\na line\n\n```\n", await File.ReadAllTextAsync(summary));
    }

    [NeedsRunnerTools]
    public async Task A_summary_is_not_longer_than_it_may_be()
    {
        var summary = Path.Combine(_project.Folder, "summary.md");

        // Within another one, which is how it is given the variable.
        var shown = await _project.RunAsync("summarize.sh", "Outer", "bash", "-c", $"GITHUB_STEP_SUMMARY={summary} infra/Drills/summarize.sh Inner bash -c 'head -c 1000000 /dev/zero | tr \"\\0\" x'");

        Assert.Equal(1_000_000, shown.Output.Length);
        var text = await File.ReadAllTextAsync(summary);
        Assert.InRange(text.Length, 900_000, 1024 * 1024);
        Assert.EndsWith("x\n... the rest is in the log\n```\n", text, StringComparison.Ordinal);
    }

    [NeedsRunnerTools]
    public async Task Roles_are_compared_for_every_stack()
    {
        _project.Says("pulumi stack history --json --page-size 20 --stack primary", """[{"kind": "update", "config": {"ml-ta:role": {"value": "fenced"} } }]""")
            .Says("pulumi stack history --json --page-size 20 --stack backup", """[{"kind": "update", "config": {"ml-ta:role": {"value": "archive"} } }]""")
            .On("pulumi stack history", "exit 255");

        var roles = await _project.RunAsync("check-roles.sh", "backup", "secondary", "primary", "tertiary");

        Assert.Equal(2, roles.ExitCode);
        Assert.Contains("""
            check-roles.sh: Pulumi.secondary.yaml says standby, and secondary has the role none yet. Changing it is a failover, which people decide: see the README
            check-roles.sh: Pulumi.primary.yaml says active, and primary has the role fenced. Changing it is a failover, which people decide: see the README
            check-roles.sh: expected a stack that has a file, got 'tertiary'
            Compares
            """, roles.Errors, StringComparison.Ordinal);
        Assert.Equal(0, (await _project.RunAsync("check-roles.sh", "backup")).ExitCode);
        Assert.Equal(2, (await _project.RunAsync("check-roles.sh")).ExitCode);
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

    [NeedsRunnerTools]
    public async Task Bad_input_is_refused_with_every_problem()
    {
        var preview = await _project.RunAsync("preview.sh", "--stack", "tertiary", "--now");
        var made = await _project.RunAsync("new-drill.sh", "--stack", "primary", "--rehearses", "tertiary", "--expires", "soon", "restore.time=1", "x");
        var checks = await _project.RunAsync("collect-checks.sh", "--now");
        var application = await _project.RunAsync("recover-application.sh", "--stack", "primary", "--timeout", "0");

        Assert.Equal([2, 2, 2, 2], [preview.ExitCode, made.ExitCode, checks.ExitCode, application.ExitCode]);
        Assert.StartsWith("""
            preview.sh: unknown argument '--now'
            preview.sh: --stack: expected a stack that has a file, got 'tertiary'
            What `pulumi up`
            """, preview.Errors, StringComparison.Ordinal);
        Assert.StartsWith("""
            new-drill.sh: unknown argument 'x'
            new-drill.sh: --region: expected a region, got ''
            new-drill.sh: --stack: expected dr-test-ID, got 'primary'
            new-drill.sh: --config-file: expected the file to write, got ''
            new-drill.sh: --started-at: expected a time such as 2026-11-23T03:05:00Z, got ''
            new-drill.sh: --expires: expected a time such as 2026-11-23T09:05:00Z, got 'soon'
            new-drill.sh: expected restore.time and what is restored, got 1 values
            new-drill.sh: --rehearses: expected a stack that has a file, got 'tertiary'
            Makes a drill's stack
            """, made.Errors, StringComparison.Ordinal);
        Assert.StartsWith("""
            collect-checks.sh: unknown argument '--now'
            collect-checks.sh: --stack: expected dr-test-ID, got ''
            collect-checks.sh: --region: expected a region, got ''
            collect-checks.sh: --results: expected a folder that exists, got ''
            Collects
            """, checks.Errors, StringComparison.Ordinal);
        Assert.StartsWith("""
            recover-application.sh: --stack: expected dr-test-ID, got 'primary'
            recover-application.sh: --region: expected a region, got ''
            recover-application.sh: --results: expected a folder that exists, got ''
            recover-application.sh: --timeout: expected 1 to 9999 seconds, got '0'
            The recovery plan's
            """, application.Errors, StringComparison.Ordinal);
        Assert.Empty(_project.Calls);
    }

    /// <summary>In the place of what starts an experiment: notes what it was asked.</summary>
    [GeneratedRegex("--started [0-9-]{10}T[0-9:]{8}Z")]
    private static partial Regex StartedPattern();

    private void Experiments(string body) =>
        _project.Write("infra/Drills/run-experiment.sh", $"#!/usr/bin/env bash\necho \"$*\" >> '{_project.Folder}/calls.txt'\n{body}\n");
}
