using MlTa.Naming;
using Pulumi.Kubernetes.Helm.V3;

namespace MlTa.Components.Workloads;

internal sealed record ClusterAutoscalerArgs
{
    public required string ChartRepository { get; init; }

    public required ContainerImages Images { get; init; }

    public required RegionNames Names { get; init; }

    public required PodIdentity Identity { get; init; }
}

/// <summary>Starts nodes for pods that have no room, and ends nodes that nobody needs. EKS has no add-on for it.</summary>
public sealed class ClusterAutoscaler : ComponentResource
{
    /// <summary>One leads; the other takes over when the leader's node is the one that is lost.</summary>
    private const int Replicas = 2;

    internal ClusterAutoscaler(string name, ClusterAutoscalerArgs args, ComponentResourceOptions? options = null)
        : base("ml-ta:index:ClusterAutoscaler", name, options)
    {
        var chart = HelmChart.ClusterAutoscaler;
        new Release(name, new()
        {
            Name = WorkloadNames.ClusterAutoscaler,
            Namespace = WorkloadNames.SystemNamespace,
            Chart = chart.In(args.ChartRepository),
            Version = chart.Version,
            Values = ValuesOf(args),
        }, new() { Parent = this, DependsOn = { args.Identity } });
        RegisterOutputs();
    }

    private static Dictionary<string, object> ValuesOf(ClusterAutoscalerArgs args) => new()
    {
        ["fullnameOverride"] = WorkloadNames.ClusterAutoscaler,
        ["replicaCount"] = Replicas,
        ["cloudProvider"] = "aws",
        ["awsRegion"] = args.Names.Region,
        // EKS tags the groups of managed nodes with the cluster's name.
        ["autoDiscovery"] = new Dictionary<string, object> { ["clusterName"] = args.Names.Cluster },
        ["image"] = new Dictionary<string, object>
        {
            ["repository"] = args.Images.ClusterAutoscaler.Repository,
            ["tag"] = args.Images.ClusterAutoscaler.Tag,
        },
        ["rbac"] = new Dictionary<string, object>
        {
            ["serviceAccount"] = new Dictionary<string, object> { ["create"] = false, ["name"] = WorkloadNames.ClusterAutoscaler },
        },
        // There is a group for each zone: no zone may end up with all the nodes.
        ["extraArgs"] = new Dictionary<string, object> { ["balance-similar-node-groups"] = true },
        ["resources"] = ContainerResources.Controller.ToValues(),
        // Otherwise both may be on one node.
        ["topologySpreadConstraints"] = PodTemplates.SpreadValues(new() { ["app.kubernetes.io/instance"] = WorkloadNames.ClusterAutoscaler }),
        ["securityContext"] = RestrictedPods.PodValues(),
        ["containerSecurityContext"] = RestrictedPods.ContainerValues(),
    };
}
