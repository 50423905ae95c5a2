using MlTa.Naming;
using Pulumi.Kubernetes.Autoscaling.V2;
using Pulumi.Kubernetes.Networking.V1;
using Pulumi.Kubernetes.Policy.V1;
using Pulumi.Kubernetes.Types.Inputs.Apps.V1;
using Pulumi.Kubernetes.Types.Inputs.Autoscaling.V2;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Networking.V1;
using Pulumi.Kubernetes.Types.Inputs.Policy.V1;
using Deployment = Pulumi.Kubernetes.Apps.V1.Deployment;

namespace MlTa.Components.Workloads;

internal sealed record WorkloadArgs
{
    public required WorkloadNamespace Namespace { get; init; }

    public required ContainerArgs Container { get; init; }

    public required WorkloadScale Scale { get; init; }

    /// <summary>When its pods were last to be restarted; null for never.</summary>
    public required string? RestartedAt { get; init; }

    /// <summary>The lineage whose address its pods are told, which they read at their start only; null where there is only ever one.</summary>
    public required int? DatabaseGeneration { get; init; }

    public required IReadOnlyList<ZoneAddresses> Zones { get; init; }

    /// <summary>What has to be done before its pods start.</summary>
    public required IReadOnlyList<Resource> StartsAfter { get; init; }
}

/// <summary>One deployment of the application: its pods, how many there are, and how many may be missing.</summary>
public sealed class Workload : ComponentResource
{
    /// <summary>Of the processor that a pod requests; assumed. Above it there are more pods, below it fewer.</summary>
    private const int TargetUtilizationPercent = 70;

    /// <summary>What <c>kubectl rollout restart</c> sets (kubernetes/kubectl, pkg/polymorphichelpers/objectrestarter.go).</summary>
    private const string RestartAnnotation = "kubectl.kubernetes.io/restartedAt";

    /// <summary>A secret that changes restarts nobody: pods would go on with the database before.</summary>
    private const string LineageAnnotation = "ml-ta/database-generation";

    private readonly string _name;
    private readonly string _app;
    private readonly WorkloadArgs _args;

    /// <param name="app">The name in the cluster, of the deployment and of its service account.</param>
    internal Workload(string name, string app, WorkloadArgs args, ComponentResourceOptions? options = null)
        : base("ml-ta:index:Workload", name, options)
    {
        (_name, _app, _args) = (name, app, args);
        DeclareDeployment();
        DeclareDisruptionBudget();
        if (args.Scale is WorkloadScale.Between limits)
        {
            // After nothing: a failover's additional pods start while the database is still being promoted.
            DeclareAutoscaler(limits);
        }

        Declare("stores", PodTraffic.ToStores(app, args.Zones));
        RegisterOutputs();
    }

    private ObjectMetaArgs Named(string name) => new() { Name = name, Namespace = _args.Namespace.Name };

    private void DeclareDeployment()
    {
        var pods = PodTemplates.Spec(_app, _args.Container);
        pods.TerminationGracePeriodSeconds = AppContainers.TerminationGraceSeconds;
        pods.TopologySpreadConstraints = PodTemplates.Spread(_app);

        var spec = new DeploymentSpecArgs
        {
            Selector = new LabelSelectorArgs { MatchLabels = WorkloadNames.LabelsOf(_app) },
            Strategy = new DeploymentStrategyArgs
            {
                Type = "RollingUpdate",
                RollingUpdate = new RollingUpdateDeploymentArgs { MaxUnavailable = 0, MaxSurge = 1 },
            },
            Template = PodTemplates.Of(_app, pods, (RestartAnnotation, _args.RestartedAt), (LineageAnnotation, _args.DatabaseGeneration is { } generation ? $"{generation}" : null)),
        };
        if (_args.Scale is WorkloadScale.Fixed scale)
        {
            // Otherwise left out: the number is the autoscaler's, and naming it would take it back at every change. A number that is
            // dropped becomes Kubernetes' default, 1, until the autoscaler looks at it.
            spec.Replicas = scale.Replicas;
        }

        var metadata = Named(_app);
        metadata.Labels = WorkloadNames.LabelsOf(_app);
        // The autoscaler's number belongs to it, and the server refuses another's. To take it back, as fencing must, needs force.
        metadata.Annotations = new() { ["pulumi.com/patchForce"] = "true" };
        new Deployment(_name, new() { Metadata = metadata, Spec = spec }, new() { Parent = this, DependsOn = [.. _args.StartsAfter] });
    }

    private void DeclareDisruptionBudget() => new PodDisruptionBudget(_name, new()
    {
        Metadata = Named(_app),
        Spec = new PodDisruptionBudgetSpecArgs
        {
            // Not a minimum: that would forbid to empty the node of a workload with a single replica.
            MaxUnavailable = 1,
            // A pod that never became ready protects nobody, and would keep its node forever.
            UnhealthyPodEvictionPolicy = "AlwaysAllow",
            Selector = new LabelSelectorArgs { MatchLabels = WorkloadNames.LabelsOf(_app) },
        },
    }, new() { Parent = this });

    private void DeclareAutoscaler(WorkloadScale.Between limits) => new HorizontalPodAutoscaler(_name, new()
    {
        Metadata = Named(_app),
        Spec = new HorizontalPodAutoscalerSpecArgs
        {
            ScaleTargetRef = new CrossVersionObjectReferenceArgs { ApiVersion = "apps/v1", Kind = "Deployment", Name = _app },
            MinReplicas = limits.Minimum,
            MaxReplicas = limits.Maximum,
            Metrics =
            {
                new MetricSpecArgs
                {
                    Type = "Resource",
                    Resource = new ResourceMetricSourceArgs
                    {
                        Name = "cpu",
                        Target = new MetricTargetArgs { Type = "Utilization", AverageUtilization = TargetUtilizationPercent },
                    },
                },
            },
        },
    }, new() { Parent = this });

    private void Declare(string policy, NetworkPolicySpecArgs spec) => new NetworkPolicy($"{_name}-{policy}", new()
    {
        Metadata = Named($"{_app}-{policy}"),
        Spec = spec,
    }, new() { Parent = this });
}
