using MlTa.Components;
using MlTa.Components.Monitoring;
using MlTa.Components.Traffic;
using MlTa.Settings;

namespace MlTa.Topology;

/// <summary>What notices that a failover would lose more than it may: replication, copies, and what they need.</summary>
internal static class ProtectionTopology
{
    public static void Declare(DeclaredRegion region, EscalationTopics topics, IncidentLog log, RegionalEndpoint? endpoint, Database? database)
    {
        var settings = region.Settings;
        new ReplicationAlarms("replication", new()
        {
            Names = region.Names,
            Topics = topics,
            Sources = [.. settings.ExistingPeers.Where(peer => peer.Tier == Tier.Serving).Select(settings.NamesOf)],
            Destinations = settings.Tier == Tier.Serving ? [.. settings.ExistingPeers.Select(settings.NamesOf)] : [],
        }, region.Options);
        new BackupWatch("backups", new() { Names = region.Names, Topics = topics, Log = log, Settings = settings.Backup }, region.Options);
        new DatabaseEvents("databases", new() { Topics = topics }, region.Options);

        if (endpoint is not null)
        {
            new CertificateAlarm("certificate", new() { Names = region.Names, Topics = topics, CertificateArn = endpoint.CertificateArn }, region.Options);
        }

        if (database is not null)
        {
            DeclareDatabase(region, topics);
        }
    }

    /// <summary>What is watched of a database is all that its role changes here.</summary>
    private static void DeclareDatabase(DeclaredRegion region, EscalationTopics topics)
    {
        var settings = region.Settings;
        var identifier = region.Names.Database(settings.Database.Generation);
        if (settings.Role == Role.Standby)
        {
            new ReplicaAlarms("replica", new() { Names = region.Names, Topics = topics, Replica = identifier, Objectives = settings.Objectives }, region.Options);
        }
        else if (settings.Role == Role.Active)
        {
            new WriterAlarms("writer", new() { Names = region.Names, Topics = topics, Writer = identifier, Settings = settings.Database }, region.Options);
        }
    }
}
