using MlTa.Components;
using MlTa.Settings;

namespace MlTa.Topology;

/// <summary>Who may connect to what holds data: the cluster, and nobody else.</summary>
internal static class StoreAccessTopology
{
    public static void Declare(DeclaredRegion region, ServingCluster cluster, DatabaseFoundation foundation, Cache cache) => new StoreAccess("store-access", new()
    {
        ClusterSecurityGroupId = cluster.Cluster.SecurityGroupId,
        CacheSecurityGroupId = cache.SecurityGroupId,
        DatabaseSecurityGroupId = region.Settings.Role == Role.Fenced ? null : foundation.SecurityGroupId,
    }, region.Options);
}
