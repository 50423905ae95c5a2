using MlTa.Components.Policies;
using MlTa.Naming;
using MlTa.Settings;
using Pulumi.Aws.S3;
using Pulumi.Aws.S3.Inputs;

namespace MlTa.Components;

public sealed record PrivateBucketArgs
{
    public required BucketPurpose Purpose { get; init; }

    public required RegionNames Names { get; init; }

    public required StorageSettings Settings { get; init; }

    public required Output<string> KeyArn { get; init; }

    /// <summary>The experiment that pauses its replication, if one does: FIS finds buckets for that by their tags, and takes no name.</summary>
    public Experiment? TargetOf { get; init; }
}

/// <summary>A bucket that is encrypted, versioned, closed to the public and open to TLS only; locked if it is an archive.</summary>
public sealed class PrivateBucket : ComponentResource
{
    private const int AbandonedUploadDays = 7;

    private readonly CustomResourceOptions _asChild;
    private readonly Bucket _bucket;

    public PrivateBucket(string name, PrivateBucketArgs args, ComponentResourceOptions? options = null)
        : base("ml-ta:index:PrivateBucket", name, options)
    {
        _asChild = new() { Parent = this };
        var bucketArgs = new BucketArgs
        {
            BucketName = args.Names.Bucket(args.Purpose),
            ForceDestroy = false,
            // Decided at creation: a bucket made without it never gets a lock.
            ObjectLockEnabled = args.Settings.ObjectLock is not null,
        };
        if (args.TargetOf is { } experiment)
        {
            bucketArgs.Tags.Add(ExperimentNames.TargetTag, Words.Kebab(experiment));
        }

        _bucket = new Bucket(name, bucketArgs, new() { Parent = this, Protect = true });

        Versioning = new BucketVersioning(name, new()
        {
            Bucket = _bucket.Id,
            VersioningConfiguration = new BucketVersioningVersioningConfigurationArgs { Status = "Enabled" },
        }, _asChild);

        DeclareEncryption(name, args.KeyArn);
        DeclareAccess(name, args);
        DeclareLifecycle(name, args.Settings);
        if (args.Settings.ObjectLock is { } objectLock)
        {
            DeclareLock(name, objectLock);
        }

        Name = _bucket.Id;
        RegisterOutputs();
    }

    [Output]
    public Output<string> Name { get; private set; }

    /// <summary>Replication is refused until it is there.</summary>
    public BucketVersioning Versioning { get; }

    private void DeclareEncryption(string name, Output<string> keyArn) => new BucketServerSideEncryptionConfiguration(name, new()
    {
        Bucket = _bucket.Id,
        Rules =
        {
            new BucketServerSideEncryptionConfigurationRuleArgs
            {
                ApplyServerSideEncryptionByDefault = new BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefaultArgs
                {
                    SseAlgorithm = "aws:kms",
                    KmsMasterKeyId = keyArn,
                },
                // One data key for many objects: replication would otherwise use up the key's request quota.
                BucketKeyEnabled = true,
            },
        },
    }, _asChild);

    private void DeclareAccess(string name, PrivateBucketArgs args)
    {
        new BucketOwnershipControls(name, new()
        {
            Bucket = _bucket.Id,
            Rule = new BucketOwnershipControlsRuleArgs { ObjectOwnership = "BucketOwnerEnforced" },
        }, _asChild);

        var block = new BucketPublicAccessBlock(name, new()
        {
            Bucket = _bucket.Id,
            BlockPublicAcls = true,
            BlockPublicPolicy = true,
            IgnorePublicAcls = true,
            RestrictPublicBuckets = true,
        }, _asChild);

        new BucketPolicy(name, new()
        {
            Bucket = _bucket.Id,
            Policy = BucketPolicies.For(args.Names.BucketArn(args.Purpose), args.Names, isArchive: args.Settings.ObjectLock is not null).ToJson(),
            // S3 refuses two changes of a bucket's access at once.
        }, new() { Parent = this, DependsOn = { block } });
    }

    private void DeclareLifecycle(string name, StorageSettings settings)
    {
        var rule = new BucketLifecycleConfigurationRuleArgs
        {
            Id = "age-out",
            Status = "Enabled",
            Filter = new BucketLifecycleConfigurationRuleFilterArgs { Prefix = "" },
            AbortIncompleteMultipartUpload = new BucketLifecycleConfigurationRuleAbortIncompleteMultipartUploadArgs { DaysAfterInitiation = AbandonedUploadDays },
            NoncurrentVersionExpiration = new BucketLifecycleConfigurationRuleNoncurrentVersionExpirationArgs { NoncurrentDays = settings.KeepOldVersionsDays },
            Expiration = new BucketLifecycleConfigurationRuleExpirationArgs { ExpiredObjectDeleteMarker = true },
        };
        if (settings.DeepArchiveAfterDays is { } days)
        {
            rule.Transitions.Add(new BucketLifecycleConfigurationRuleTransitionArgs { Days = days, StorageClass = "DEEP_ARCHIVE" });
        }

        new BucketLifecycleConfiguration(name, new() { Bucket = _bucket.Id, Rules = { rule } }, new() { Parent = this, DependsOn = { Versioning } });
    }

    private void DeclareLock(string name, ObjectLockSettings settings) => new BucketObjectLockConfiguration(name, new()
    {
        Bucket = _bucket.Id,
        Rule = new BucketObjectLockConfigurationRuleArgs
        {
            DefaultRetention = new BucketObjectLockConfigurationRuleDefaultRetentionArgs
            {
                Mode = settings.Mode == LockMode.Compliance ? "COMPLIANCE" : "GOVERNANCE",
                Days = settings.RetentionDays,
            },
        },
    }, new() { Parent = this, DependsOn = { Versioning } });
}
