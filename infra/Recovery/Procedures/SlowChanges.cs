using System.Text.Json.Nodes;
using MlTa.Recovery.Changes;
using MlTa.Recovery.Time;

namespace MlTa.Recovery.Procedures;

/// <summary>The changes that something waits for: each has a duration of its own. All others together are a few calls.</summary>
internal static class SlowChanges
{
    private const string DatabaseType = "aws:rds/instance:Instance";
    private const string DeploymentType = "kubernetes:apps/v1:Deployment";

    private static readonly Dictionary<string, Duration> s_creations = new()
    {
        ["aws:acm/certificateValidation:CertificateValidation"] = Durations.Certificate,
        ["aws:eks/cluster:Cluster"] = Durations.Cluster,
        ["aws:eks/nodeGroup:NodeGroup"] = Durations.Nodes,
        ["aws:eks/addon:Addon"] = Durations.Addon,
        ["aws:elasticache/replicationGroup:ReplicationGroup"] = Durations.CacheCreate,
        ["aws:lb/loadBalancer:LoadBalancer"] = Durations.LoadBalancer,
        ["aws:rds/snapshot:Snapshot"] = Durations.Snapshot,
        ["kubernetes:helm.sh/v3:Release"] = Durations.PodsStart,
    };

    /// <summary>Null for what nothing waits for.</summary>
    public static Duration? DurationOf(ResourceChange change) => change switch
    {
        { Kind: ChangeKind.Promote } => Durations.Promotion,
        { Kind: ChangeKind.Create, After: { Type: DatabaseType } database } => database.Inputs["replicateSourceDb"] is null ? Durations.Restore : Durations.Replica,
        { Kind: ChangeKind.Update, After.Type: DatabaseType } => Durations.ModifyDatabase,
        { After: { Type: DeploymentType } deployment } => IsStopped(deployment.Inputs) ? Durations.PodsStop : Durations.PodsStart,
        { Kind: ChangeKind.Create } => s_creations.GetValueOrDefault(change.Resource.Type),
        _ => null,
    };

    public static bool StartsPods(ResourceChange change) => DurationOf(change) == Durations.PodsStart;

    private static bool IsStopped(JsonObject deployment) => deployment["spec"]?["replicas"] is JsonValue replicas && replicas.GetValue<long>() == 0;
}
