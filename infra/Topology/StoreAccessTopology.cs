using MlTa.Components;

namespace MlTa.Topology;

/// <summary>Who may connect to what holds data: the cluster, and nobody else.</summary>
internal static class StoreAccessTopology
{
    public static void Declare(DeclaredRegion region, ServingCluster cluster, DatabaseFoundation foundation, Cache cache)
    {
    }
}
