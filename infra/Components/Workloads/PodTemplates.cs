using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace MlTa.Components.Workloads;

/// <summary>The pods of all workloads: one container, restricted, with a folder for temporary files and no token for the API server.</summary>
internal static class PodTemplates
{
    private const string TemporaryVolume = "tmp";
    private const string TemporaryVolumeSize = "1Gi";

    private const int MaximumSkew = 1;
    private const string Preferred = "ScheduleAnyway";

    private static readonly string[] s_spreadOver = ["topology.kubernetes.io/zone", "kubernetes.io/hostname"];

    /// <param name="app">The workload, whose service account has the same name.</param>
    /// <param name="container">Its container, which is made restricted here.</param>
    /// <param name="volumes">What the container mounts besides.</param>
    public static PodSpecArgs Spec(string app, ContainerArgs container, params VolumeArgs[] volumes)
    {
        container.SecurityContext = RestrictedPods.Container();
        container.VolumeMounts.Add(new VolumeMountArgs { Name = TemporaryVolume, MountPath = RestrictedPods.TemporaryFolder });
        return new()
        {
            ServiceAccountName = app,
            AutomountServiceAccountToken = false,
            // Variables for every Service of the namespace, which nobody reads.
            EnableServiceLinks = false,
            SecurityContext = RestrictedPods.Pod(),
            Containers = { container },
            Volumes = (VolumeArgs[])
            [
                new() { Name = TemporaryVolume, EmptyDir = new EmptyDirVolumeSourceArgs { SizeLimit = TemporaryVolumeSize } },
                .. volumes,
            ],
        };
    }

    /// <param name="app">The workload.</param>
    /// <param name="spec">Its pods.</param>
    /// <param name="annotations">A new value makes new pods.</param>
    public static PodTemplateSpecArgs Of(string app, PodSpecArgs spec, params IEnumerable<(string Name, string? Value)> annotations)
    {
        var metadata = new ObjectMetaArgs { Labels = WorkloadNames.LabelsOf(app) };
        foreach (var (name, value) in annotations)
        {
            if (value is not null)
            {
                metadata.Annotations.Add(name, value);
            }
        }

        return new() { Metadata = metadata, Spec = spec };
    }

    /// <summary>
    /// Every replica in another zone and on another node, as far as there are any: one that cannot have that runs all the same, because a
    /// lost zone must not keep the rest waiting.
    /// </summary>
    public static InputList<TopologySpreadConstraintArgs> Spread(string app) => s_spreadOver
        .Select(topology => new TopologySpreadConstraintArgs
        {
            TopologyKey = topology,
            MaxSkew = MaximumSkew,
            WhenUnsatisfiable = Preferred,
            LabelSelector = new LabelSelectorArgs { MatchLabels = WorkloadNames.LabelsOf(app) },
        })
        .ToArray();

    /// <summary>The same as a value of a chart.</summary>
    public static Dictionary<string, object>[] SpreadValues(Dictionary<string, object> labels) =>
    [
        .. s_spreadOver.Select(topology => new Dictionary<string, object>
        {
            ["topologyKey"] = topology,
            ["maxSkew"] = MaximumSkew,
            ["whenUnsatisfiable"] = Preferred,
            ["labelSelector"] = new Dictionary<string, object> { ["matchLabels"] = labels },
        }),
    ];
}
