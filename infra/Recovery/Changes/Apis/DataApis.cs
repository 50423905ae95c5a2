using static MlTa.Recovery.Changes.ServiceEndpoints;

namespace MlTa.Recovery.Changes.Apis;

/// <summary>What keeps data and copies of it. A database itself is in <see cref="DatabaseCalls"/>.</summary>
internal static class DataApis
{
    public static IReadOnlyList<TypeApi> All { get; } =
    [
        new("aws:backup/plan:Plan", Backup, "CreateBackupPlan", "DeleteBackupPlan") { Update = "UpdateBackupPlan" },
        new("aws:backup/regionSettings:RegionSettings", Backup, "UpdateRegionSettings", "UpdateRegionSettings"),
        new("aws:backup/restoreTestingPlan:RestoreTestingPlan", Backup, "CreateRestoreTestingPlan", "DeleteRestoreTestingPlan") { Update = "UpdateRestoreTestingPlan" },
        new("aws:backup/restoreTestingSelection:RestoreTestingSelection", Backup, "CreateRestoreTestingSelection", "DeleteRestoreTestingSelection")
        {
            Update = "UpdateRestoreTestingSelection",
        },
        new("aws:backup/selection:Selection", Backup, "CreateBackupSelection", "DeleteBackupSelection"),
        new("aws:backup/vault:Vault", Backup, "CreateBackupVault", "DeleteBackupVault"),
        new("aws:backup/vaultLockConfiguration:VaultLockConfiguration", Backup, "PutBackupVaultLockConfiguration", "DeleteBackupVaultLockConfiguration"),
        new("aws:backup/vaultPolicy:VaultPolicy", Backup, "PutBackupVaultAccessPolicy", "DeleteBackupVaultAccessPolicy"),
        new("aws:elasticache/parameterGroup:ParameterGroup", ElastiCache, "CreateCacheParameterGroup", "DeleteCacheParameterGroup") { Update = "ModifyCacheParameterGroup" },
        new("aws:elasticache/replicationGroup:ReplicationGroup", ElastiCache, "CreateReplicationGroup", "DeleteReplicationGroup")
        {
            Update = "ModifyReplicationGroup",
            CreationNeeds = [EndpointNames],
        },
        new("aws:elasticache/subnetGroup:SubnetGroup", ElastiCache, "CreateCacheSubnetGroup", "DeleteCacheSubnetGroup") { Update = "ModifyCacheSubnetGroup" },
        new("aws:rds/eventSubscription:EventSubscription", Rds, "CreateEventSubscription", "DeleteEventSubscription") { Update = "ModifyEventSubscription" },
        new("aws:rds/parameterGroup:ParameterGroup", Rds, "CreateDBParameterGroup", "DeleteDBParameterGroup") { Update = "ModifyDBParameterGroup" },
        new("aws:rds/snapshot:Snapshot", Rds, "CreateDBSnapshot", "DeleteDBSnapshot") { Update = "ModifyDBSnapshotAttribute" },
        new("aws:rds/subnetGroup:SubnetGroup", Rds, "CreateDBSubnetGroup", "DeleteDBSubnetGroup") { Update = "ModifyDBSubnetGroup" },
        new("aws:s3/bucket:Bucket", Storage, "CreateBucket", "DeleteBucket") { Update = "PutBucketTagging" },
        new("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", Storage, "PutBucketLifecycleConfiguration", "DeleteBucketLifecycle"),
        new("aws:s3/bucketNotification:BucketNotification", Storage, "PutBucketNotificationConfiguration", "PutBucketNotificationConfiguration"),
        new("aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration", Storage, "PutObjectLockConfiguration", "PutObjectLockConfiguration"),
        new("aws:s3/bucketOwnershipControls:BucketOwnershipControls", Storage, "PutBucketOwnershipControls", "DeleteBucketOwnershipControls"),
        new("aws:s3/bucketPolicy:BucketPolicy", Storage, "PutBucketPolicy", "DeleteBucketPolicy"),
        new("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", Storage, "PutPublicAccessBlock", "DeletePublicAccessBlock"),
        new("aws:s3/bucketReplicationConfig:BucketReplicationConfig", Storage, "PutBucketReplication", "DeleteBucketReplication"),
        new("aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration", Storage, "PutBucketEncryption", "DeleteBucketEncryption"),
        new("aws:s3/bucketVersioning:BucketVersioning", Storage, "PutBucketVersioning", "PutBucketVersioning"),
    ];
}
