using MlTa.Naming;
using MlTa.Settings;
using Pulumi.Aws.ElastiCache;
using Pulumi.Aws.ElastiCache.Inputs;

namespace MlTa.Components;

public sealed record CacheArgs
{
    public required CacheSettings Settings { get; init; }

    public required RegionNames Names { get; init; }

    public required IPrivateNetwork Network { get; init; }

    /// <summary>Null for AWS's own key.</summary>
    public required Output<string>? KeyArn { get; init; }

    public required SecretText Token { get; init; }

    /// <summary>One node is enough where nobody is served.</summary>
    public bool IsForDrill { get; init; }
}

/// <summary>
/// A region's cache: Valkey, which speaks the Redis protocol. Rebuilt from the database and never copied, so the same size in every role: a
/// standby's is cold when users arrive, and with less room it would stay so.
/// </summary>
public sealed class Cache : ComponentResource
{
    public const int Port = 6379;

    /// <summary>One that takes writes and one to take over.</summary>
    private const int Nodes = 2;

    public Cache(string name, CacheArgs args, ComponentResourceOptions? options = null)
        : base("ml-ta:index:Cache", name, options)
    {
        var asChild = new CustomResourceOptions { Parent = this };

        var subnets = new SubnetGroup(name, new()
        {
            Description = "Private subnets of all zones",
            SubnetIds = args.Network.PrivateSubnetIds,
        }, asChild);

        var parameters = new ParameterGroup(name, new()
        {
            Family = $"valkey{args.Settings.EngineVersion.Split('.')[0]}",
            Description = $"{args.Names.Prefix} cache",
            // By default only what has an expiry makes room: a cache full of the rest refuses writes.
            Parameters = { new ParameterGroupParameterArgs { Name = "maxmemory-policy", Value = "allkeys-lru" } },
        }, asChild);

        // Without rules, as the database's.
        var group = new Pulumi.Aws.Ec2.SecurityGroup(name, new()
        {
            Description = "Cache",
            VpcId = args.Network.VpcId,
        }, asChild);

        var inputs = new ReplicationGroupArgs
        {
            ReplicationGroupId = args.Names.Cluster,
            Description = $"{args.Names.Prefix} cache",
            Engine = "valkey",
            EngineVersion = args.Settings.EngineVersion,
            NodeType = args.Settings.NodeType,
            Port = Port,
            NumCacheClusters = args.IsForDrill ? 1 : Nodes,
            // Puts the two into different zones.
            MultiAzEnabled = !args.IsForDrill,
            AutomaticFailoverEnabled = !args.IsForDrill,
            ParameterGroupName = parameters.Name,
            SubnetGroupName = subnets.Name,
            SecurityGroupIds = { group.Id },
            AtRestEncryptionEnabled = true,
            TransitEncryptionEnabled = true,
            TransitEncryptionMode = "required",
            AuthToken = args.Token.Reveal(),
            // A new token is added to the old one, which pods use until they are restarted.
            AuthTokenUpdateStrategy = "ROTATE",
            // Nothing in here is worth restoring.
            SnapshotRetentionLimit = 0,
            ApplyImmediately = true,
        };
        if (args.KeyArn is { } keyArn)
        {
            inputs.KmsKeyId = keyArn;
        }

        var cache = new ReplicationGroup(name, inputs, asChild);
        Address = cache.PrimaryEndpointAddress;
        SecurityGroupId = group.Id;
        RegisterOutputs();
    }

    /// <summary>The host that takes writes. It stays the same when the other node takes over.</summary>
    [Output]
    public Output<string> Address { get; private set; }

    [Output]
    public Output<string> SecurityGroupId { get; private set; }
}
