using MlTa.Naming;
using MlTa.Settings;

namespace MlTa.Recovery.Findings.Rules;

/// <summary>How long objects and their old versions can be had, and how soon.</summary>
internal static class BucketRules
{
    /// <summary>Classes from which an object has to be brought back first, for hours (S3 user guide, 'Understanding archive retrieval options').</summary>
    private static readonly string[] s_outOfReach = ["GLACIER", "DEEP_ARCHIVE"];

    private static readonly string[] s_deletions = ["s3:DeleteObjectVersion", "s3:BypassGovernanceRetention"];

    public static readonly RecoveryRule[] All =
    [
        new("bucket-versioned", Severity.Error,
            "Every bucket keeps old versions.",
            "What is overwritten is gone at once, in every region; and S3 replicates only between buckets with versions.",
            "Enable the bucket's versioning.",
            "S3 user guide, 'Requirements and considerations for replication'")
        {
            Check = declared => declared.All(ResourceTypes.Bucket)
                .Where(bucket => !bucket.Stack.Users(bucket.Resource, ResourceTypes.BucketVersioning).Any(versioning => versioning.Inputs.IsEnabled("versioningConfiguration.status")))
                .Select(bucket => bucket.Gap("its versioning is not Enabled")),
        },

        new("old-versions-kept", Severity.Error,
            "Old versions of objects live at least as long as recovery points of the database.",
            "A database of four weeks ago refers to models that are not there any more: the two would not restore together.",
            "Set storage.keepOldVersionsDays to at least backup.deleteAfterDays and backup.copyDeleteAfterDays.",
            "This project's decision: what is restored together has one age")
        {
            Check = declared =>
            {
                var limit = BackupRule.In(declared).SelectMany(rule => rule.Lifecycles).Select(lifecycle => lifecycle.Number("deleteAfter") ?? 0).DefaultIfEmpty(0).Max();
                return from rule in Lifecycles(declared)
                       let days = rule.Rule.Number("noncurrentVersionExpiration.noncurrentDays")
                       where days < limit
                       select rule.Owner.Gap($"noncurrentDays should be at least {limit}, got {days}");
            },
        },

        new("objects-do-not-expire", Severity.Error,
            "No bucket lets current objects expire.",
            "A model or a backup that nobody touches disappears, and disappears in every region.",
            "Leave days and date out of the lifecycle's expiration; expire old versions only.",
            "S3 user guide, 'Expiring objects'")
        {
            Check = declared => Lifecycles(declared)
                .Where(rule => rule.Rule.At("expiration.days") is not null || rule.Rule.At("expiration.date") is not null)
                .Select(rule => rule.Owner.Gap("its lifecycle lets current objects expire")),
        },

        new("objects-at-hand", Severity.Error,
            "What a recovery needs can be read at once: everything but training data.",
            "A retrieval from Glacier takes up to half a day, which is longer than the plan tolerates.",
            "Let only the bucket of training data move to a Glacier class, and replicate the others into GLACIER_IR or STANDARD.",
            "S3 user guide, 'Understanding archive retrieval options'")
        {
            Check = declared => Lifecycles(declared)
                .Where(rule => rule.Owner.Resource.Inputs.Text("bucket") != rule.Owner.Stack.Names.Bucket(BucketPurpose.Data)
                    && rule.Rule.Items("transitions").Any(transition => s_outOfReach.Contains(transition.Text("storageClass"))))
                .Select(rule => rule.Owner.Gap("its lifecycle moves current objects to a class without immediate access"))
                .Concat(declared.Replications
                    .Where(rule => s_outOfReach.Contains(rule.Rule.Text("destination.storageClass")))
                    .Select(rule => rule.Gap($"storageClass is {rule.Rule.Text("destination.storageClass")}"))),
        },

        new("archive-locked", Severity.Error,
            "Every bucket of the archive locks what arrives.",
            "Whoever can delete in a serving region can delete there too, and the last copies with it.",
            "Give the archive's buckets object lock with a default retention (storage.objectLock).",
            "S3 user guide, 'Locking objects with Object Lock'")
        {
            Check = declared => Archived(declared)
                .Where(bucket => !bucket.Resource.Inputs.IsOn("objectLockEnabled")
                    || !bucket.Stack.Users(bucket.Resource, ResourceTypes.BucketLock).Any(bucketLock => bucketLock.Inputs.Number("rule.defaultRetention.days") >= 1))
                .Select(bucket => bucket.Gap("has no object lock with a default retention")),
        },

        new("archive-refuses-deletion", Severity.Error,
            "The policies of the archive's buckets deny the deletion of versions.",
            "When the lock of a copy has ended, nothing else protects it.",
            "Deny the deletion of versions to everybody but the break-glass role.",
            "S3 user guide, 'Bucket policies for Amazon S3'")
        {
            Check = declared =>
                from bucket in Archived(declared)
                let allowed = s_deletions.Where(action => !bucket.Stack.Users(bucket.Resource, ResourceTypes.BucketPolicy).Any(policy => policy.Inputs.Denies("policy", action))).ToList()
                where allowed.Count > 0
                select bucket.Gap($"its policy does not deny {string.Join(", ", allowed)}"),
        },
    ];

    private static IEnumerable<PlacedResource> Archived(Declarations declared) =>
        declared.All(ResourceTypes.Bucket).Where(bucket => bucket.Stack.Settings.Tier == Tier.Archive);

    private static IEnumerable<(PlacedResource Owner, System.Text.Json.Nodes.JsonObject Rule)> Lifecycles(Declarations declared) =>
        from lifecycle in declared.All(ResourceTypes.BucketLifecycle)
        from rule in lifecycle.Resource.Inputs.Items("rules")
        where rule.IsEnabled("status")
        select (lifecycle, rule);
}
