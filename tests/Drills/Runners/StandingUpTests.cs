using System.Text.Json;
using Xunit;

namespace MlTa.Tests.Drills.Runners;

/// <summary>An <c>up</c> of a stack that serves, and the copy of its state.</summary>
public sealed class StandingUpTests : IDisposable
{
    private readonly RunnerProject _project = new();

    public void Dispose() => _project.Dispose();

    [NeedsRunnerTools]
    public async Task After_an_up_the_state_is_kept()
    {
        Deployed("secondary", "standby");
        Exports("""{"version":3,"deployment":{}}""");
        _project.Says("pulumi up", """{"sequence":0}""");

        var up = await UpAsync("secondary");

        Assert.True(up.ExitCode == 0, up.Errors);
        Assert.Equal(
            [
                "pulumi stack history --json --page-size 20 --stack secondary",
                "pulumi up --yes --skip-preview --json --stack secondary",
                "pulumi stack export --stack secondary --file ",
                "aws s3 cp --only-show-errors ",
            ],
            _project.Calls,
            (expected, actual) => actual.StartsWith(expected, StringComparison.Ordinal));
        Assert.Matches(@" s3://ml-ta-pulumi-state-backups-secondary/\d{8}T\d{6}Z\.json$", _project.Calls[^1]);
        Assert.Equal("{\"sequence\":0}\n", await File.ReadAllTextAsync(Path.Combine(_project.Results, "events.ndjson")));
        Assert.DoesNotContain(_project.Calls, call => call.Contains("--show-secrets", StringComparison.Ordinal));
    }

    [NeedsRunnerTools]
    public async Task After_an_up_that_failed_the_state_is_kept_too()
    {
        Deployed("primary", "active");
        Exports("""{"version":3,"deployment":{}}""");
        Directory.CreateDirectory(_project.Results);
        await File.WriteAllTextAsync(Path.Combine(_project.Results, "events.ndjson"), """{"diagnosticEvent":{"severity":"error","message":"of an earlier up"}}""" + "\n");
        _project.On("pulumi up", """
            echo '{"diagnosticEvent":{"severity":"error","message":"quota exceeded"}}'
            exit 255
            """);

        var up = await UpAsync("primary");

        Assert.Equal(1, up.ExitCode);
        Assert.Contains("up.sh: pulumi up failed (255)\nquota exceeded\n", up.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("of an earlier up", up.Errors, StringComparison.Ordinal);
        Assert.StartsWith("aws s3 cp ", _project.Calls[^1], StringComparison.Ordinal);
    }

    [NeedsRunnerTools]
    public async Task A_change_of_role_is_refused_unless_it_is_asked_for()
    {
        Deployed("secondary", "active");
        Exports("""{"version":3,"deployment":{}}""");

        var refused = await UpAsync("secondary");
        Assert.DoesNotContain(_project.Calls, call => call.StartsWith("pulumi up", StringComparison.Ordinal));
        var asked = await UpAsync("secondary", "--change-role");

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("Pulumi.secondary.yaml says standby, and secondary has the role active. Changing it is a failover", refused.Errors, StringComparison.Ordinal);
        Assert.Equal(0, asked.ExitCode);
    }

    [NeedsRunnerTools]
    public async Task A_stack_that_was_never_up_is_brought_up_by_people()
    {
        _project.Says("pulumi stack history", "[]");

        var up = await UpAsync("secondary");

        Assert.Equal(2, up.ExitCode);
        Assert.Contains("secondary has the role none yet", up.Errors, StringComparison.Ordinal);
    }

    [NeedsRunnerTools]
    public async Task The_role_is_that_of_the_last_up_and_not_of_a_refresh_or_of_an_older_one()
    {
        _project.Says("pulumi stack history", JsonSerializer.Serialize(new[] { History("refresh", "standby"), History("update", "fenced"), History("update", "active") }));

        var role = await _project.RunAsync("deployed-role.sh", "--stack", "primary");

        Assert.Equal((0, "fenced\n"), (role.ExitCode, role.Output));
    }

    [NeedsRunnerTools]
    public async Task What_is_not_a_state_is_not_kept()
    {
        foreach (var exported in new[] { "", "{", "[]", """{"version":3}""", """{"deployment":null}""" })
        {
            using var project = new RunnerProject().On("pulumi stack export", Writes(exported));

            var kept = await project.RunAsync("export-state.sh", "--stack", "primary");

            Assert.Equal((1, "export-state.sh: what pulumi exported of primary is not a state, so it was not kept\n"), (kept.ExitCode, kept.Errors));
            Assert.DoesNotContain(project.Calls, call => call.StartsWith("aws ", StringComparison.Ordinal));
        }
    }

    [NeedsRunnerTools]
    public async Task An_up_that_was_good_and_whose_state_was_not_kept_is_told_from_one_that_failed()
    {
        Deployed("primary", "active");
        Exports("""{"version":3,"deployment":{}}""");
        _project.On("aws s3 cp", "exit 1").On("pulumi up", "[ ! -e \"$FOLDER/broken\" ]");

        var up = await UpAsync("primary");
        _project.Write("broken", "");
        var failed = await UpAsync("primary");

        Assert.Equal([3, 1], [up.ExitCode, failed.ExitCode]);
        Assert.EndsWith("up.sh: primary is up, and no copy of its state was kept: do it with infra/Drills/export-state.sh --stack primary\n", up.Errors, StringComparison.Ordinal);
    }

    [NeedsRunnerTools]
    public async Task Bad_input_is_refused_with_every_problem()
    {
        var up = await _project.RunAsync("up.sh", "--stack", "tertiary", "--force");
        var kept = await _project.RunAsync("export-state.sh", "--stack", "tertiary", "--show-secrets");
        var role = await _project.RunAsync("deployed-role.sh", "--stack", "tertiary");

        Assert.Equal([2, 2, 2], [up.ExitCode, kept.ExitCode, role.ExitCode]);
        Assert.StartsWith(
            "up.sh: unknown argument '--force'\nup.sh: --stack: expected a stack that has a file, got 'tertiary'\nup.sh: --results: expected a folder, got ''\n`pulumi up`",
            up.Errors, StringComparison.Ordinal);
        Assert.StartsWith(
            "export-state.sh: unknown argument '--show-secrets'\nexport-state.sh: --stack: expected a stack with a file Pulumi.tertiary.yaml, got 'tertiary'\nKeeps",
            kept.Errors, StringComparison.Ordinal);
        Assert.StartsWith("deployed-role.sh: expected --stack and a stack that has a file, got '--stack tertiary'\nPrints", role.Errors, StringComparison.Ordinal);
        Assert.Empty(_project.Calls);
    }

    private static object History(string kind, string role) => new
    {
        kind,
        result = "succeeded",
        config = new Dictionary<string, object> { ["ml-ta:role"] = new { value = role, secret = false } },
    };

    private static string Writes(string state) => $"while [ \"$1\" != --file ]; do shift; done\nprintf '%s' '{state}' > \"$2\"";

    private void Deployed(string stack, string role) =>
        _project.Says($"pulumi stack history --json --page-size 20 --stack {stack}", JsonSerializer.Serialize(new[] { History("update", role) }));

    private void Exports(string state) => _project.On("pulumi stack export", Writes(state));

    private Task<RunnerResult> UpAsync(string stack, params string[] args) =>
        _project.RunAsync("up.sh", ["--stack", stack, "--results", _project.Results, .. args]);
}
