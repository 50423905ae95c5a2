using MlTa.Components.Policies;
using MlTa.Naming;
using Pulumi.Aws.Kms;

namespace MlTa.Components;

public sealed record EncryptionKeyArgs
{
    public required RegionNames Names { get; init; }

    public required KeyPurpose Purpose { get; init; }
}

/// <summary>
/// A single-Region KMS key and its alias. Another region can predict the alias and not the key, so S3 replication, the
/// only one that names a key of another region, is given the alias.
/// </summary>
public sealed class EncryptionKey : ComponentResource
{
    /// <summary>The longest that KMS offers: what it encrypted is lost with it.</summary>
    private const int DeletionWindowDays = 30;

    public EncryptionKey(string name, EncryptionKeyArgs args, ComponentResourceOptions? options = null)
        : base("ml-ta:index:EncryptionKey", name, options)
    {
        var inputs = new KeyArgs
        {
            Description = $"{args.Names.Prefix} {args.Purpose} in {args.Names.Region}",
            EnableKeyRotation = true,
            DeletionWindowInDays = DeletionWindowDays,
        };

        if (KeyPolicies.For(args.Purpose, args.Names) is { } policy)
        {
            inputs.Policy = policy.ToJson();
        }

        var key = new Key(name, inputs, new() { Parent = this, Protect = true, RetainOnDelete = true });

        new Pulumi.Aws.Kms.Alias(name, new()
        {
            Name = args.Names.KeyAlias(args.Purpose),
            TargetKeyId = key.KeyId,
        }, new() { Parent = this });

        Arn = key.Arn;
        RegisterOutputs();
    }

    /// <summary>
    /// The key's own ARN, for everything in its region. RDS answers with it whatever it was given: an alias would look like
    /// a change at every <c>up</c>, and the provider would replace the database.
    /// </summary>
    [Output]
    public Output<string> Arn { get; private set; }
}
