using MlTa.Components;
using MlTa.Components.Traffic;
using MlTa.Settings;

namespace MlTa.Topology;

/// <summary>How users reach a region, and which one.</summary>
internal static class TrafficTopology
{
    public static RegionalEndpoint DeclareEndpoint(DeclaredRegion region, ServingCluster cluster)
    {
        var endpoint = new RegionalEndpoint("api", new()
        {
            Names = region.Names,
            Hosts = region.Settings.Hosts,
            ZoneId = region.Settings.Dns.ZoneId,
            Network = region.Network,
            Cluster = cluster.Cluster,
            ProvesServiceName = region.Settings.Failover is not null,
        }, region.Options);
        // What an experiment that takes nodes away is measured by.
        region.Outputs["targetGroupArn"] = endpoint.TargetsArn;
        return endpoint;
    }

    /// <summary>In the one stack that keeps them, once the other one exists.</summary>
    /// <param name="region">The region.</param>
    /// <param name="endpoint">Its endpoint.</param>
    /// <param name="database">Its database.</param>
    public static HealthChecks? DeclareFailover(DeclaredRegion region, RegionalEndpoint endpoint, Database? database)
    {
        var settings = region.Settings;
        if (settings.Failover is not { } failover || !settings.PeerExists)
        {
            return null;
        }

        var primary = settings.Peers.Single(peer => peer.Stack == failover.PrimaryStack);
        var gates = FailoverGates.Of(settings.Role, failover.Pinned, primary.Stack, settings.Stack);
        // A failover waits for the promotion, and for nothing else: the gate moves users then, and without the pin the old writer could have
        // them back. A failback starts a new replica, which can take hours: users must not wait for that.
        IReadOnlyList<Resource> before = settings.Role == Role.Active ? [endpoint, database!] : [endpoint];

        var checks = new HealthChecks("check", new()
        {
            Hosts = settings.Hosts,
            Checks = [.. WatchedCheck.Of(primary.Stack, primary.Region), .. WatchedCheck.Of(settings.Stack, settings.Region)],
            Gates = gates,
            Before = before,
        }, region.Options);
        new FailoverRecords("failover", new()
        {
            Settings = failover,
            Hosts = settings.Hosts,
            ZoneId = settings.Dns.ZoneId,
            Primary = WatchedCheck.GateOf(primary.Stack, primary.Region),
            Secondary = WatchedCheck.GateOf(settings.Stack, settings.Region),
            Checks = checks,
            Gates = gates,
            Before = before,
        }, region.Options);
        return checks;
    }

    /// <summary>In an archive that serves. The stack that keeps the records is lost then, or what it knows is.</summary>
    /// <param name="region">The region.</param>
    /// <param name="endpoint">Its endpoint.</param>
    /// <param name="database">The database that was restored.</param>
    public static void DeclareTakeover(DeclaredRegion region, RegionalEndpoint endpoint, Database database) => new TakenOverRecord("taken-over-primary", new()
    {
        Hosts = region.Settings.Hosts,
        ZoneId = region.Settings.Dns.ZoneId,
        Region = region.Settings.Region,
        Before = [endpoint, database],
    }, region.Options);
}
