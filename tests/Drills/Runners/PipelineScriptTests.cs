using Xunit;

namespace MlTa.Tests.Drills.Runners;

/// <summary>The small scripts between the steps of the workflows.</summary>
public sealed class PipelineScriptTests : IDisposable
{
    private readonly RunnerProject _project = new();

    public void Dispose() => _project.Dispose();

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
}
