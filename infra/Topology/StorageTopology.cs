using MlTa.Components;
using MlTa.Naming;
using MlTa.Settings;

namespace MlTa.Topology;

/// <summary>
/// The buckets of a stack, and where their objects go. An archive's stay what they are while it serves after a cold restore: workloads read
/// and write them, but they replicate nowhere, because a locked bucket is replicated only into locked ones (S3 user guide, "Object Lock
/// considerations"), and the serving regions' are not locked. What is written then is copied by S3 Batch Operations on the way back.
/// </summary>
internal static class StorageTopology
{
    public static IReadOnlyDictionary<BucketPurpose, PrivateBucket> Declare(DeclaredRegion region)
    {
        var settings = region.Settings;
        var buckets = Enum.GetValues<BucketPurpose>().ToDictionary(purpose => purpose, purpose =>
            new PrivateBucket(Words.Kebab(purpose), new()
            {
                Purpose = purpose,
                Names = settings.Names,
                // A model or a configuration that takes half a day to read would cost the recovery time objective.
                Settings = purpose == BucketPurpose.Data ? settings.Storage : settings.Storage with { DeepArchiveAfterDays = null },
                KeyArn = region.KeyArn(KeyPurpose.Storage),
                // An archive sends nothing, so there is nothing to pause.
                TargetOf = settings.Tier == Tier.Serving && purpose == BucketPurpose.Models ? Experiment.ObjectReplication : null,
            }, region.Options));
        region.Outputs["buckets"] = buckets.ToDictionary(bucket => SettingNames.Of(bucket.Key), bucket => bucket.Value.Name);

        if (settings.Tier == Tier.Serving)
        {
            Replicate(settings, buckets, region.Options);
        }

        return buckets;
    }

    /// <summary>From day one and in every role, so that a failover changes nothing here.</summary>
    private static void Replicate(StackSettings settings, Dictionary<BucketPurpose, PrivateBucket> buckets, ComponentResourceOptions inRegion)
    {
        var role = new ReplicationRole("replication", new() { Names = settings.Names, Destinations = Destinations(settings, settings.Peers) }, inRegion);

        foreach (var (purpose, bucket) in buckets)
        {
            new BucketReplication($"{Words.Kebab(purpose)}-replication", new()
            {
                Purpose = purpose,
                Source = bucket,
                Role = role,
                Destinations = Destinations(settings, settings.ExistingPeers),
            }, inRegion);
        }
    }

    private static IReadOnlyList<ReplicationDestination> Destinations(StackSettings settings, IEnumerable<PeerSettings> peers) =>
        [.. peers.Select(peer => new ReplicationDestination(settings.NamesOf(peer), peer.Tier))];
}
