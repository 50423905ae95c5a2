using MlTa.Offline;
using MlTa.Settings;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Topology;

public sealed class CacheTests
{
    private const string CacheType = "aws:elasticache/replicationGroup:ReplicationGroup";

    [Fact]
    public async Task Every_serving_stack_has_two_nodes_in_two_zones_that_take_over_by_themselves()
    {
        foreach (var settings in (StackSettings[])[CommittedStacks.Primary, CommittedStacks.Secondary])
        {
            var cache = await CacheAsync(settings);

            Assert.Equal($"ml-ta-{settings.Stack}", cache.Text("replicationGroupId"));
            Assert.Equal(("valkey", "8.0", "cache.r7g.large"), (cache.Text("engine"), cache.Text("engineVersion"), cache.Text("nodeType")));
            Assert.Equal((6379, 2), (cache.Inputs["port"]!.GetValue<long>(), cache.Inputs["numCacheClusters"]!.GetValue<long>()));
            Assert.True(cache.Inputs["multiAzEnabled"]!.GetValue<bool>());
            Assert.True(cache.Inputs["automaticFailoverEnabled"]!.GetValue<bool>());
            Assert.True(cache.Inputs["applyImmediately"]!.GetValue<bool>());
        }
    }

    [Fact]
    public async Task The_archive_has_none() =>
        Assert.DoesNotContain((await DeclaredStacks.OfAsync(CommittedStacks.Backup)).Resources, resource => resource.Type.StartsWith("aws:elasticache/", StringComparison.Ordinal));

    [Fact]
    public async Task It_is_encrypted_at_rest_and_in_transit()
    {
        foreach (var settings in (StackSettings[])[CommittedStacks.Primary, CommittedStacks.Secondary])
        {
            var cache = await CacheAsync(settings);

            Assert.True(cache.Inputs["atRestEncryptionEnabled"]!.GetValue<bool>());
            Assert.Equal($"arn:aws:kms:{settings.Region}:111122223333:key/${{aws:kms/key:Key::cache-key.id}}", cache.Text("kmsKeyId"));
            Assert.True(cache.Inputs["transitEncryptionEnabled"]!.GetValue<bool>());
            Assert.Equal("required", cache.Text("transitEncryptionMode"));
        }
    }

    [Fact]
    public async Task The_token_is_asked_for_and_never_shown()
    {
        var graph = await OfflineRun.EvaluateAsync(CommittedStacks.Primary with { CacheToken = SecretText.Of("hunter2-hunter2-hunter2") });

        Assert.Equal("[secret]", graph.Of(CacheType)[0].Text("authToken"));
        Assert.DoesNotContain(graph.Resources, resource => resource.Inputs.ToJsonString().Contains("hunter2", StringComparison.Ordinal));
    }

    /// <summary>With SET the old token would be refused at once, and with it every pod that has not been restarted.</summary>
    [Fact]
    public async Task A_new_token_leaves_the_old_one_valid() => Assert.Equal("ROTATE", (await CacheAsync(CommittedStacks.Primary)).Text("authTokenUpdateStrategy"));

    /// <summary>With AWS's default what has no expiry stays, until a full cache refuses writes.</summary>
    [Theory]
    [InlineData("7.2", "valkey7")]
    [InlineData("8.0", "valkey8")]
    public async Task A_full_cache_makes_room(string version, string family)
    {
        var graph = await OfflineRun.EvaluateAsync(CommittedStacks.Primary.WithCache(cache => cache with { EngineVersion = version }));
        var parameters = Assert.Single(graph.Of("aws:elasticache/parameterGroup:ParameterGroup"));

        Assert.Equal(family, parameters.Text("family"));
        Assert.Equal("""[{"name":"maxmemory-policy","value":"allkeys-lru"}]""", parameters.Inputs["parameters"]!.ToJsonString());
        Assert.Equal("${aws:elasticache/parameterGroup:ParameterGroup::cache.name}", graph.Of(CacheType)[0].Text("parameterGroupName"));
    }

    [Fact]
    public async Task It_is_in_the_private_subnets_and_in_a_group_without_rules_of_its_own()
    {
        var graph = await DeclaredStacks.OfAsync(CommittedStacks.Primary);
        var group = Assert.Single(graph.Of("aws:ec2/securityGroup:SecurityGroup"), group => group.Name == "cache");

        Assert.All(
            Assert.Single(graph.Of("aws:elasticache/subnetGroup:SubnetGroup")).Inputs["subnetIds"]!.AsArray(),
            subnet => Assert.StartsWith("${aws:ec2/subnet:Subnet::network-private-", subnet!.GetValue<string>(), StringComparison.Ordinal));
        Assert.Equal("${aws:elasticache/subnetGroup:SubnetGroup::cache.name}", (await CacheAsync(CommittedStacks.Primary)).Text("subnetGroupName"));
        Assert.Equal("""["${aws:ec2/securityGroup:SecurityGroup::cache.id}"]""", (await CacheAsync(CommittedStacks.Primary)).Inputs["securityGroupIds"]!.ToJsonString());
        Assert.Equal("${aws:ec2/vpc:Vpc::network.id}", group.Text("vpcId"));
        Assert.Null(group.Inputs["ingress"]);
        Assert.Null(group.Inputs["egress"]);
    }

    [Fact]
    public async Task Nothing_of_it_is_kept() => Assert.Equal(0, (await CacheAsync(CommittedStacks.Primary)).Inputs["snapshotRetentionLimit"]!.GetValue<long>());

    [Fact]
    public async Task It_is_the_same_in_every_role()
    {
        var standby = (await CacheAsync(CommittedStacks.Secondary)).Inputs.ToJsonString();

        foreach (var role in (Role[])[Role.Active, Role.Fenced])
        {
            Assert.Equal(standby, Assert.Single((await OfflineRun.EvaluateAsync(CommittedStacks.Secondary with { Role = role })).Of(CacheType)).Inputs.ToJsonString());
        }
    }

    private static async Task<DeclaredResource> CacheAsync(StackSettings settings) => Assert.Single((await DeclaredStacks.OfAsync(settings)).Of(CacheType));
}
