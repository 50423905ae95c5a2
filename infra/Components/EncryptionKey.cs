using MlTa.Naming;
using Pulumi.Aws.Kms;

namespace MlTa.Components;

public sealed record EncryptionKeyArgs
{
    public required RegionNames Names { get; init; }

    public required KeyPurpose Purpose { get; init; }
}

/// <summary>
/// A single-Region KMS key and its alias. The alias has a name that other regions can predict; the key has not, and
/// only S3 replication takes an alias.
/// </summary>
public sealed class EncryptionKey : ComponentResource
{
    /// <summary>The longest that KMS offers: what it encrypted is lost with it.</summary>
    private const int DeletionWindowDays = 30;

    public EncryptionKey(string name, EncryptionKeyArgs args, ComponentResourceOptions? options = null)
        : base("ml-ta:index:EncryptionKey", name, options)
    {
        var key = new Key(name, new()
        {
            Description = $"{args.Names.Prefix} {args.Purpose} in {args.Names.Region}",
            EnableKeyRotation = true,
            DeletionWindowInDays = DeletionWindowDays,
        }, new() { Parent = this, Protect = true, RetainOnDelete = true });

        new Pulumi.Aws.Kms.Alias(name, new()
        {
            Name = args.Names.KeyAlias(args.Purpose),
            TargetKeyId = key.KeyId,
        }, new() { Parent = this });

        Arn = key.Arn;
        RegisterOutputs();
    }

    /// <summary>
    /// The key's own ARN. RDS, AWS Backup and ElastiCache answer with it whatever they were given, so an alias there
    /// looks like a change at every <c>up</c>, and replaces the database.
    /// </summary>
    [Output]
    public Output<string> Arn { get; private set; }
}
