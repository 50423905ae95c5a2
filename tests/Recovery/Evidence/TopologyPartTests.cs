using MlTa.Offline;
using MlTa.Recovery.Evidence;
using MlTa.Recovery.Procedures;
using MlTa.Tests.Recovery.Procedures;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Recovery.Evidence;

/// <summary>What was proven is stale when, and only when, something changes that took part.</summary>
public sealed class TopologyPartTests
{
    private const string Database = "aws:rds/instance:Instance";
    private const string Vault = "aws:backup/vault:Vault";
    private const string Key = "aws:kms/key:Key";
    private const string Bucket = "aws:s3/bucket:Bucket";
    private const string Deployment = "kubernetes:apps/v1:Deployment";

    [Theory]
    [InlineData("restore-copy-us-east-1", "primary", Database, "database-g0")]
    [InlineData("restore-copy-us-east-1", "primary", "aws:rds/parameterGroup:ParameterGroup", "database")]
    [InlineData("restore-copy-us-east-1", "primary", "aws:backup/plan:Plan", "daily-backup")]
    [InlineData("restore-copy-us-east-1", "primary", "aws:backup/selection:Selection", "daily-backup")]
    [InlineData("restore-copy-us-east-1", "secondary", Vault, "backup")]
    [InlineData("restore-copy-us-east-1", "secondary", Key, "backup-key")]
    [InlineData("restore-point-in-time-us-east-1", "secondary", "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication", "point-in-time-copy-g0")]
    [InlineData("restore-point-in-time-us-east-1", "secondary", Key, "database-key")]
    [InlineData("database-failover", "primary", Database, "database-g0")]
    [InlineData("application-recovery", "primary", Deployment, "api")]
    [InlineData("object-replication", "secondary", Bucket, "models")]
    [InlineData("regional-failover-us-east-1", "secondary", Database, "database-g1")]
    public async Task A_change_of_what_took_part_is_another_hash(string path, string stack, string type, string name) =>
        Assert.NotEqual(await HashAsync(path), await HashAsync(path, Changing(stack, type, name)));

    [Theory]
    [InlineData("restore-copy-us-east-1", "secondary", Database, "database-g1")]
    [InlineData("restore-copy-us-east-1", "secondary", Key, "database-key")]
    [InlineData("restore-copy-us-east-1", "backup", Vault, "backup")]
    [InlineData("restore-copy-us-east-1", "primary", Bucket, "models")]
    [InlineData("restore-point-in-time-us-east-1", "secondary", Key, "backup-key")]
    [InlineData("database-failover", "secondary", Database, "database-g1")]
    [InlineData("application-recovery", "secondary", Deployment, "api")]
    [InlineData("object-replication", "primary", Database, "database-g0")]
    public async Task A_change_of_anything_else_is_the_same_hash(string path, string stack, string type, string name) =>
        Assert.Equal(await HashAsync(path), await HashAsync(path, Changing(stack, type, name)));

    [Fact]
    public async Task Options_take_part() => Assert.NotEqual(
        await HashAsync("database-failover"),
        await HashAsync("database-failover", (stack, resource) => stack == "primary" && resource.Type == Database ? resource with { Protect = !resource.Protect } : resource));

    [Fact]
    public async Task The_order_of_the_resources_says_nothing()
    {
        var graphs = await DeclaredStacks.AllAsync();

        Assert.All(RecoveryPaths.Of(Plans.Committed), path => Assert.Equal(
            TopologyPart.HashOf(path, CommittedStacks.All, graphs),
            TopologyPart.HashOf(path, CommittedStacks.All, [.. graphs.Reverse().Select(graph => graph with { Resources = [.. graph.Resources.Reverse()] })])));
    }

    [Fact]
    public async Task Every_path_has_a_hash_of_its_own()
    {
        var graphs = await DeclaredStacks.AllAsync();
        var hashes = RecoveryPaths.Of(Plans.Committed).Select(path => TopologyPart.HashOf(path, CommittedStacks.All, graphs)).ToList();

        Assert.Equal(hashes.Count, hashes.Distinct().Count());
        Assert.All(hashes, hash => Assert.Matches("^sha256:[0-9a-f]{64}$", hash));
    }

