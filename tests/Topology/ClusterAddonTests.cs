using MlTa.Offline;
using MlTa.Settings;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Topology;

public sealed class ClusterAddonTests
{
    private const string AddonType = "aws:eks/addon:Addon";

    /// <summary>A node is ready once its pods can have addresses; what runs on nodes is only complete once there are some.</summary>
    [Theory]
    [InlineData("vpc-cni", true)]
    [InlineData("kube-proxy", true)]
    [InlineData("eks-pod-identity-agent", true)]
    [InlineData("coredns", false)]
    [InlineData("aws-ebs-csi-driver", false)]
    [InlineData("metrics-server", false)]
    public async Task Nodes_come_after_what_they_need_and_before_what_needs_them(string addon, bool isBeforeNodes)
    {
        foreach (var settings in (StackSettings[])[CommittedStacks.Primary, CommittedStacks.Secondary])
        {
            var graph = await DeclaredStacks.OfAsync(settings);
            var resource = Assert.Single(graph.Of(AddonType), resource => resource.Text("addonName") == addon);
            var groups = graph.Of("aws:eks/nodeGroup:NodeGroup");

            Assert.Equal(isBeforeNodes, groups.All(group => group.DependsOn.Contains(resource.Parent!)));
            Assert.Equal(!isBeforeNodes, groups.All(group => resource.DependsOn.Contains(group.Parent!)));
        }
    }

    [Fact]
    public async Task There_are_no_other_add_ons_and_their_versions_are_for_eks_to_choose()
    {
        var addons = (await DeclaredStacks.OfAsync(CommittedStacks.Primary)).Of(AddonType);

        Assert.Equal(6, addons.Count);
        Assert.All(addons, addon => Assert.Null(addon.Inputs["addonVersion"]));
        Assert.All(addons, addon => Assert.Equal(("OVERWRITE", "OVERWRITE"), (addon.Text("resolveConflictsOnCreate"), addon.Text("resolveConflictsOnUpdate"))));
    }

    /// <summary>Otherwise Kubernetes accepts the policies, and nobody enforces them.</summary>
    [Fact]
    public async Task Network_policies_are_enforced() =>
        Assert.Equal("""{"enableNetworkPolicy":"true"}""", Named(await DeclaredStacks.OfAsync(CommittedStacks.Primary), "vpc-cni").Text("configurationValues"));

    [Theory]
    [InlineData("vpc-cni", "aws-node", "pod-network")]
    [InlineData("aws-ebs-csi-driver", "ebs-csi-controller-sa", "volumes")]
    public async Task What_speaks_to_aws_has_a_role_of_its_own(string addon, string serviceAccount, string role)
    {
        var association = Assert.Single(Named(await DeclaredStacks.OfAsync(CommittedStacks.Primary), addon).Inputs["podIdentityAssociations"].Items());

        Assert.Equal(serviceAccount, association["serviceAccount"]!.GetValue<string>());
        Assert.Equal($"arn:aws:iam::111122223333:role/${{aws:iam/role:Role::cluster-{role}.name}}", association["roleArn"]!.GetValue<string>());
    }

    private static DeclaredResource Named(StackGraph graph, string addon) => graph.Of(AddonType).Single(resource => resource.Text("addonName") == addon);
}
