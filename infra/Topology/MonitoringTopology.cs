using MlTa.Components;
using MlTa.Components.Monitoring;
using MlTa.Naming;

namespace MlTa.Topology;

/// <summary>What notices that something fails, and who is told. Whatever is about a region as a whole is in another one.</summary>
internal static class MonitoringTopology
{
    /// <param name="region">The region.</param>
    /// <param name="serving">What it serves with; null in an archive.</param>
    /// <param name="database">Its database, if it has one.</param>
    /// <param name="buckets">Its buckets.</param>
    /// <returns>What says that users cannot be served; null in an archive.</returns>
    public static ServiceAlarm? Declare(
        DeclaredRegion region, ServingRegion? serving, Database? database, IReadOnlyDictionary<BucketPurpose, PrivateBucket> buckets)
    {
        var settings = region.Settings;
        var topics = new EscalationTopics("escalation", new()
        {
            Names = region.Names,
            KeyArn = region.KeyArn(KeyPurpose.Alerts),
            Recipients = Recipient.Of(settings),
        }, region.Options);

        var ladder = EscalationTopology.Declare(region, topics, serving?.Checks);
        var log = new IncidentLog("incidents", new()
        {
            Names = region.Names,
            KeyArn = region.KeyArn(KeyPurpose.Alerts),
            Ladder = ladder,
        }, region.Options);
        var serviceAlarm = serving is null ? null : DeclareServiceAlarm(region, topics, serving);
        ProtectionTopology.Declare(region, topics, log, serving?.Endpoint, database);
        if (serving is not null)
        {
            new ClusterBackupWatch("cluster-backup", new()
            {
                Names = region.Names,
                Topics = topics,
                Log = log,
                Bucket = buckets[BucketPurpose.ConfigBackups].Name,
            }, region.Options);
        }


        if (ladder is not null)
        {
            // Where an outage is noticed, and so never only in the region that has it.
            DashboardTopology.Declare(region, serving?.Checks);
        }

        if (settings.Chat is { } chat)
        {
            new Chat("chat", new()
            {
                Names = region.Names,
                Settings = chat,
                Stacks = [region.Names, .. settings.ExistingPeers.Select(settings.NamesOf)],
            }, region.Options);
        }

        return serviceAlarm;
    }

    private static ServiceAlarm DeclareServiceAlarm(DeclaredRegion region, EscalationTopics topics, ServingRegion serving) => new("service", new()
    {
        Names = region.Names,
        Topics = topics,
        Balancer = serving.Endpoint.BalancerSuffix,
        Targets = serving.Endpoint.TargetsSuffix,
    }, region.Options);
}
