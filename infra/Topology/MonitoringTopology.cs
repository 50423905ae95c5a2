using MlTa.Components.Traffic;

namespace MlTa.Topology;

/// <summary>What notices that something fails, and who is told.</summary>
internal static class MonitoringTopology
{
    /// <param name="region">The region.</param>
    /// <param name="checks">The health checks, in the stack that has them.</param>
    public static void Declare(DeclaredRegion region, HealthChecks? checks)
    {
    }
}
