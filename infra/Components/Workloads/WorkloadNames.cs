using MlTa.Naming;

namespace MlTa.Components.Workloads;

/// <summary>
/// Names inside a cluster, those of the recovery plan's kubectl commands. Every cluster has the same: a cluster is a world of its own, so
/// that nothing in here needs the prefix or the stack.
/// </summary>
internal static class WorkloadNames
{
    public const string Namespace = "ml-ta";
    public const string VeleroNamespace = "velero";
    public const string SystemNamespace = "kube-system";

    public const string Api = "ml-ta-api";
    /// <summary>Within the cluster.</summary>
    public static readonly string ApiUrl = $"http://{Api}.{Namespace}:{ApiPorts.Container}";

    public const string Worker = "ml-ta-worker";
    public const string Heartbeat = "ml-ta-heartbeat";
    public const string Validation = "ml-ta-validation";
    public const string Velero = "velero";
    public const string ClusterAutoscaler = "cluster-autoscaler";

    public const string Secret = "ml-ta-secrets";
    public const string DatabaseUrlKey = "database-url";
    public const string RedisUrlKey = "redis-url";

    /// <summary>The label that every pod of a workload carries.</summary>
    public const string AppLabel = "app";

    /// <summary>Kubernetes gives every namespace this label: "Automatic namespace labelling".</summary>
    public const string NamespaceNameLabel = "kubernetes.io/metadata.name";

    public static InputMap<string> LabelsOf(string app) => new() { [AppLabel] = app };

    /// <exception cref="ArgumentOutOfRangeException">An add-on of the cluster has it, which names it itself.</exception>
    public static (string Namespace, string Name) Of(ServiceAccount account) => account switch
    {
        ServiceAccount.Api => (Namespace, Api),
        ServiceAccount.Worker => (Namespace, Worker),
        ServiceAccount.Heartbeat => (Namespace, Heartbeat),
        ServiceAccount.Velero => (VeleroNamespace, Velero),
        ServiceAccount.ClusterAutoscaler => (SystemNamespace, ClusterAutoscaler),
        _ => throw new ArgumentOutOfRangeException(nameof(account), account, "belongs to an add-on"),
    };
}
