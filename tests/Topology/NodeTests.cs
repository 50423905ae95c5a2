using MlTa.Components.Compute;
using MlTa.Offline;
using MlTa.Settings;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Topology;

public sealed class NodeTests
{
    private const string GroupType = "aws:eks/nodeGroup:NodeGroup";
    private const string TemplateType = "aws:ec2/launchTemplate:LaunchTemplate";

    [Fact]
    public async Task Every_zone_has_a_group_of_its_own_with_the_nodes_of_the_settings()
    {
        var settings = CommittedStacks.Primary;
        var groups = (await DeclaredStacks.OfAsync(settings)).Of(GroupType);

        Assert.Equal(
            settings.Network.Zones.Select(zone => ($"cluster-nodes-{zone}", $$$"""["${aws:ec2/subnet:Subnet::network-private-{{{zone}}}.id}"]""")),
            groups.Select(group => (group.Name, group.Inputs["subnetIds"]!.ToJsonString())));
        Assert.All(groups, group =>
        {
            Assert.Equal("""{"desiredSize":2,"maxSize":5,"minSize":2}""", group.Inputs["scalingConfig"]!.ToJsonString());
            Assert.Equal("""["m6i.large"]""", group.Inputs["instanceTypes"]!.ToJsonString());
            Assert.Equal("1.35", group.Text("version"));
            Assert.Equal("""{"maxUnavailable":1}""", group.Inputs["updateConfig"]!.ToJsonString());
        });
    }

    [Fact]
    public async Task The_number_of_nodes_that_the_autoscaler_chose_is_left_alone() => Assert.All(
        (await DeclaredStacks.OfAsync(CommittedStacks.Primary)).Of(GroupType),
        group => Assert.Equal(["scalingConfig.desiredSize"], group.IgnoreChanges));

    /// <summary>Without them a node cannot join.</summary>
    [Fact]
    public async Task Nodes_wait_for_the_rights_of_their_role()
    {
        foreach (var settings in (StackSettings[])[CommittedStacks.Primary, CommittedStacks.Secondary])
        {
            Assert.All((await DeclaredStacks.OfAsync(settings)).Of(GroupType), group =>
            {
                Assert.Equal("arn:aws:iam::111122223333:role/${aws:iam/role:Role::cluster-nodes.name}", group.Text("nodeRoleArn"));
                Assert.Contains($"urn:pulumi:{settings.Stack}::ml-ta::ml-ta:index:ClusterRoles::cluster", group.DependsOn);
            });
        }
    }

    [Theory]
    [InlineData(Role.Active)]
    [InlineData(Role.Fenced)]
    public async Task A_change_of_role_changes_no_node_and_nothing_of_the_cluster(Role role)
    {
        var standby = await DeclaredStacks.OfAsync(CommittedStacks.Secondary);
        var changed = await OfflineRun.EvaluateAsync(CommittedStacks.Secondary with { Role = role });

        Assert.Equal(ComputeOf(standby), ComputeOf(changed));
    }

    /// <summary>With more hops, or without a token, any pod could be the node.</summary>
    [Fact]
    public async Task A_nodes_credentials_are_out_of_reach_of_pods()
    {
        foreach (var settings in (StackSettings[])[CommittedStacks.Primary, CommittedStacks.Secondary])
        {
            Assert.Equal(
                """{"httpEndpoint":"enabled","httpPutResponseHopLimit":1,"httpTokens":"required"}""",
                (await TemplateAsync(settings)).Inputs["metadataOptions"]!.ToJsonString());
        }
    }

    [Fact]
    public async Task A_nodes_volume_is_encrypted_and_goes_with_it()
    {
        var volume = Assert.Single((await TemplateAsync(CommittedStacks.Primary)).Inputs["blockDeviceMappings"].Items());

        Assert.Equal("/dev/xvda", volume["deviceName"]!.GetValue<string>());
        Assert.Equal("""{"deleteOnTermination":"true","encrypted":"true","volumeSize":50,"volumeType":"gp3"}""", volume["ebs"]!.ToJsonString());
    }

    /// <summary>The stores let the cluster's security group in. A template that names any other takes nodes out of it.</summary>
    [Fact]
    public async Task Nodes_are_in_the_clusters_security_group()
    {
        var template = await TemplateAsync(CommittedStacks.Primary);

        Assert.Null(template.Inputs["vpcSecurityGroupIds"]);
        Assert.Null(template.Inputs["networkInterfaces"]);
    }

    [Fact]
    public async Task Instances_and_volumes_carry_the_tags_that_the_provider_does_not_give_them()
    {
        var tags = (await TemplateAsync(CommittedStacks.Primary)).Inputs["tagSpecifications"].Items();

        Assert.Equal(["instance", "volume"], tags.Select(specification => specification["resourceType"]!.GetValue<string>()));
        Assert.All(tags, specification => Assert.Equal("""{"Name":"ml-ta-primary-node","project":"ml-ta","stack":"primary"}""", specification["tags"]!.ToJsonString()));
    }

    [Fact]
    public async Task Every_group_uses_the_newest_version_of_the_template_by_its_number() => Assert.All(
        (await DeclaredStacks.OfAsync(CommittedStacks.Primary)).Of(GroupType),
        group => Assert.Equal("""{"id":"${aws:ec2/launchTemplate:LaunchTemplate::cluster-nodes.id}","version":"1"}""", group.Inputs["launchTemplate"]!.ToJsonString()));

    [Theory]
    [InlineData("m6i.large", "AL2023_x86_64_STANDARD")]
    [InlineData("g4dn.xlarge", "AL2023_x86_64_STANDARD")]
    [InlineData("c7a.medium", "AL2023_x86_64_STANDARD")]
    [InlineData("m7g.large", "AL2023_ARM_64_STANDARD")]
    [InlineData("r6gd.metal", "AL2023_ARM_64_STANDARD")]
    [InlineData("im4gn.large", "AL2023_ARM_64_STANDARD")]
    [InlineData("g5g.xlarge", "AL2023_ARM_64_STANDARD")]
    public void The_image_is_for_the_processor_of_the_instance_type(string instanceType, string image) =>
        Assert.Equal(image, NodeTemplate.AmiType(instanceType));

    private static async Task<DeclaredResource> TemplateAsync(StackSettings settings) =>
        Assert.Single((await DeclaredStacks.OfAsync(settings)).Of(TemplateType));

    private static IEnumerable<string> ComputeOf(StackGraph graph) => graph.Resources
        .Where(resource => resource.Urn.Contains("ml-ta:index:Cluster", StringComparison.Ordinal))
        .Select(resource => $"{resource.Urn} {resource.Inputs.ToJsonString()}");
}
