using Xunit;

namespace MlTa.Tests.Drills.Runners;

public sealed class RemoveOrphansTests : IDisposable
{
    private readonly RunnerProject _project = new();

    public void Dispose() => _project.Dispose();

    [NeedsRunnerTools]
    public async Task Each_of_the_three_is_deleted_by_its_name_and_waited_for()
    {
        Found();
        _project.Says("aws eks list-nodegroups --cluster-name ml-ta-dr-test-7", "nodes-a\tnodes-b");

        var removal = await RunAsync();

        Assert.True(removal.ExitCode == 0, removal.Errors);
        Assert.Equal(
            [
                "delete-db-instance --db-instance-identifier ml-ta-dr-test-7 --skip-final-snapshot --delete-automated-backups",
                "wait db-instance-deleted --db-instance-identifier ml-ta-dr-test-7",
            ],
            Changes("rds"));
        Assert.Equal(
            ["delete-replication-group --replication-group-id ml-ta-dr-test-7", "wait replication-group-deleted --replication-group-id ml-ta-dr-test-7"],
            Changes("elasticache"));
        Assert.Equal(
            [
                "delete-nodegroup --cluster-name ml-ta-dr-test-7 --nodegroup-name nodes-a", "wait nodegroup-deleted --cluster-name ml-ta-dr-test-7 --nodegroup-name nodes-a",
                "delete-nodegroup --cluster-name ml-ta-dr-test-7 --nodegroup-name nodes-b", "wait nodegroup-deleted --cluster-name ml-ta-dr-test-7 --nodegroup-name nodes-b",
                "delete-cluster --name ml-ta-dr-test-7", "wait cluster-deleted --name ml-ta-dr-test-7",
            ],
            Changes("eks"));
        Assert.All(_project.Calls, call => Assert.EndsWith(" --region eu-west-1 --output text", call, StringComparison.Ordinal));
    }

    [NeedsRunnerTools]
    public async Task What_is_not_there_is_left_alone()
    {
        Assert.Equal(0, (await RunAsync()).ExitCode);
        Assert.Equal(3, _project.Calls.Count);
        Assert.All(_project.Calls, call => Assert.Contains("ml-ta-dr-test-7'", call, StringComparison.Ordinal));
        Assert.All((string[])["rds", "elasticache", "eks"], service => Assert.Empty(Changes(service)));
    }

    [NeedsRunnerTools]
    public async Task What_is_still_being_made_is_waited_for_and_then_deleted()
    {
        _project.Says("aws elasticache describe-replication-groups", "ml-ta-dr-test-7")
            .On("aws elasticache delete-replication-group", """[ -e "$FOLDER/usable" ] || exit 254""")
            .On("aws elasticache wait replication-group-available", """touch "$FOLDER/usable" """);

        Assert.Equal(0, (await RunAsync()).ExitCode);
        Assert.Equal(
            ["delete-replication-group", "wait replication-group-available", "delete-replication-group", "wait replication-group-deleted"],
            Changes("elasticache").Select(change => change[..change.IndexOf(" --", StringComparison.Ordinal)]));
    }

    [NeedsRunnerTools]
    public async Task One_that_stays_does_not_keep_the_others()
    {
        Found();
        _project.On("aws rds wait db-instance-deleted", "exit 255");

        var removal = await RunAsync();

        Assert.Equal(1, removal.ExitCode);
        Assert.EndsWith("remove-orphans.sh: not everything that is called ml-ta-dr-test-7 could be removed from eu-west-1\n", removal.Errors, StringComparison.Ordinal);
        Assert.Contains("wait cluster-deleted --name ml-ta-dr-test-7", Changes("eks"));
    }

    [NeedsRunnerTools]
    public async Task What_cannot_be_looked_for_is_no_proof_that_it_is_gone()
    {
        _project.On("aws eks list-clusters", "exit 254");

        Assert.Equal(1, (await RunAsync()).ExitCode);
    }

    [NeedsRunnerTools]
    public async Task Nothing_of_another_stack_can_be_removed_with_it()
    {
        foreach (var stack in new[] { "primary", "dr-test", "dr-test-", "dr-test-7'||'", "xdr-test-7" })
        {
            var removal = await _project.RunAsync("remove-orphans.sh", "--stack", stack, "--region", "here", "--all");
            Assert.Equal(2, removal.ExitCode);
            Assert.StartsWith(
                $"remove-orphans.sh: unknown argument '--all'\nremove-orphans.sh: --stack: expected a drill's stack, dr-test-ID, got '{stack}'\n"
                    + "remove-orphans.sh: --region: expected a region such as eu-west-1, got 'here'\nRemoves what",
                removal.Errors, StringComparison.Ordinal);
        }

        Assert.Empty(_project.Calls);
    }

    private void Found() => _project.Says("aws rds describe-db-instances", "ml-ta-dr-test-7")
        .Says("aws elasticache describe-replication-groups", "ml-ta-dr-test-7").Says("aws eks list-clusters", "ml-ta-dr-test-7");

    private Task<RunnerResult> RunAsync() => _project.RunAsync("remove-orphans.sh", "--stack", "dr-test-7", "--region", "eu-west-1");

    /// <summary>What was asked of a service after it was looked up, without the options that every call has.</summary>
    private IEnumerable<string> Changes(string service) => _project.Calls
        .Where(call => call.StartsWith($"aws {service} delete", StringComparison.Ordinal) || call.StartsWith($"aws {service} wait", StringComparison.Ordinal))
        .Select(call => call[$"aws {service} ".Length..call.IndexOf(" --region", StringComparison.Ordinal)]);
}
