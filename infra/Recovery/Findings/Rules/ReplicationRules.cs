using MlTa.Naming;
using MlTa.Settings;

namespace MlTa.Recovery.Findings.Rules;

/// <summary>Objects of S3, from every bucket of a serving stack to the other regions.</summary>
internal static class ReplicationRules
{
    /// <summary>The only value that S3 takes (S3 API, ReplicationTimeValue).</summary>
    private const int TimeControlMinutes = 15;

    public static readonly RecoveryRule[] All =
    [
        new("bucket-replicated", Severity.Error,
            "Every bucket of a serving stack is replicated to every other region, into a bucket that is declared there.",
            "Models and data of the lost region are gone, or somewhere where nobody looks for them.",
            "Declare a replication rule for each peer, whose destination is the peer's bucket of the same purpose.",
            "The recovery plan, 'Model and Data Backups'; S3 user guide, 'Replicating objects within and across Regions'")
        {
            Check = declared => declared.Stacks.Where(stack => stack.Settings.Tier == Tier.Serving).SelectMany(stack => NotReplicated(declared, stack)),
        },

        new("replication-timed", Severity.Error,
            "Replication has time control and metrics, of 15 minutes.",
            "Without it S3 promises no time at all, and nothing says how much is missing in the other region.",
            "Enable replicationTime and metrics together, both with 15 minutes.",
            "S3 user guide, 'Meeting compliance requirements with S3 Replication Time Control'")
        {
            Check = declared => declared.Replications.Where(rule => !IsTimed(rule)).Select(rule => rule.Gap($"replicationTime and metrics are not both enabled with {TimeControlMinutes} minutes")),
        },

        new("replication-encrypted", Severity.Error,
            "Replication takes encrypted objects, and encrypts them with a key that the destination's stack declares.",
            "S3 leaves out objects encrypted with KMS unless told otherwise, and accepts a key that does not exist: every object then fails, quietly.",
            "Select SSE-KMS objects, and name the destination's key by the alias that its stack declares.",
            "S3 user guide, 'Replicating encrypted objects'; S3 API, PutBucketReplication, which does not validate the key")
        {
            Check = declared => declared.Replications.Select(NotEncrypted).OfType<Gap>(),
        },

        new("replication-accepted", Severity.Error,
            "Each replication rule has a filter, a priority of its own, and nothing that S3 no longer takes.",
            "S3 refuses all rules of a bucket for one that it does not take.",
            "Number the priorities, give a filter, and leave existingObjectReplication out; use S3 Batch Replication for older objects.",
            "S3 API, PutBucketReplication and ReplicationRule")
        {
            Check = declared =>
                from rule in declared.Replications
                let priority = rule.Rule.Number("priority")
                let others = declared.Replications.Where(other => other.Configuration.Urn == rule.Configuration.Urn && other.Id != rule.Id)
                let problem = rule.Rule["filter"] is null ? "has no filter"
                    : rule.Rule["existingObjectReplication"] is not null ? "has existingObjectReplication"
                    : priority is null || others.Any(other => other.Rule.Number("priority") == priority) ? $"should have a priority of its own, got {priority?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "nothing"}"
                    : null
                where problem is not null
                select rule.Gap(problem),
        },

        new("archive-keeps-deleted", Severity.Error,
            "Deletions do not travel to the archive.",
            "What was deleted by mistake or on purpose is deleted in the last place too.",
            "Set deleteMarkerReplication to Disabled in rules towards the archive.",
            "S3 user guide, 'Replicating delete markers between buckets'")
        {
            Check = declared => declared.Replications
                .Where(rule => rule.Destination?.Stack.Settings.Tier == Tier.Archive && !(rule.Rule.Text("deleteMarkerReplication.status") == "Disabled"))
                .Select(rule => rule.Gap("deleteMarkerReplication is not Disabled")),
        },

        new("serving-buckets-agree", Severity.Warning,
            "Deletions and changes of metadata travel between serving regions.",
            "After a failover deleted objects are back, and what was said about the others is not.",
            "Enable deleteMarkerReplication and replicaModifications in rules towards a serving stack.",
            "S3 user guide, 'Replicating delete markers between buckets' and 'Replicating metadata changes with replica modification sync'")
        {
            Check = declared => declared.Replications
                .Where(rule => rule.Destination?.Stack.Settings.Tier == Tier.Serving
                    && !(rule.Rule.IsEnabled("deleteMarkerReplication.status") && rule.Rule.IsEnabled("sourceSelectionCriteria.replicaModifications.status")))
                .Select(rule => rule.Gap("deleteMarkerReplication and replicaModifications are not both Enabled")),
        },
    ];

    private static IEnumerable<Gap> NotReplicated(Declarations declared, JudgedStack stack) =>
        from purpose in Enum.GetValues<BucketPurpose>()
        let name = stack.Names.Bucket(purpose)
        from peer in declared.PeersOf(stack)
        where !declared.Replications.Any(rule => rule.IsOn && rule.Configuration.Inputs.Text("bucket") == name && rule.Destination is { } destination
            && destination.Stack == peer && destination.Resource.Inputs.Text("bucket") == peer.Names.Bucket(purpose))
        select stack.Gap(name, $"no enabled rule replicates it into {peer.Names.Bucket(purpose)} in {peer.Region}");

    private static bool IsTimed(ObjectReplication rule) =>
        rule.Rule.IsEnabled("destination.replicationTime.status") && rule.Rule.Number("destination.replicationTime.time.minutes") == TimeControlMinutes
        && rule.Rule.IsEnabled("destination.metrics.status") && rule.Rule.Number("destination.metrics.eventThreshold.minutes") == TimeControlMinutes;

    private static Gap? NotEncrypted(ObjectReplication rule)
    {
        if (!rule.Rule.IsEnabled("sourceSelectionCriteria.sseKmsEncryptedObjects.status"))
        {
            return rule.Gap("sseKmsEncryptedObjects is not Enabled");
        }

        var key = rule.Rule.Text("destination.encryptionConfiguration.replicaKmsKeyId");
        if (rule.Destination is not { } destination || AliasesOf(destination.Stack).Contains(key))
        {
            return null;
        }

        return rule.Gap($"replicaKmsKeyId should be an alias that {destination.Stack.Name} declares in {destination.Stack.Region}, got {key ?? "nothing"}");
    }

    private static IEnumerable<string> AliasesOf(JudgedStack stack) =>
        stack.Of(ResourceTypes.KeyAlias).Select(alias => Arns.Kms(stack.Region, stack.Settings.Account, alias.Inputs.Text("name") ?? ""));
}
