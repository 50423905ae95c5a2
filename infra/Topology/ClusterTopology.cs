using MlTa.Components.Compute;
using MlTa.Naming;

namespace MlTa.Topology;

/// <summary>The cluster of a region, and the roles in it.</summary>
internal static class ClusterTopology
{
    /// <summary>In every region: without us-east-1, where IAM is changed, an archive could not make them when it needs them.</summary>
    public static PodRoles DeclareRoles(DeclaredRegion region) => new("pods", new()
    {
        Names = region.Names,
        Peers = region.Settings.Peers,
        StorageKeyArn = region.KeyArn(KeyPurpose.Storage),
    }, region.Options);

    public static ServingCluster Declare(DeclaredRegion region, PodRoles roles)
    {
        var cluster = new Cluster("cluster", new()
        {
            Settings = region.Settings.Cluster,
            Names = region.Names,
            Network = region.Network,
            KeyArn = region.KeyArn(KeyPurpose.Cluster),
            Roles = roles,
        }, region.Options);
        var provider = new Pulumi.Kubernetes.Provider("cluster", new() { KubeConfig = cluster.Endpoint, ClusterIdentifier = cluster.Arn }, new() { DependsOn = { cluster } });
        return new(cluster, new() { Providers = { region.Options.Providers[0], provider } });
    }
}
