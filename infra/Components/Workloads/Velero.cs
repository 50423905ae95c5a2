using MlTa.Naming;
using Pulumi.Kubernetes.Helm.V3;

namespace MlTa.Components.Workloads;

internal sealed record VeleroArgs
{
    public required WorkloadNamespace Namespace { get; init; }

    public required string ChartRepository { get; init; }

    public required ContainerImages Images { get; init; }

    public required RegionNames Names { get; init; }

    /// <summary>The other clusters, whose backups replication brings into this region's bucket.</summary>
    public required IReadOnlyList<string> OtherStacks { get; init; }

    public required PodIdentity Identity { get; init; }
}

/// <summary>
/// Keeps a daily copy of the cluster's objects in the region's bucket. What this program declares is rebuilt from it; this is for all else.
/// </summary>
public sealed class Velero : ComponentResource
{
    internal Velero(string name, VeleroArgs args, ComponentResourceOptions? options = null)
        : base("ml-ta:index:Velero", name, options)
    {
        var chart = HelmChart.Velero;
        new Release(name, new()
        {
            Name = WorkloadNames.Velero,
            Namespace = args.Namespace.Name,
            Chart = chart.In(args.ChartRepository),
            Version = chart.Version,
            Values = VeleroValues.Of(args.Images, args.Names, args.OtherStacks),
        }, new() { Parent = this, DependsOn = { args.Identity } });
        RegisterOutputs();
    }
}
