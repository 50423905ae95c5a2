using MlTa.Components.Monitoring;
using MlTa.Components.Traffic;
using MlTa.Naming;
using MlTa.Settings;

namespace MlTa.Topology;

/// <summary>The dashboard of a region in which outages are noticed.</summary>
internal static class DashboardTopology
{
    public static void Declare(DeclaredRegion region, HealthChecks? checks)
    {
        var settings = region.Settings;
        var all = settings.Peers.Select(peer => (peer.Tier, Names: settings.NamesOf(peer))).Prepend((settings.Tier, region.Names)).ToList();
        // After a cold restore the archive too, or the page would go on counting an outage that is over.
        RegionNames[] serving = [.. NamesIn(Tier.Serving), .. settings.Tier == Tier.Archive && settings.CanServe ? [region.Names] : Array.Empty<RegionNames>()];
        new RecoveryDashboard("dashboard", new()
        {
            Names = region.Names,
            Serving = serving,
            Listener = NamesIn(Tier.Archive).FirstOrDefault(region.Names),
            Checks = checks,
            Objectives = settings.Objectives,
        }, region.Options);

        // In the order of their names, so that the colours on all dashboards are the same.
        IEnumerable<RegionNames> NamesIn(Tier tier) => all.Where(stack => stack.Tier == tier).Select(stack => stack.Names).OrderBy(names => names.Stack, StringComparer.Ordinal);
    }
}
