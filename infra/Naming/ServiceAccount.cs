namespace MlTa.Naming;

/// <summary>Who in the cluster speaks to AWS. Each has a role of its own, which exists in every region and in every role of a stack.</summary>
public enum ServiceAccount
{
    Api,
    Worker,

    /// <summary>Tells the other regions that this one is alive.</summary>
    Heartbeat,

    /// <summary>Backs up what code does not rebuild.</summary>
    Velero,

    ClusterAutoscaler,

    /// <summary>The VPC CNI, which gives pods their addresses.</summary>
    PodNetwork,

    /// <summary>The EBS CSI driver.</summary>
    Volumes,
}