    /// <summary>Otherwise nothing would stay proven until the next month.</summary>
    [Fact]
    public async Task A_release_and_a_restart_leave_everything_proven()
    {
        var released = Plans.Committed.With("primary", primary => primary with { Workloads = primary.Workloads with { Version = "1.1.0", RestartedAt = "2026-11-23T03:10:00Z" } });
        var graphs = await Plans.Graphs.OfAsync(released.Stacks);

        Assert.Contains(graphs[0].Resources, resource => resource.Inputs.ToJsonString().Contains("2026-11-23T03:10:00Z", StringComparison.Ordinal));
        Assert.Equal(await HashAsync("application-recovery"), TopologyPart.HashOf(Path("application-recovery"), released.Stacks, graphs));
    }

    /// <summary>The exercise itself leaves another lineage behind. A copy of the new one's backup was never restored.</summary>
    [Fact]
    public async Task After_a_failover_and_the_way_back_only_the_exercise_is_still_proven()
    {
        var plan = await FailBackPlan.OfAsync(Plans.AfterFailover, "primary", Plans.Graphs);
        var end = plan.Planned.Move.End;
        var graphs = await Plans.Graphs.OfAsync(end.Stacks);

        Assert.NotEqual(Plans.Committed["primary"].Database.Generation, end["primary"].Database.Generation);
        Assert.Equal(await HashAsync("regional-failover-us-east-1"), TopologyPart.HashOf(RecoveryPaths.Of(end).Single(path => path.Id == "regional-failover-us-east-1"), end.Stacks, graphs));
        Assert.NotEqual(await HashAsync("restore-copy-us-east-1"), TopologyPart.HashOf(RecoveryPaths.Of(end).Single(path => path.Id == "restore-copy-us-east-1"), end.Stacks, graphs));
    }

    [Fact]
    public async Task The_drills_own_stack_takes_part_where_something_is_restored_whatever_its_run_is_called()
    {
        var graphs = await DeclaredStacks.AllAsync();
        var drill = graphs.Single(graph => graph.Stack == "backup");

        Assert.NotEqual(Hash("restore-copy-us-east-1", null), Hash("restore-copy-us-east-1", drill));
        Assert.Equal(Hash("restore-copy-us-east-1", drill), Hash("restore-copy-us-east-1", drill with { Stack = "dr-test-2" }));
        Assert.NotEqual(Hash("restore-copy-us-east-1", drill), Hash("restore-copy-us-east-1", Change(drill, Changing("backup", Vault, "backup"))));
        Assert.Equal(Hash("database-failover", null), Hash("database-failover", drill));

        string Hash(string path, StackGraph? part) => TopologyPart.HashOf(Path(path), CommittedStacks.All, graphs, part);
    }

    private static async Task<string> HashAsync(string path, Func<string, DeclaredResource, DeclaredResource>? change = null)
    {
        var graphs = await DeclaredStacks.AllAsync();
        return TopologyPart.HashOf(Path(path), CommittedStacks.All, change is null ? graphs : [.. graphs.Select(graph => Change(graph, change))]);
    }

    private static StackGraph Change(StackGraph graph, Func<string, DeclaredResource, DeclaredResource> change) =>
        graph with { Resources = [.. graph.Resources.Select(resource => change(graph.Stack, resource))] };

    /// <summary>One input of one resource, which has to be there.</summary>
    private static Func<string, DeclaredResource, DeclaredResource> Changing(string stack, string type, string name)
    {
        Assert.Contains(DeclaredStacks.AllAsync().GetAwaiter().GetResult().Single(graph => graph.Stack == stack).Resources, resource => resource.Type == type && resource.Name == name);
        return (of, resource) =>
        {
            if (of != stack || resource.Type != type || resource.Name != name)
            {
                return resource;
            }

            var inputs = resource.Inputs.DeepClone().AsObject();
            inputs["changed"] = true;
            return resource with { Inputs = inputs };
        };
    }

    private static RecoveryPath Path(string id) => RecoveryPaths.Of(Plans.Committed).Single(path => path.Id == id);
}
