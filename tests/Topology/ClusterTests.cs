using MlTa.Offline;
using MlTa.Settings;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Topology;

public sealed class ClusterTests
{
    private const string ClusterType = "aws:eks/cluster:Cluster";

    private static readonly StackSettings[] s_serving = [CommittedStacks.Primary, CommittedStacks.Secondary];

    [Fact]
    public async Task Every_serving_stack_has_the_cluster_of_the_plan_and_the_archive_has_none()
    {
        foreach (var settings in s_serving)
        {
            var cluster = await ClusterAsync(settings);

            Assert.Equal($"ml-ta-{settings.Stack}", cluster.Text("name"));
            Assert.Equal("1.35", cluster.Text("version"));
            Assert.True(cluster.Inputs["deletionProtection"]!.GetValue<bool>());
            Assert.Equal(
                settings.Network.Zones.Select(zone => $"${{aws:ec2/subnet:Subnet::network-private-{zone}.id}}"),
                cluster.Inputs["vpcConfig"]!["subnetIds"]!.AsArray().Select(subnet => subnet!.GetValue<string>()));
        }

        Assert.DoesNotContain((await DeclaredStacks.OfAsync(CommittedStacks.Backup)).Resources, resource => resource.Type.StartsWith("aws:eks/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_has_rights_in_the_cluster_but_by_an_entry()
    {
        foreach (var settings in s_serving)
        {
            Assert.Equal(
                """{"authenticationMode":"API","bootstrapClusterCreatorAdminPermissions":false}""",
                (await ClusterAsync(settings)).Inputs["accessConfig"]!.ToJsonString());
        }
    }

    [Fact]
    public async Task Whoever_deploys_and_whoever_breaks_the_glass_administer_the_whole_cluster()
    {
        string[] administrators = ["arn:aws:iam::111122223333:role/ml-ta-break-glass", "arn:aws:iam::111122223333:role/ml-ta-deploy"];
        foreach (var settings in s_serving)
        {
            var graph = await DeclaredStacks.OfAsync(settings);
            var policies = graph.Of("aws:eks/accessPolicyAssociation:AccessPolicyAssociation");

            Assert.Equal(administrators, graph.Of("aws:eks/accessEntry:AccessEntry").Select(entry => entry.Text("principalArn")).Order(StringComparer.Ordinal));
            Assert.Equal(administrators, policies.Select(policy => policy.Text("principalArn")).Order(StringComparer.Ordinal));
            Assert.All(policies, policy => Assert.Equal("arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy", policy.Text("policyArn")));
            Assert.All(policies, policy => Assert.Equal("""{"type":"cluster"}""", policy.Inputs["accessScope"]!.ToJsonString()));
            // The policy of an entry that does not exist yet is refused.
            Assert.All(policies, policy => Assert.Contains(policy.DataDependsOn, urn => urn.EndsWith($"aws:eks/accessEntry:AccessEntry::{policy.Name}", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task The_api_server_is_reached_from_within_and_from_the_ranges_of_the_settings()
    {
        var endpoint = (await ClusterAsync(WithRanges("198.51.100.0/24", "192.0.2.7/32"))).Inputs["vpcConfig"]!;

        Assert.True(endpoint["endpointPrivateAccess"]!.GetValue<bool>());
        Assert.True(endpoint["endpointPublicAccess"]!.GetValue<bool>());
        Assert.Equal("""["198.51.100.0/24","192.0.2.7/32"]""", endpoint["publicAccessCidrs"]!.ToJsonString());
    }

    /// <summary>EKS takes the whole internet for an empty list.</summary>
    [Fact]
    public async Task Without_ranges_the_api_server_is_reached_from_within_only()
    {
        var endpoint = (await ClusterAsync(WithRanges())).Inputs["vpcConfig"]!;

        Assert.True(endpoint["endpointPrivateAccess"]!.GetValue<bool>());
        Assert.False(endpoint["endpointPublicAccess"]!.GetValue<bool>());
        Assert.Null(endpoint["publicAccessCidrs"]);
    }

    [Fact]
    public async Task Secrets_are_encrypted_with_the_clusters_key()
    {
        foreach (var settings in s_serving)
        {
            Assert.Equal(
                $$$"""{"provider":{"keyArn":"arn:aws:kms:{{{settings.Region}}}:111122223333:key/${aws:kms/key:Key::cluster-key.id}"},"resources":["secrets"]}""",
                (await ClusterAsync(settings)).Inputs["encryptionConfig"]!.ToJsonString());
        }
    }

    [Fact]
    public async Task Everything_is_logged_for_90_days_in_an_encrypted_group_that_is_there_first()
    {
        foreach (var settings in s_serving)
        {
            var cluster = await ClusterAsync(settings);
            var log = Assert.Single((await DeclaredStacks.OfAsync(settings)).Of("aws:cloudwatch/logGroup:LogGroup"), group => group.Name == "cluster");

            Assert.Equal("""["api","audit","authenticator","controllerManager","scheduler"]""", cluster.Inputs["enabledClusterLogTypes"]!.ToJsonString());
            Assert.Equal($"/aws/eks/ml-ta-{settings.Stack}/cluster", log.Text("name"));
            Assert.Equal(90, log.Inputs["retentionInDays"]!.GetValue<long>());
            Assert.EndsWith(":key/${aws:kms/key:Key::cluster-key.id}", log.Text("kmsKeyId"), StringComparison.Ordinal);
            Assert.Contains(log.Urn, cluster.DependsOn);
        }
    }

    /// <summary>EKS asks for the role's rights while it makes the cluster.</summary>
    [Fact]
    public async Task The_cluster_waits_for_the_rights_of_its_role()
    {
        var cluster = await ClusterAsync(CommittedStacks.Primary);

        Assert.Equal("arn:aws:iam::111122223333:role/${aws:iam/role:Role::cluster.name}", cluster.Text("roleArn"));
        Assert.Contains("urn:pulumi:primary::ml-ta::ml-ta:index:ClusterRoles::cluster", cluster.DependsOn);
    }

    [Fact]
    public async Task Eks_neither_installs_add_ons_nor_upgrades_a_cluster_by_itself()
    {
        var cluster = await ClusterAsync(CommittedStacks.Primary);

        Assert.False(cluster.Inputs["bootstrapSelfManagedAddons"]!.GetValue<bool>());
        Assert.Equal("""{"supportType":"EXTENDED"}""", cluster.Inputs["upgradePolicy"]!.ToJsonString());
    }

    private static StackSettings WithRanges(params string[] ranges) => CommittedStacks.Primary.WithCluster(cluster => cluster with { PublicAccessCidrs = ranges });

    private static async Task<DeclaredResource> ClusterAsync(StackSettings settings) =>
        Assert.Single((await OfflineRun.EvaluateAsync(settings)).Of(ClusterType));
}
