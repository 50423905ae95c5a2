namespace MlTa.Recovery.Changes.Facts;

/// <summary>S3. Each configuration of a bucket is a resource of its own, and belongs to one bucket.</summary>
internal static class StorageFacts
{
    public static IReadOnlyList<TypeFacts> All { get; } =
    [
        new("aws:s3/bucket:Bucket", "internal/service/s3/bucket.go")
        {
            Replacing = ["bucket", "bucketPrefix", "objectLockEnabled"],
            InPlace = ["forceDestroy", "tags"],
        },
        new("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", "internal/service/s3/bucket_lifecycle_configuration.go")
        {
            Replacing = ["bucket", "expectedBucketOwner"],
            InPlace = ["rules"],
        },
        new("aws:s3/bucketNotification:BucketNotification", "internal/service/s3/bucket_notification.go")
        {
            Replacing = ["bucket"],
            InPlace = ["eventbridge", "lambdaFunctions", "queues", "topics"],
        },
        new("aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration", "internal/service/s3/bucket_object_lock_configuration.go")
        {
            Replacing = ["bucket", "expectedBucketOwner", "objectLockEnabled"],
            InPlace = ["rule"],
        },
        new("aws:s3/bucketOwnershipControls:BucketOwnershipControls", "internal/service/s3/bucket_ownership_controls.go")
        {
            Replacing = ["bucket"],
            InPlace = ["rule"],
        },
        new("aws:s3/bucketPolicy:BucketPolicy", "internal/service/s3/bucket_policy.go")
        {
            Replacing = ["bucket"],
            InPlace = ["policy"],
        },
        new("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", "internal/service/s3/bucket_public_access_block.go")
        {
            Replacing = ["bucket"],
            InPlace = ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"],
        },
        new("aws:s3/bucketReplicationConfig:BucketReplicationConfig", "internal/service/s3/bucket_replication_configuration.go")
        {
            Replacing = ["bucket"],
            InPlace = ["role", "rules", "token"],
        },
        new("aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration", "internal/service/s3/bucket_server_side_encryption_configuration.go")
        {
            Replacing = ["bucket", "expectedBucketOwner"],
            InPlace = ["rules"],
        },
        new("aws:s3/bucketVersioning:BucketVersioning", "internal/service/s3/bucket_versioning.go")
        {
            Replacing = ["bucket", "expectedBucketOwner"],
            InPlace = ["mfa", "versioningConfiguration"],
        },
    ];
}
