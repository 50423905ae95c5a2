using MlTa.Recovery.Findings;

namespace MlTa.Recovery.Evidence;

/// <summary>Which types of resources take part in what. What they are called by Pulumi's packages is in <see cref="ResourceTypes"/>.</summary>
internal static class PartTypes
{
    public static readonly string[] Database = [ResourceTypes.Database, ResourceTypes.DatabaseParameters];
    public static readonly string[] DatabasePlace = ["aws:rds/subnetGroup:SubnetGroup"];
    public static readonly string[] RecoveryPoints = [ResourceTypes.BackupPlan, ResourceTypes.BackupSelection];
    public static readonly string[] Vault = [ResourceTypes.Vault];
    public static readonly string[] PointInTimeCopy = [ResourceTypes.PointInTimeCopy];
    public static readonly string[] Key = [ResourceTypes.Key];
    public static readonly string[] Pods = [ResourceTypes.Deployment, ResourceTypes.Autoscaler, "kubernetes:policy/v1:PodDisruptionBudget", "kubernetes:core/v1:Service"];
    public static readonly string[] Compute = [ResourceTypes.Cluster, "aws:eks/nodeGroup:NodeGroup"];
    public static readonly string[] Buckets = [ResourceTypes.Bucket, ResourceTypes.BucketVersioning, ResourceTypes.BucketEncryption];
    public static readonly string[] Replication = [ResourceTypes.BucketReplication];
    public static readonly string[] Traffic = [ResourceTypes.Record, ResourceTypes.HealthCheck, ResourceTypes.Listener, "aws:lb/loadBalancer:LoadBalancer"];

    /// <summary>Whatever a failover moves, or moves users to.</summary>
    public static readonly string[] Serving = [.. Database, .. Pods, .. Compute, .. Replication, .. Traffic, ResourceTypes.Cache];
}
