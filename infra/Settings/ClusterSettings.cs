namespace MlTa.Settings;

/// <summary>The Kubernetes cluster. In an archive: the one that a cold restore builds.</summary>
public sealed record ClusterSettings
{
    /// <summary>Kubernetes, such as 1.35. One minor version up at a time, the standby first.</summary>
    public required string Version { get; init; }

    /// <summary>
    /// Who reaches the API server from outside the VPC: the pipeline's and the office's addresses. With an empty list only the VPC does,
    /// and <c>pulumi up</c> has to run in it.
    /// </summary>
    public required IReadOnlyList<string> PublicAccessCidrs { get; init; }

    /// <summary>The nodes' EC2 instance type. The same in all stacks, or the region that takes over has less room.</summary>
    public required string InstanceType { get; init; }

    /// <summary>
    /// Nodes that are always there, in each zone and in every role: a standby that has to start nodes first depends on capacity that
    /// everybody else who fails over wants as well.
    /// </summary>
    public required int MinimumNodesPerZone { get; init; }

    /// <summary>Where the autoscaler stops, in each zone.</summary>
    public required int MaximumNodesPerZone { get; init; }

    /// <summary>
    /// For one run, when the cluster does not answer and the rest of the stack has to go on: leaves its objects as they are. New ones
    /// still fail.
    /// </summary>
    public bool SkipUnreachable { get; init; }

    /// <summary>For one run, when the cluster is gone for good: forgets its objects.</summary>
    public bool ForgetUnreachable { get; init; }
}
