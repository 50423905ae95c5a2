using Xunit;

namespace MlTa.Tests.Drills.Runners;

public sealed class TeardownTests : IDisposable
{
    private readonly RunnerProject _project = new();

    public void Dispose() => _project.Dispose();

    [NeedsRunnerTools]
    public async Task A_lock_that_was_left_behind_does_not_stop_it()
    {
        _project.Says("pulumi stack ls", """[{"name":"organization/ml-ta/dr-test-7"}]""").On("pulumi cancel", "exit 1");

        var teardown = await _project.RunAsync("teardown.sh", "--stack", "dr-test-7");

        Assert.Equal(0, teardown.ExitCode);
        Assert.Equal(
            ["pulumi stack ls", "pulumi cancel", "pulumi destroy --yes", "pulumi stack rm"],
            _project.Calls,
            (expected, actual) => actual.StartsWith(expected, StringComparison.Ordinal));
    }

    [NeedsRunnerTools]
    public async Task It_needs_neither_the_drills_configuration_nor_the_keys_of_the_project()
    {
        _project.On("pulumi", """
            { cat Pulumi.yaml; ls; } > "$FOLDER/seen.$(wc -l < "$FOLDER/calls.txt")"
            case "$*" in 'stack ls'*) echo '[{"name":"dr-test-7"}]';; *) touch Pulumi.dr-test-7.yaml;; esac
            """);

        var teardown = await _project.RunAsync("teardown.sh", "--stack", "dr-test-7");

        Assert.True(teardown.ExitCode == 0, teardown.Errors);
        var seen = Directory.EnumerateFiles(_project.Folder, "seen.*").Order(StringComparer.Ordinal).Select(File.ReadAllText).ToList();
        Assert.Equal(4, seen.Count);
        Assert.Equal("name: ml-ta\nruntime: dotnet\nPulumi.yaml\n", seen[0]);
        Assert.All(seen, folder => Assert.StartsWith("name: ml-ta\nruntime: dotnet\nPulumi.", folder, StringComparison.Ordinal));
        Assert.False(File.Exists(Path.Combine(_project.Folder, "Pulumi.dr-test-7.yaml")));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(_project.Folder, "temporary")));
    }

    [NeedsRunnerTools]
    public async Task A_stack_that_was_only_made_is_not_asked_for_a_passphrase()
    {
        _project.Says("pulumi stack ls", """[{"name":"dr-test-7"}]""").On("pulumi destroy", """[ -n "${PULUMI_CONFIG_PASSPHRASE+set}" ] || exit 255""");

        Assert.Equal(0, (await _project.RunAsync("teardown.sh", "--stack", "dr-test-7")).ExitCode);
        Assert.Single(_project.Calls, call => call.StartsWith("pulumi destroy", StringComparison.Ordinal));
    }

    [NeedsRunnerTools]
    public async Task What_the_state_does_not_know_is_removed_before_the_next_attempt()
    {
        _project.Says("pulumi stack ls", """[{"name":"dr-test-7"}]""").Says("pulumi stack tag get region --stack dr-test-7", "us-east-1")
            .On("pulumi destroy", """[ -e "$FOLDER/gone" ] || exit 255""")
            .On("aws rds describe-db-instances", """[ -e "$FOLDER/gone" ] || echo ml-ta-dr-test-7""")
            .On("aws rds wait db-instance-deleted", """touch "$FOLDER/gone" """);

        var teardown = await _project.RunAsync("teardown.sh", "--stack", "dr-test-7");

        Assert.True(teardown.ExitCode == 0, teardown.Errors);
        Assert.Contains(
            "aws rds delete-db-instance --db-instance-identifier ml-ta-dr-test-7 --skip-final-snapshot --delete-automated-backups --region us-east-1 --output text",
            _project.Calls);
        Assert.Equal("pulumi destroy --yes --skip-preview --refresh --stack dr-test-7", _project.Calls[^2]);
    }

    [NeedsRunnerTools]
    public async Task Nothing_is_looked_for_by_its_name_if_pulumi_removes_everything_or_nobody_knows_where_it_was()
    {
        _project.Says("pulumi stack ls", """[{"name":"dr-test-7"},{"name":"dr-test-8"}]""").Says("pulumi stack tag get region --stack dr-test-7", "us-east-1")
            .On("pulumi destroy --yes --skip-preview --stack dr-test-8", "exit 255");

        Assert.Equal(0, (await _project.RunAsync("teardown.sh", "--stack", "dr-test-7")).ExitCode);
        Assert.Equal(0, (await _project.RunAsync("teardown.sh", "--stack", "dr-test-8")).ExitCode);
        Assert.DoesNotContain(_project.Calls, call => call.StartsWith("aws", StringComparison.Ordinal));
    }

    [NeedsRunnerTools]
    public async Task It_is_tried_again_with_a_refresh()
    {
        _project.Says("pulumi stack ls", """[{"name":"dr-test-7"}]""")
            .On("pulumi destroy", """[ "$(grep -c '^pulumi destroy' "$FOLDER/calls.txt")" -eq 3 ] || exit 255""");

        var teardown = await _project.RunAsync("teardown.sh", "--stack", "dr-test-7");

        Assert.Equal(0, teardown.ExitCode);
        Assert.Equal([false, true, true], _project.Calls.Where(call => call.StartsWith("pulumi destroy", StringComparison.Ordinal)).Select(call => call.Contains(" --refresh ", StringComparison.Ordinal)));
        Assert.Equal(2, _project.Calls.Count(call => call == "sleep 60"));
    }

    [NeedsRunnerTools]
    public async Task It_gives_up_in_the_end_and_says_what_to_do()
    {
        _project.Says("pulumi stack ls", """[{"name":"dr-test-7"}]""").On("pulumi destroy", "exit 255");

        var teardown = await _project.RunAsync("teardown.sh", "--stack", "dr-test-7", "--attempts", "2", "--pause", "5");

        Assert.Equal(3, teardown.ExitCode);
        Assert.EndsWith(
            "teardown.sh: dr-test-7 is still there and costs money: pulumi destroy failed 2 times. Once that is repaired: infra/Drills/teardown.sh --stack dr-test-7\n",
            teardown.Errors, StringComparison.Ordinal);
        Assert.Equal(2, _project.Calls.Count(call => call.StartsWith("pulumi destroy", StringComparison.Ordinal)));
        Assert.Single(_project.Calls, "sleep 5");
        Assert.DoesNotContain(_project.Calls, call => call.StartsWith("pulumi stack rm", StringComparison.Ordinal));
    }

    [NeedsRunnerTools]
    public async Task A_state_that_cannot_be_reached_is_no_proof_that_the_stack_is_gone()
    {
        _project.On("pulumi stack ls", "exit 255");

        var teardown = await _project.RunAsync("teardown.sh", "--stack", "dr-test-7");

        Assert.Equal(3, teardown.ExitCode);
        Assert.Contains("could not be listed", teardown.Errors, StringComparison.Ordinal);
    }

    [NeedsRunnerTools]
    public async Task What_is_gone_already_is_gone()
    {
        _project.Says("pulumi stack ls", """[{"name":"dr-test-70"}]""");

        var teardown = await _project.RunAsync("teardown.sh", "--stack", "dr-test-7");

        Assert.Equal((0, "teardown.sh: there is no stack dr-test-7\n"), (teardown.ExitCode, teardown.Errors));
        Assert.Equal(["pulumi stack ls --json"], _project.Calls);
    }

    [NeedsRunnerTools]
    public async Task No_other_stack_can_be_removed_with_it()
    {
        foreach (var stack in new[] { "primary", "dr-test", "dr-test-", "dr-test-7 primary", "xdr-test-7", "" })
        {
            var teardown = await _project.RunAsync("teardown.sh", "--stack", stack);
            Assert.Equal(2, teardown.ExitCode);
            Assert.StartsWith($"teardown.sh: --stack: expected a drill's stack, dr-test-ID, got '{stack}'\n", teardown.Errors, StringComparison.Ordinal);
        }

        Assert.Empty(_project.Calls);
    }

    [NeedsRunnerTools]
    public async Task Bad_input_is_refused_with_every_problem()
    {
        var teardown = await _project.RunAsync("teardown.sh", "--stack", "secondary", "--attempts", "0", "--pause", "x", "--now");

        Assert.Equal(2, teardown.ExitCode);
        Assert.StartsWith("""
            teardown.sh: unknown argument '--now'
            teardown.sh: --stack: expected a drill's stack, dr-test-ID, got 'secondary'
            teardown.sh: --attempts: expected 1 to 9, got '0'
            teardown.sh: --pause: expected 0 to 9999 seconds, got 'x'
            Removes a drill's stack
            """, teardown.Errors, StringComparison.Ordinal);
    }
}
