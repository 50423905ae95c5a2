using MlTa.Naming;
using MlTa.Settings;
using Pulumi.Aws.S3;
using Pulumi.Aws.S3.Inputs;

namespace MlTa.Components;

public sealed record BucketReplicationArgs
{
    public required BucketPurpose Purpose { get; init; }

    public required PrivateBucket Source { get; init; }

    public required ReplicationRole Role { get; init; }

    /// <summary>Whose buckets exist already.</summary>
    public required IReadOnlyList<ReplicationDestination> Destinations { get; init; }
}

/// <summary>
/// Sends new objects of a bucket to the other regions, with replication time control. A replica is never replicated
/// again: so two regions can send to each other, and so each has to send to the archive itself.
/// </summary>
public sealed class BucketReplication : ComponentResource
{
    /// <summary>The only value that S3 takes, for the objective and for the metric alike.</summary>
    public const int ReplicationTimeMinutes = 15;

    private const int PriorityStep = 10;

    public BucketReplication(string name, BucketReplicationArgs args, ComponentResourceOptions? options = null)
        : base("ml-ta:index:BucketReplication", name, options)
    {
        new BucketReplicationConfig(name, new()
        {
            Bucket = args.Source.Name,
            Role = args.Role.Arn,
            Rules = args.Destinations
                .Select((destination, index) => RuleTo(destination, args.Purpose, PriorityStep * (index + 1)))
                .ToList(),
        }, new() { Parent = this, DependsOn = { args.Source.Versioning, args.Role } });

        RegisterOutputs();
    }

    /// <summary>Also a dimension of the rule's metrics.</summary>
    public static string RuleIdTo(RegionNames destination) => $"to-{destination.Region}";

    private static BucketReplicationConfigRuleArgs RuleTo(ReplicationDestination destination, BucketPurpose purpose, int priority)
    {
        var isArchive = destination.Tier == Tier.Archive;
        return new()
        {
            Id = RuleIdTo(destination.Names),
            Status = "Enabled",
            Priority = priority,
            // Even an empty filter chooses the second version of the schema, in which rules may have priorities.
            Filter = new BucketReplicationConfigRuleFilterArgs { Prefix = "" },
            // Whoever deletes everything here must not delete the archive with it.
            DeleteMarkerReplication = new BucketReplicationConfigRuleDeleteMarkerReplicationArgs { Status = isArchive ? "Disabled" : "Enabled" },
            SourceSelectionCriteria = CriteriaFor(isArchive),
            Destination = new BucketReplicationConfigRuleDestinationArgs
            {
                Bucket = destination.Names.BucketArn(purpose),
                StorageClass = isArchive ? "GLACIER_IR" : "STANDARD",
                // S3 does not check the key when it takes the rule: a wrong one shows as objects that fail.
                EncryptionConfiguration = new BucketReplicationConfigRuleDestinationEncryptionConfigurationArgs
                {
                    ReplicaKmsKeyId = destination.Names.KeyAliasArn(KeyPurpose.Storage),
                },
                ReplicationTime = new BucketReplicationConfigRuleDestinationReplicationTimeArgs
                {
                    Status = "Enabled",
                    Time = new BucketReplicationConfigRuleDestinationReplicationTimeTimeArgs { Minutes = ReplicationTimeMinutes },
                },
                Metrics = new BucketReplicationConfigRuleDestinationMetricsArgs
                {
                    Status = "Enabled",
                    EventThreshold = new BucketReplicationConfigRuleDestinationMetricsEventThresholdArgs { Minutes = ReplicationTimeMinutes },
                },
            },
        };
    }

    private static BucketReplicationConfigRuleSourceSelectionCriteriaArgs CriteriaFor(bool isArchive)
    {
        var criteria = new BucketReplicationConfigRuleSourceSelectionCriteriaArgs
        {
            SseKmsEncryptedObjects = new BucketReplicationConfigRuleSourceSelectionCriteriaSseKmsEncryptedObjectsArgs { Status = "Enabled" },
        };
        if (!isArchive)
        {
            // Both ways between serving regions, so that tags and locks set on a replica come back.
            criteria.ReplicaModifications = new BucketReplicationConfigRuleSourceSelectionCriteriaReplicaModificationsArgs { Status = "Enabled" };
        }

        return criteria;
    }
}
