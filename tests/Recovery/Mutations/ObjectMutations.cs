using T = MlTa.Recovery.Findings.ResourceTypes;

namespace MlTa.Tests.Recovery.Mutations;

/// <summary>Buckets, their replication, and keys.</summary>
internal static class ObjectMutations
{
    private const string Models = $"primary {T.BucketReplication} models-replication";
    private const string ArchivedModels = $"backup {T.BucketLifecycle} models";

    public static IReadOnlyList<GraphMutation> All { get; } =
    [
        new("replication time control removed", s => s.Set(Models, "rules[0].destination.replicationTime", null), "replication-timed"),
        new("replication metrics switched off", s => s.Set(Models, "rules[1].destination.metrics.status", "Disabled"), "replication-timed"),
        new("replication without a rule for the archive", s => s.Set(Models, "rules[1]", null), "bucket-replicated"),
        new("a replication rule that is off", s => s.Set(Models, "rules[0].status", "Disabled"), "bucket-replicated"),
        new("a bucket without replication", s => s.Drop($"primary {T.BucketReplication} data-replication"), "bucket-replicated"),
        new("replication into a bucket that nobody declares", s => s.Set(Models, "rules[0].destination.bucket", "arn:aws:s3:::ml-ta-model-secondary"), "bucket-replicated"),
        new("models replicated into the bucket of training data", s => s.Set(Models, "rules[0].destination.bucket", "arn:aws:s3:::ml-ta-data-secondary"), "bucket-replicated", "late-objects-alarmed", "failed-objects-alarmed"),
        new("encrypted objects left out", s => s.Set(Models, "rules[0].sourceSelectionCriteria.sseKmsEncryptedObjects.status", "Disabled"), "replication-encrypted"),
        new("objects encrypted with the source's key", s => s.Say(Models, "arn:aws:kms:us-east-1", "arn:aws:kms:us-west-2"), "replication-encrypted"),
        new("objects encrypted with a key that nobody declares", s => s.Say(Models, "alias/ml-ta-storage", "alias/ml-ta-store"), "replication-encrypted"),
        new("two rules of one priority", s => s.Set(Models, "rules[1].priority", 10), "replication-accepted"),
        new("replication of existing objects", s => s.Say(Models, "\"priority\":10", "\"existingObjectReplication\":{\"status\":\"Enabled\"},\"priority\":10"), "replication-accepted"),
        new("a replication rule without a filter", s => s.Set(Models, "rules[0].filter", null), "replication-accepted"),
        new("deletions that reach the archive", s => s.Set(Models, "rules[1].deleteMarkerReplication.status", "Enabled"), "archive-keeps-deleted"),
        new("deletions that stop before the standby", s => s.Set(Models, "rules[0].deleteMarkerReplication.status", "Disabled"), "serving-buckets-agree"),
        new("models replicated into Glacier", s => s.Set(Models, "rules[1].destination.storageClass", "GLACIER"), "objects-at-hand"),
        new("archived models that take half a day to read", s => s.Say(ArchivedModels, "\"status\":\"Enabled\"", "\"status\":\"Enabled\",\"transitions\":[{\"days\":90,\"storageClass\":\"DEEP_ARCHIVE\"}]"), "objects-at-hand"),
        new("a bucket without old versions", s => s.Set($"secondary {T.BucketVersioning} models", "versioningConfiguration.status", "Suspended"), "bucket-versioned"),
        new("old versions gone before the recovery points", s => s.Set(ArchivedModels, "rules[0].noncurrentVersionExpiration.noncurrentDays", 30), "old-versions-kept"),
        new("models that expire", s => s.Say(ArchivedModels, "\"expiredObjectDeleteMarker\":true", "\"days\":365"), "objects-do-not-expire"),
        new("an archive without a lock", s => s.Drop($"backup {T.BucketLock} models"), "archive-locked"),
        new("an archive that may be emptied when its locks end", s => s.Say($"backup {T.BucketPolicy} models", "s3:DeleteObjectVersion", "s3:DeleteObjectVersionTagging"), "archive-refuses-deletion"),
        new("a bucket with S3's own key", s => s.Set($"primary {T.BucketEncryption} models", "rules[0].applyServerSideEncryptionByDefault.sseAlgorithm", "AES256"), "store-encrypted"),
        new("a bucket with another region's key", s => s.Say($"secondary {T.BucketEncryption} models", "us-east-1", "us-west-2"), "store-encrypted"),
        new("a bucket that Pulumi may delete", s => s.With($"backup {T.Bucket} models", bucket => bucket with { Protect = false }), "data-protected"),
        new("a key that goes with its stack", s => s.With($"backup {T.Key} storage-key", key => key with { RetainOnDelete = false }), "key-outlives-data"),
        new("late objects that only their own region notices", s => s.Move($"secondary {T.Alarm} objects-from-primary-late", "primary"), "late-objects-alarmed"),
        new("late objects that are noticed an hour later", s => s.Set($"backup {T.Alarm} objects-from-primary-late", "threshold", 3600), "late-objects-alarmed"),
        new("failed objects that nobody notices", s => s.Drop($"primary {T.Alarm} objects-to-backup-failed"), "failed-objects-alarmed"),
        new("a cache that is not encrypted", s => s.Set($"secondary {T.Cache}", "atRestEncryptionEnabled", false), "store-encrypted"),
        new("a cluster whose secrets have no key", s => s.Set($"primary {T.Cluster}", "encryptionConfig", null), "store-encrypted"),
        new("a topic without a key", s => s.Set($"backup {T.Topic} on-call", "kmsMasterKeyId", null), "messages-encrypted"),
    ];
}
