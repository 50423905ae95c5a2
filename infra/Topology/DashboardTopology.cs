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
        var all = settings.Peers.Select(peer => (peer.Stack, peer.Tier, Names: settings.NamesOf(peer))).Prepend((settings.Stack, settings.Tier, region.Names)).ToList();
        new RecoveryDashboard("dashboard", new()
        {
            Names = region.Names,
            Serving = [.. NamesOf((stack, tier) => IsShown(settings, stack, tier))],
            Listener = NamesOf((_, tier) => tier == Tier.Archive).FirstOrDefault(region.Names),
            Checks = checks,
            Objectives = settings.Objectives,
        }, region.Options);

        // In the order of their names, so that the colours on all dashboards are the same.
        IEnumerable<RegionNames> NamesOf(Func<string, Tier, bool> isOne) =>
            all.Where(stack => isOne(stack.Stack, stack.Tier)).Select(stack => stack.Names).OrderBy(names => names.Stack, StringComparer.Ordinal);
    }

    /// <summary>
    /// What users can be sent to: where the records are kept, the two stacks behind them; elsewhere whatever can serve, and so an archive
    /// after a cold restore too, or the page would go on counting an outage that is over.
    /// </summary>
    private static bool IsShown(StackSettings settings, string stack, Tier tier) => settings.Failover is { } failover
        ? stack == settings.Stack || stack == failover.PrimaryStack
        : tier == Tier.Serving || (stack == settings.Stack && settings.CanServe);
}
