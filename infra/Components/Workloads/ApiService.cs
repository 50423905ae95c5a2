using MlTa.Naming;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Networking.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace MlTa.Components.Workloads;

public sealed record ApiServiceArgs
{
    public required WorkloadNamespace Namespace { get; init; }

    public required IReadOnlyList<ZoneAddresses> Zones { get; init; }
}

/// <summary>
/// How requests reach the API's pods: from the load balancer over a port of every node. The load balancer is declared in AWS and not by
/// Kubernetes, so that it and its certificate are there before the cluster answers.
/// </summary>
public sealed class ApiService : ComponentResource
{
    public ApiService(string name, ApiServiceArgs args, ComponentResourceOptions? options = null)
        : base("ml-ta:index:ApiService", name, options)
    {
        new Service(name, new()
        {
            Metadata = Named(WorkloadNames.Api, args),
            Spec = new ServiceSpecArgs
            {
                Type = "NodePort",
                Selector = WorkloadNames.LabelsOf(WorkloadNames.Api),
                // A node without a pod passes requests on, so that a pod that moves takes no node out of the load balancer.
                ExternalTrafficPolicy = "Cluster",
                Ports =
                {
                    new ServicePortArgs
                    {
                        Name = "http",
                        // The same as the container's: the VPC CNI judges both by one rule (EKS user guide, "Limit Pod traffic with
                        // Kubernetes network policies").
                        Port = ApiPorts.Container,
                        TargetPort = ApiPorts.Container,
                        NodePort = ApiPorts.Node,
                    },
                },
            },
        }, new() { Parent = this });

        new NetworkPolicy(name, new()
        {
            Metadata = Named($"{WorkloadNames.Api}-ingress", args),
            Spec = PodTraffic.FromNodes(WorkloadNames.Api, args.Zones),
        }, new() { Parent = this });
        RegisterOutputs();
    }

    private static ObjectMetaArgs Named(string name, ApiServiceArgs args) => new() { Name = name, Namespace = args.Namespace.Name };
}
