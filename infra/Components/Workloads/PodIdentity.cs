using MlTa.Components.Compute;
using Account = MlTa.Naming.ServiceAccount;

namespace MlTa.Components.Workloads;

public sealed record PodIdentityArgs
{
    public required Account Account { get; init; }

    public required Cluster Cluster { get; init; }

    public required ClusterRoles Roles { get; init; }

    /// <summary>Where the service account is.</summary>
    public required Input<string> Namespace { get; init; }

    /// <summary>Whether its pods ask the API server. AWS's credentials need no such token: EKS mounts one of its own.</summary>
    public required bool AsksApiServer { get; init; }
}

/// <summary>A service account and the role that its pods have. EKS gives the role to pods that start afterwards, so they wait for this.</summary>
public sealed class PodIdentity : ComponentResource
{
    public PodIdentity(string name, PodIdentityArgs args, ComponentResourceOptions? options = null)
        : base("ml-ta:index:PodIdentity", name, options)
    {
        var (space, account) = WorkloadNames.Of(args.Account);
        new Pulumi.Kubernetes.Core.V1.ServiceAccount(name, new()
        {
            Metadata = new Pulumi.Kubernetes.Types.Inputs.Meta.V1.ObjectMetaArgs { Name = account, Namespace = args.Namespace },
            AutomountServiceAccountToken = args.AsksApiServer,
        }, new() { Parent = this });

        new Pulumi.Aws.Eks.PodIdentityAssociation(name, new()
        {
            ClusterName = args.Cluster.Name,
            Namespace = space,
            ServiceAccount = account,
            RoleArn = args.Roles.ArnOf(args.Account),
        }, new() { Parent = this });
        RegisterOutputs();
    }
}
