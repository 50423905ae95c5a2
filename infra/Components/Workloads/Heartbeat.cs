using MlTa.Naming;
using Pulumi.Kubernetes.Batch.V1;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Networking.V1;
using Pulumi.Kubernetes.Types.Inputs.Batch.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace MlTa.Components.Workloads;

internal sealed record HeartbeatArgs
{
    public required WorkloadNamespace Namespace { get; init; }

    public required ContainerImages Images { get; init; }

    public required RegionNames Names { get; init; }

    /// <summary>Who is told: the regions of the other stacks. In its own it would fall silent with what it speaks for, so that alone is not enough.</summary>
    public required IReadOnlyList<string> Regions { get; init; }

    public required PodIdentity Identity { get; init; }
}

/// <summary>Once a minute, a word to the other regions from where the API is: that the region is heard, and whether it is the active one.</summary>
public sealed class Heartbeat : ComponentResource
{
    private const string EveryMinute = "* * * * *";

    /// <summary>Below a minute, so that a run which hangs does not cost the next one.</summary>
    private const int DeadlineSeconds = 50;

    private const string Script = "heartbeat.sh";
    private const string Folder = "/heartbeat";

    internal Heartbeat(string name, HeartbeatArgs args, ComponentResourceOptions? options = null)
        : base("ml-ta:index:Heartbeat", name, options)
    {
        ObjectMetaArgs Named(string physical) => new() { Name = physical, Namespace = args.Namespace.Name };

        var script = new ConfigMap(name, new()
        {
            Metadata = Named(WorkloadNames.Heartbeat),
            Data = { [Script] = ReadScript() },
        }, new() { Parent = this });

        new NetworkPolicy($"{name}-api", new()
        {
            Metadata = Named($"{WorkloadNames.Heartbeat}-api"),
            Spec = PodTraffic.ToApi(WorkloadNames.Heartbeat),
        }, new() { Parent = this });

        var pod = PodTemplates.Spec(WorkloadNames.Heartbeat, ContainerOf(args), new VolumeArgs
        {
            Name = name,
            ConfigMap = new ConfigMapVolumeSourceArgs { Name = WorkloadNames.Heartbeat },
        });
        pod.RestartPolicy = "Never";
        new CronJob(name, new()
        {
            Metadata = Named(WorkloadNames.Heartbeat),
            Spec = new CronJobSpecArgs
            {
                Schedule = EveryMinute,
                ConcurrencyPolicy = "Forbid",
                // Without it, 100 runs that were missed while the cluster was down would be the end of all others (Kubernetes, "CronJob").
                StartingDeadlineSeconds = DeadlineSeconds,
                SuccessfulJobsHistoryLimit = 1,
                FailedJobsHistoryLimit = 3,
                JobTemplate = new JobTemplateSpecArgs
                {
                    Spec = new JobSpecArgs
                    {
                        // The next minute is the next try.
                        BackoffLimit = 0,
                        ActiveDeadlineSeconds = DeadlineSeconds,
                        Template = PodTemplates.Of(WorkloadNames.Heartbeat, pod),
                    },
                },
            },
        }, new() { Parent = this, DependsOn = { script, args.Identity } });
        RegisterOutputs();

        ContainerArgs ContainerOf(HeartbeatArgs of) => new()
        {
            Name = WorkloadNames.Heartbeat,
            Image = of.Images.AwsCli.ToString(),
            Command = { "/bin/sh", $"{Folder}/{Script}" },
            Resources = ContainerResources.Tool.ToArgs(),
            VolumeMounts = { new VolumeMountArgs { Name = name, MountPath = Folder, ReadOnly = true } },
            Env = EnvironmentOf(of).Select(variable => new EnvVarArgs { Name = variable.Name, Value = variable.Value }).ToArray(),
        };
    }

    private static (string Name, string Value)[] EnvironmentOf(HeartbeatArgs args) =>
    [
        ("HEALTH_URL", $"{WorkloadNames.ApiUrl}{HealthPaths.Active}"),
        ("REGIONS", string.Join(' ', args.Regions)),
        ("METRIC_NAMESPACE", RecoveryMetrics.Namespace),
        ("METRIC_NAME", RecoveryMetrics.Active),
        ("METRIC_DIMENSIONS", $"{RecoveryMetrics.StackDimension}={args.Names.Stack}"),
        // Where the CLI keeps what it remembers; the rest of its file system is read-only.
        ("HOME", RestrictedPods.TemporaryFolder),
        ("AWS_MAX_ATTEMPTS", "2"),
    ];

    private static string ReadScript()
    {
        using var reader = new StreamReader(typeof(Heartbeat).Assembly.GetManifestResourceStream(Script)!);
        return reader.ReadToEnd();
    }
}
