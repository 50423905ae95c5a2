using MlTa.Offline;
using MlTa.Recovery.Changes;
using MlTa.Settings;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Recovery.Changes;

/// <summary>What the role changes of the committed stacks do.</summary>
public sealed class CommittedChangesTests
{
    /// <summary>None of them can be relied upon when a region is lost, or none of them may be touched.</summary>
    private static readonly string[] s_untouched = ["aws:iam/", "aws:s3/", "aws:kms/", "aws:lb/", "aws:eks/", "aws:chatbot/", "aws:ec2/", "pulumi:providers:"];

    [Fact]
    public async Task A_failover_promotes_the_database_in_place_and_sends_rds_nothing_else()
    {
        var database = Assert.Single(await FailoverAsync(), change => change.Resource.Type == "aws:rds/instance:Instance");

        Assert.Equal(ChangeKind.Promote, database.Kind);
        Assert.Equal(["replicateSourceDb"], database.ModifiedProperties());
        Assert.Equal(["rds:PromoteReadReplica"], ChangeApis.Of(database).Select(call => call.Api));
    }

    [Fact]
    public async Task A_failover_touches_nothing_that_a_lost_region_could_block()
    {
        var changes = await FailoverAsync();

        Assert.DoesNotContain(changes, change => s_untouched.Any(type => change.Resource.Type.StartsWith(type, StringComparison.Ordinal)));
        Assert.Equal(["us-east-1"], changes.SelectMany(ChangeApis.TouchedRegions).Distinct());
        Assert.DoesNotContain(changes, change => change.Kind is ChangeKind.Replace or ChangeKind.Impossible or ChangeKind.Unknown);
        Assert.DoesNotContain(changes, DataResources.IsLoss);
        Assert.DoesNotContain(changes, change => change.IsRefused);
    }

    [Fact]
    public async Task A_failover_leaves_the_point_in_time_copy_in_aws()
    {
        var copy = Assert.Single(await FailoverAsync(), change => change.Resource.Type == "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication");

        Assert.Equal(ChangeKind.Retain, copy.Kind);
        Assert.Empty(ChangeApis.Of(copy));
    }

    /// <summary>The way back is another database: this one cannot follow any more.</summary>
    [Fact]
    public async Task What_was_promoted_cannot_be_made_a_standby_again()
    {
        var back = StackChanges.Between(await ActiveAsync(), await DeclaredStacks.OfAsync(CommittedStacks.Secondary));

        Assert.Equal("database-g1", Assert.Single(back, change => change.Kind == ChangeKind.Impossible).Resource.Name);
    }

    [Fact]
    public async Task Fencing_changes_in_place_and_keeps_all_data()
    {
        var changes = StackChanges.Between(
            await DeclaredStacks.OfAsync(CommittedStacks.Primary),
            await OfflineRun.EvaluateAsync(CommittedStacks.Primary with { Role = Role.Fenced }));

        Assert.Equal(
            [
                "Update aws:rds/parameterGroup:ParameterGroup database",
                "Update kubernetes:apps/v1:Deployment api",
                "Update kubernetes:apps/v1:Deployment worker",
            ],
            changes.Where(change => change.Kind != ChangeKind.Delete).Texts().Order(StringComparer.Ordinal));
        Assert.DoesNotContain(changes, DataResources.IsLoss);
        Assert.DoesNotContain(changes, change => change.IsRefused);
    }

    [Fact]
    public async Task A_stack_that_stays_as_it_is_does_nothing()
    {
        foreach (var graph in await DeclaredStacks.InEveryStateAsync())
        {
            Assert.Empty(StackChanges.Between(graph, graph));
        }
    }

    /// <summary>All that a region holds is made anew in another one, and the engine refuses to take away what it protects.</summary>
    [Fact]
    public async Task A_stack_that_moves_to_another_region_is_made_anew()
    {
        var graph = await DeclaredStacks.OfAsync(CommittedStacks.Backup);
        var moved = graph with { Resources = [.. graph.Resources.Select(resource => resource with { Region = resource.Region is null ? null : "eu-central-1" })] };

        var changes = StackChanges.Between(graph, moved);

        Assert.Equal(graph.Resources.Count(resource => !resource.IsComponent), changes.Count);
        Assert.All(changes, change => Assert.Equal((ChangeKind.Replace, "it moves from eu-west-1 to eu-central-1"), (change.Kind, change.Why)));
        Assert.Contains(changes, change => change.IsRefused && change.Resource.Type == "aws:backup/vault:Vault");
    }

    private static async Task<IReadOnlyList<ResourceChange>> FailoverAsync() =>
        StackChanges.Between(await DeclaredStacks.OfAsync(CommittedStacks.Secondary), await ActiveAsync());

    private static Task<StackGraph> ActiveAsync() => OfflineRun.EvaluateAsync(CommittedStacks.Secondary with { Role = Role.Active });
}
