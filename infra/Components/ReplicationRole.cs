using MlTa.Components.Policies;
using MlTa.Naming;
using MlTa.Settings;
using Pulumi.Aws.Iam;

namespace MlTa.Components;

public sealed record ReplicationRoleArgs
{
    public required RegionNames Names { get; init; }

    /// <summary>All that there will ever be, whether they exist yet or not: a role that changes later is a call to us-east-1.</summary>
    public required IReadOnlyList<ReplicationDestination> Destinations { get; init; }
}

/// <summary>The role that S3 replicates as: reads this stack's buckets, writes the same buckets of the other stacks, and no more.</summary>
public sealed class ReplicationRole : ComponentResource
{
    public ReplicationRole(string name, ReplicationRoleArgs args, ComponentResourceOptions? options = null)
        : base("ml-ta:index:ReplicationRole", name, options)
    {
        var asChild = new CustomResourceOptions { Parent = this };

        var role = new Pulumi.Aws.Iam.Role(name, new()
        {
            Description = "S3 replication to the other regions",
            // Batch Operations as well: it replicates what is older than the rules.
            AssumeRolePolicy = PolicyDocument.TrustOf("s3.amazonaws.com", "batchoperations.s3.amazonaws.com").ToJson(),
        }, asChild);

        new RolePolicy(name, new()
        {
            Role = role.Id,
            Policy = Rights(args.Names, args.Destinations).ToJson(),
        }, asChild);

        Arn = role.Arn;
        RegisterOutputs();
    }

    [Output]
    public Output<string> Arn { get; private set; }

    private static PolicyDocument Rights(RegionNames source, IReadOnlyList<ReplicationDestination> destinations) => new(
    [
        new()
        {
            Sid = "ReadConfiguration",
            Effect = PolicyEffect.Allow,
            Action = ["s3:GetReplicationConfiguration", "s3:ListBucket", "s3:PutInventoryConfiguration"],
            Resource = BucketArns(source),
        },
        new()
        {
            Sid = "ReadObjects",
            Effect = PolicyEffect.Allow,
            // Retention and legal hold because the archive locks what it receives.
            Action =
            [
                "s3:GetObjectVersionForReplication", "s3:GetObjectVersionAcl", "s3:GetObjectVersionTagging",
                "s3:GetObjectRetention", "s3:GetObjectLegalHold", "s3:InitiateReplication",
            ],
            Resource = [.. BucketArns(source).Select(Arns.Objects)],
        },
        new()
        {
            Sid = "WriteReplicas",
            Effect = PolicyEffect.Allow,
            Action = ["s3:ReplicateObject", "s3:ReplicateTags"],
            Resource = [.. destinations.SelectMany(destination => BucketArns(destination.Names)).Select(Arns.Objects)],
        },
        new()
        {
            // Not in the archive, to which no deletion is sent.
            Sid = "WriteDeleteMarkers",
            Effect = PolicyEffect.Allow,
            Action = ["s3:ReplicateDelete"],
            Resource = [.. destinations.Where(destination => destination.Tier == Tier.Serving).SelectMany(destination => BucketArns(destination.Names)).Select(Arns.Objects)],
        },
        UseKey("DecryptObjects", ["kms:Decrypt"], source),
        // Decrypt as well: with bucket keys S3 reads the destination's data key back.
        .. destinations.Select(destination => destination.Names).Select(names => UseKey(
            $"EncryptReplicas{names.Region.Replace("-", "", StringComparison.Ordinal)}", ["kms:Encrypt", "kms:GenerateDataKey", "kms:Decrypt"], names)),
    ]);

    private static IReadOnlyList<string> BucketArns(RegionNames names) => [.. Enum.GetValues<BucketPurpose>().Select(names.BucketArn)];

    /// <summary>
    /// A key's ID cannot be predicted and a policy cannot name a key by its alias: so any key of the region, if it has
    /// the alias and if S3 asks.
    /// </summary>
    private static PolicyStatement UseKey(string sid, IReadOnlyList<string> actions, RegionNames names) => new()
    {
        Sid = sid,
        Effect = PolicyEffect.Allow,
        Action = actions,
        Resource = [Arns.Kms(names.Region, names.Account, "key/*")],
        Condition = PolicyStatement.When(
            ("StringEquals", "kms:ViaService", [$"s3.{names.Region}.amazonaws.com"]),
            ("ForAnyValue:StringEquals", "kms:ResourceAliases", [names.KeyAlias(KeyPurpose.Storage)])),
    };
}
