using MlTa.Offline;
using MlTa.Tests.Support;
using Xunit;
using static MlTa.Tests.Support.KubernetesObjects;

namespace MlTa.Tests.Topology;

/// <summary>What the cluster runs beside the application: charts and images of certain versions.</summary>
public sealed class ClusterToolTests
{
    [Fact]
    public async Task Charts_are_pinned_and_come_from_their_repository()
    {
        var settings = CommittedStacks.Primary;
        var fromRegistry = await DeclaredStacks.OfAsync(settings);
        var fromFolder = await OfflineRun.EvaluateAsync(settings.WithWorkloads(workloads => workloads with { ChartRepository = "./charts" }));

        Assert.Equal(
            [
                "oci://111122223333.dkr.ecr.us-west-2.amazonaws.com/charts/cluster-autoscaler 9.59.0",
                "oci://111122223333.dkr.ecr.us-west-2.amazonaws.com/charts/velero 12.1.0",
            ],
            fromRegistry.Of(Release).Select(release => $"{release.Text("chart")} {release.Text("version")}"));
        Assert.Equal(
            ["./charts/cluster-autoscaler-9.59.0.tgz", "./charts/velero-12.1.0.tgz"],
            fromFolder.Of(Release).Select(release => release.Text("chart")));
    }

    /// <summary>A tag that slips from one to another is not in the registry.</summary>
    [Fact]
    public async Task Tools_are_of_their_own_versions()
    {
        foreach (var graph in await DeclaredStacks.ServingAsync())
        {
            var velero = graph.Values("velero");

            Assert.Equal("v1.18.1", velero["image"]!["tag"]!.GetValue<string>());
            Assert.EndsWith("/velero-plugin-for-aws:v1.13.1", Assert.Single(velero["initContainers"].Items())["image"]!.GetValue<string>(), StringComparison.Ordinal);
            Assert.EndsWith("/aws-cli:2.36.15", graph.Containers().Single(container => container["name"]!.GetValue<string>() == "ml-ta-heartbeat")["image"]!.GetValue<string>(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_cluster_autoscaler_is_of_its_clusters_minor_version()
    {
        foreach (var graph in await DeclaredStacks.ServingAsync())
        {
            var values = graph.Values("cluster-autoscaler");

            Assert.StartsWith($"v{CommittedStacks.Primary.Cluster.Version}.", values["image"]!["tag"]!.GetValue<string>(), StringComparison.Ordinal);
            Assert.Equal($"ml-ta-{graph.Stack}", values["autoDiscovery"]!["clusterName"]!.GetValue<string>());
            Assert.Equal(graph.Region, values["awsRegion"]!.GetValue<string>());
        }
    }

    /// <summary>A group has one zone: without balance, pods that are too many for the nodes could all bring up nodes in the same.</summary>
    [Fact]
    public async Task The_cluster_autoscaler_outlives_its_node_and_favours_no_zone()
    {
        foreach (var graph in await DeclaredStacks.ServingAsync())
        {
            var values = graph.Values("cluster-autoscaler");
            var release = graph.Of(Release).Single(release => release.Text("name") == "cluster-autoscaler");

            Assert.Equal(2, values["replicaCount"]!.GetValue<long>());
            Assert.True(values["extraArgs"]!["balance-similar-node-groups"]!.GetValue<bool>());
            Assert.EndsWith("ml-ta:index:PodIdentity::cluster-autoscaler", Assert.Single(release.DependsOn), StringComparison.Ordinal);
        }
    }
}
