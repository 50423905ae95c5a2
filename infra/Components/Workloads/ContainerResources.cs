using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace MlTa.Components.Workloads;

/// <summary>
/// What a container is given. Memory is requested in full, so that a node that runs out of it never stops a pod that kept its promise;
/// the processor may be exceeded where it is idle.
/// </summary>
/// <param name="CpuRequest">In Kubernetes' quantities, such as 500m.</param>
/// <param name="CpuLimit">The same.</param>
/// <param name="Memory">Request and limit, such as 512Mi.</param>
internal sealed record ContainerResources(string CpuRequest, string CpuLimit, string Memory)
{
    // All of these are assumed, for want of a measurement.
    public static readonly ContainerResources Api = new("500m", "2", "1Gi");
    public static readonly ContainerResources Worker = new("500m", "2", "2Gi");
    public static readonly ContainerResources Controller = new("100m", "1", "512Mi");
    public static readonly ContainerResources Tool = new("100m", "500m", "256Mi");

    public ResourceRequirementsArgs ToArgs() => new()
    {
        Requests = { ["cpu"] = CpuRequest, ["memory"] = Memory },
        Limits = { ["cpu"] = CpuLimit, ["memory"] = Memory },
    };

    public Dictionary<string, object> ToValues() => new()
    {
        ["requests"] = new Dictionary<string, object> { ["cpu"] = CpuRequest, ["memory"] = Memory },
        ["limits"] = new Dictionary<string, object> { ["cpu"] = CpuLimit, ["memory"] = Memory },
    };
}
