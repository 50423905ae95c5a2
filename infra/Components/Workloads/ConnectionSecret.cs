using MlTa.Settings;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace MlTa.Components.Workloads;

public sealed record ConnectionSecretArgs
{
    public required WorkloadNamespace Namespace { get; init; }

    /// <summary>The region's own. A promotion does not change its address, and so nothing in here.</summary>
    public required Output<string> DatabaseAddress { get; init; }

    public required SecretText DatabasePassword { get; init; }

    public required Output<string> CacheAddress { get; init; }

    public required SecretText CacheToken { get; init; }
}

/// <summary>Where the application finds its stores, and what it says to be let in.</summary>
public sealed class ConnectionSecret : ComponentResource
{
    public ConnectionSecret(string name, ConnectionSecretArgs args, ComponentResourceOptions? options = null)
        : base("ml-ta:index:ConnectionSecret", name, options)
    {
        new Secret(name, new()
        {
            Metadata = new Pulumi.Kubernetes.Types.Inputs.Meta.V1.ObjectMetaArgs { Name = WorkloadNames.Secret, Namespace = args.Namespace.Name },
            Type = "Opaque",
            StringData =
            {
                [WorkloadNames.DatabaseUrlKey] = Output.Tuple(args.DatabasePassword.Reveal(), args.DatabaseAddress)
                    .Apply(parts => ConnectionUrls.Database(parts.Item1, parts.Item2)),
                [WorkloadNames.RedisUrlKey] = Output.Tuple(args.CacheToken.Reveal(), args.CacheAddress)
                    .Apply(parts => ConnectionUrls.Cache(parts.Item1, parts.Item2)),
            },
        }, new() { Parent = this });
        RegisterOutputs();
    }

    /// <summary>A variable of a container that is told one of them.</summary>
    internal static EnvVarArgs Variable(string name, string key) => new()
    {
        Name = name,
        ValueFrom = new EnvVarSourceArgs { SecretKeyRef = new SecretKeySelectorArgs { Name = WorkloadNames.Secret, Key = key } },
    };
}
