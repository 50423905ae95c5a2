using MlTa.Components.Traffic;

namespace MlTa.Topology;

/// <summary>How users reach a region, and which one.</summary>
internal static class TrafficTopology
{
    public static RegionalEndpoint DeclareEndpoint(DeclaredRegion region, ServingCluster cluster) => new("api", new()
    {
        Names = region.Names,
        Hosts = region.Settings.Hosts,
        ZoneId = region.Settings.Dns.ZoneId,
        Network = region.Network,
        Cluster = cluster.Cluster,
        ProvesServiceName = region.Settings.Failover is not null,
    }, region.Options);

    /// <summary>In the one stack that keeps them, once the other one exists.</summary>
    /// <param name="region">The region.</param>
    /// <param name="endpoint">Its endpoint.</param>
    /// <param name="before">What has to be done before users are sent here.</param>
    public static HealthChecks? DeclareFailover(DeclaredRegion region, RegionalEndpoint endpoint, IReadOnlyList<Resource> before) => null;
}
