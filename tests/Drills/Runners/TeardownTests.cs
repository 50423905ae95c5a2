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
    public async Task It_needs_neither_the_drills_configuration_nor_the_committed_file_to_be_written()
    {
        _project.Says("pulumi stack ls", """[{"name":"dr-test-7"}]""").On("pulumi destroy", """
            file="${@: -1}"
            cmp "$file" Pulumi.dr-test.yaml || exit 1
            echo 'encryptedkey: AAAA' >> "$file"
            """);
        var committed = await File.ReadAllTextAsync(Path.Combine(_project.Folder, "Pulumi.dr-test.yaml"));

        var teardown = await _project.RunAsync("teardown.sh", "--stack", "dr-test-7");

        Assert.True(teardown.ExitCode == 0, teardown.Errors);
        Assert.Equal(committed, await File.ReadAllTextAsync(Path.Combine(_project.Folder, "Pulumi.dr-test.yaml")));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(_project.Folder, "temporary")));
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
