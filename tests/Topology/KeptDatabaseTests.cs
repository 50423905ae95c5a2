using MlTa.Offline;
using MlTa.Settings;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Topology;

/// <summary>Databases whose place another lineage has taken.</summary>
public sealed class KeptDatabaseTests
{
    private const string InstanceType = "aws:rds/instance:Instance";
    private const string GroupType = "aws:ec2/securityGroup:SecurityGroup";
    private const string ClosedGroup = "${aws:ec2/securityGroup:SecurityGroup::database-kept.id}";

    [Theory]
    [InlineData("writer")]
    [InlineData("replica")]
    [InlineData("snapshot")]
    [InlineData("generation")]
    [InlineData("automatedBackups")]
    public async Task A_database_that_is_kept_is_the_same_one_closed_and_no_longer_backed_up(string origin)
    {
        var settings = Lineages.Of(origin);
        var current = await InstanceAsync(settings, settings.Database.Generation);
        var kept = await InstanceAsync(settings.Succeeded(), settings.Database.Generation);

        Assert.Equal(current.Urn, kept.Urn);
        Assert.Equal(["tags", "vpcSecurityGroupIds"], Changed(current, kept));
        Assert.Null(kept.Inputs["tags"]?["backup"]);
        Assert.Equal([ClosedGroup], kept.Inputs["vpcSecurityGroupIds"]!.AsArray().Select(id => id!.GetValue<string>()));
        Assert.Equal((current.Protect, current.RetainOnDelete), (kept.Protect, kept.RetainOnDelete));
        Assert.Equal(current.IgnoreChanges, kept.IgnoreChanges);
    }

    /// <summary>It holds what its writer no longer has, and a replica that nobody follows can only be promoted.</summary>
    [Fact]
    public async Task A_replica_that_is_kept_is_promoted()
    {
        var replica = await InstanceAsync(CommittedStacks.Secondary, 1);
        var kept = await InstanceAsync(CommittedStacks.Secondary.Succeeded() with { Role = Role.Active }, 1);

        Assert.Equal(
            ["finalSnapshotIdentifier", "replicateSourceDb", "skipFinalSnapshot", "tags", "vpcSecurityGroupIds"],
            Changed(replica, kept));
        Assert.Null(kept.Inputs["replicateSourceDb"]);
    }

    [Theory]
    [InlineData(Role.Active, true)]
    [InlineData(Role.Fenced, true)]
    [InlineData(Role.Standby, true)]
    [InlineData(Role.Standby, false)]
    public async Task A_database_is_kept_in_every_role(Role role, bool peerExists)
    {
        var settings = CommittedStacks.Primary.Succeeded().WithDatabase(database => database with
        {
            RestoredFrom = null,
            Source = new() { Region = "us-east-1", Generation = 1 },
        }) with
        { Role = role, PeerExists = peerExists };
        var kept = await InstanceAsync(settings, 0);

        Assert.Empty(Changed(await InstanceAsync(CommittedStacks.Primary.Succeeded(), 0), kept));
    }

    [Fact]
    public async Task After_a_cold_restore_the_archive_keeps_its_database_and_has_no_other()
    {
        var graph = await OfflineRun.EvaluateAsync(CommittedStacks.Backup.Succeeded());

        Assert.Equal("database-g2", Assert.Single(graph.Of(InstanceType)).Name);
    }

    [Fact]
    public async Task Every_region_has_the_closed_group_from_the_first_day()
    {
        foreach (var graph in await DeclaredStacks.InEveryStateAsync())
        {
            var group = Assert.Single(graph.Of(GroupType), group => group.Name == "database-kept");

            Assert.Null(group.Inputs["ingress"]);
            Assert.Null(group.Inputs["egress"]);
        }
    }

    [Fact]
    public async Task Nothing_opens_the_closed_group()
    {
        var succeeded = await OfflineRun.EvaluateAsync(CommittedStacks.Primary.Succeeded());
        foreach (var graph in (StackGraph[])[succeeded, .. await DeclaredStacks.InEveryStateAsync()])
        {
            Assert.All(
                graph.Resources.Where(resource => resource.Texts().Any(input => input.Text == ClosedGroup)),
                user => Assert.Equal(InstanceType, user.Type));
        }

        Assert.Contains(succeeded.Resources, resource => resource.Name == "database-from-cluster");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_kept_database_is_protected_until_it_is_released_and_never_goes_without_a_final_snapshot(bool release)
    {
        var settings = CommittedStacks.Primary.Succeeded()
            .WithDatabase(database => database with { Kept = [.. database.Kept.Select(lineage => lineage with { Release = release })] });
        var kept = await InstanceAsync(settings, 0);
        var current = await InstanceAsync(settings, 3);

        Assert.Equal(!release, kept.Protect);
        Assert.Equal(!release, kept.Inputs["deletionProtection"]!.GetValue<bool>());
        Assert.False(kept.Inputs["skipFinalSnapshot"]!.GetValue<bool>());
        Assert.Equal("ml-ta-production-final", kept.Text("finalSnapshotIdentifier"));
        Assert.False(kept.Inputs["deleteAutomatedBackups"]!.GetValue<bool>());
        Assert.True(current.Protect);
        Assert.True(current.Inputs["deletionProtection"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Only_the_current_database_is_watched_and_connected_to()
    {
        var graph = await OfflineRun.EvaluateAsync(CommittedStacks.Primary.Succeeded());
        var users = graph.Resources.Where(resource => resource.Type != InstanceType && resource.Texts().Any(input => NamesKept(input.Text)));

        Assert.Empty(users.Select(user => user.Urn));
        Assert.Contains(graph.Resources, resource => resource.Texts().Any(input => input.Text == "ml-ta-production-g3"));

        static bool NamesKept(string text) => text == "ml-ta-production" || text.Contains("::database-g0", StringComparison.Ordinal);
    }

    private static IEnumerable<string> Changed(DeclaredResource before, DeclaredResource after) => before.Inputs.Select(input => input.Key)
        .Union(after.Inputs.Select(input => input.Key))
        .Where(key => before.Inputs[key].Json() != after.Inputs[key].Json())
        .Order(StringComparer.Ordinal);

    private static async Task<DeclaredResource> InstanceAsync(StackSettings settings, int generation) =>
        (await OfflineRun.EvaluateAsync(settings)).Of(InstanceType).Single(instance => instance.Name == $"database-g{generation}");
}
