using Pulumi.Aws.Vpc;

namespace MlTa.Components;

public sealed record StoreAccessArgs
{
    /// <summary>What connects: the cluster's nodes, and so its pods.</summary>
    public required Output<string> ClusterSecurityGroupId { get; init; }

    public required Output<string> CacheSecurityGroupId { get; init; }

    /// <summary>Null where nothing may reach the databases.</summary>
    public required Output<string>? DatabaseSecurityGroupId { get; init; }
}

/// <summary>
/// Lets the cluster, and nothing else in the network, connect to the stores. Apart from them, so that a restore of a database does not
/// wait for the cluster.
/// </summary>
public sealed class StoreAccess : ComponentResource
{
    public StoreAccess(string name, StoreAccessArgs args, ComponentResourceOptions? options = null)
        : base("ml-ta:index:StoreAccess", name, options)
    {
        Allow("cache", Cache.Port, args.CacheSecurityGroupId, args.ClusterSecurityGroupId);
        if (args.DatabaseSecurityGroupId is { } database)
        {
            Allow("database", DatabaseFoundation.Port, database, args.ClusterSecurityGroupId);
        }

        RegisterOutputs();
    }

    private void Allow(string store, int port, Output<string> to, Output<string> from) => new SecurityGroupIngressRule($"{store}-from-cluster", new()
    {
        SecurityGroupId = to,
        ReferencedSecurityGroupId = from,
        IpProtocol = "tcp",
        FromPort = port,
        ToPort = port,
        Description = "The cluster",
    }, new() { Parent = this });
}
