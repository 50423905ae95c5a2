using MlTa.Naming;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace MlTa.Components.Workloads;

/// <summary>The containers of ML-TA. They depend on the region and the version, never on the role: a failover must not restart them.</summary>
internal static class AppContainers
{
    /// <summary>Requests that are under way end within it, and then the process does.</summary>
    public const int TerminationGraceSeconds = 60;

    /// <summary>Before a pod is told to stop: until then nodes go on sending requests to it. Assumed to be enough for all to hear of it.</summary>
    private const int StopDelaySeconds = 10;

    public static ContainerArgs Api(ContainerImages images, RegionNames names)
    {
        var container = Of(WorkloadNames.Api, images.Api, ContainerResources.Api, names);
        container.Ports = [new ContainerPortArgs { Name = "http", ContainerPortValue = ApiPorts.Container }];
        container.ReadinessProbe = Probes.Readiness();
        // Kubernetes sleeps, so that the image needs no shell.
        container.Lifecycle = new LifecycleArgs
        {
            PreStop = new LifecycleHandlerArgs { Sleep = new SleepActionArgs { Seconds = StopDelaySeconds } },
        };
        return container;
    }

    /// <summary>Nobody sends requests to a worker, so it is ready as soon as it has started.</summary>
    public static ContainerArgs Worker(ContainerImages images, RegionNames names)
    {
        var container = Of(WorkloadNames.Worker, images.Worker, ContainerResources.Worker, names);
        container.Env.Add(Variable("DATA_BUCKET", names.Bucket(BucketPurpose.Data)));
        return container;
    }

    private static ContainerArgs Of(string name, ContainerImage image, ContainerResources resources, RegionNames names) => new()
    {
        Name = name,
        Image = image.ToString(),
        Resources = resources.ToArgs(),
        StartupProbe = Probes.Startup(),
        LivenessProbe = Probes.Liveness(),
        Env =
        {
            ConnectionSecret.Variable("DATABASE_URL", WorkloadNames.DatabaseUrlKey),
            ConnectionSecret.Variable("REDIS_URL", WorkloadNames.RedisUrlKey),
            Variable("MODELS_BUCKET", names.Bucket(BucketPurpose.Models)),
            Variable("AWS_REGION", names.Region),
            Variable("PORT", $"{ApiPorts.Container}"),
        },
    };

    private static EnvVarArgs Variable(string name, string value) => new() { Name = name, Value = value };
}
