using MlTa.Naming;
using MlTa.Settings;

namespace MlTa.Components.Compute;

public sealed record PodRolesArgs
{
    public required RegionNames Names { get; init; }

    /// <summary>The other stacks, all that there will ever be: a role that changes later is a call to us-east-1.</summary>
    public required IReadOnlyList<PeerSettings> Peers { get; init; }

    public required Output<string> StorageKeyArn { get; init; }
}

/// <summary>The IAM roles of a cluster, its nodes and its service accounts.</summary>
public sealed class PodRoles : ComponentResource
{
    public PodRoles(string name, PodRolesArgs args, ComponentResourceOptions? options = null)
        : base("ml-ta:index:PodRoles", name, options)
    {
        RegisterOutputs();
    }

    /// <summary>The role of a service account.</summary>
    public Output<string> ArnOf(ServiceAccount account) => Output.Create($"arn:{account}");
}
