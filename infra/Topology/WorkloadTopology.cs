using MlTa.Components;

namespace MlTa.Topology;

/// <summary>What runs in the cluster in the stack's role.</summary>
internal static class WorkloadTopology
{
    /// <returns>What users depend on.</returns>
    public static IReadOnlyList<Resource> Declare(DeclaredRegion region, ServingCluster cluster, Database? database, Cache cache) => [];
}
