using MlTa.Naming;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace MlTa.Components.Workloads;

/// <summary>
/// What the kubelet asks a container. Never <see cref="HealthPaths.Active"/>: a standby would not become ready, and a promotion would restart
/// it. Numbers are assumed.
/// </summary>
internal static class Probes
{
    private const int TimeoutSeconds = 3;

    /// <summary>Five minutes to load the models, during which nobody asks for anything else.</summary>
    public static ProbeArgs Startup() => Of(HealthPaths.Live, periodSeconds: 5, failures: 60);

    /// <summary>Takes a pod out of the Service for as long as it cannot answer.</summary>
    public static ProbeArgs Readiness() => Of(HealthPaths.Ready, periodSeconds: 5, failures: 3);

    /// <summary>Restarts a process that hangs, and no other: it asks for nothing that depends on a database.</summary>
    public static ProbeArgs Liveness() => Of(HealthPaths.Live, periodSeconds: 10, failures: 6);

    private static ProbeArgs Of(string path, int periodSeconds, int failures) => new()
    {
        HttpGet = new HTTPGetActionArgs { Path = path, Port = ApiPorts.Container },
        PeriodSeconds = periodSeconds,
        TimeoutSeconds = TimeoutSeconds,
        FailureThreshold = failures,
    };
}
