using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Networking.V1;
using Pulumi.Kubernetes.Types.Inputs.Networking.V1;

namespace MlTa.Components.Workloads;

public sealed record WorkloadNamespaceArgs
{
    /// <summary>Whether its pods ask the API server, whose address is one of the cluster's services.</summary>
    public required bool AsksApiServer { get; init; }
}

/// <summary>A namespace that lets in restricted pods only, and these speak to nobody but DNS, AWS and whom another policy names.</summary>
public sealed class WorkloadNamespace : ComponentResource
{
    private readonly string _name;

    /// <param name="name">The name in the cluster too.</param>
    public WorkloadNamespace(string name, WorkloadNamespaceArgs args, ComponentResourceOptions? options = null)
        : base("ml-ta:index:WorkloadNamespace", name, options)
    {
        _name = name;
        var space = new Namespace(name, new()
        {
            Metadata = new Pulumi.Kubernetes.Types.Inputs.Meta.V1.ObjectMetaArgs
            {
                Name = name,
                Labels =
                {
                    ["pod-security.kubernetes.io/enforce"] = RestrictedPods.Level,
                    ["pod-security.kubernetes.io/enforce-version"] = "latest",
                },
            },
        }, new() { Parent = this });
        Name = space.Metadata.Apply(metadata => metadata.Name);

        Declare("default-deny", PodTraffic.Nothing());
        Declare("dns", PodTraffic.ToDns());
        Declare("pod-identity", PodTraffic.ToIdentityAgent());
        Declare("https", PodTraffic.ToHttps(args.AsksApiServer));
        RegisterOutputs();
    }

    /// <summary>Known once the namespace exists, so that whatever goes there waits for it.</summary>
    [Output]
    public Output<string> Name { get; private set; }

    private void Declare(string policy, NetworkPolicySpecArgs spec) => new NetworkPolicy($"{_name}-{policy}", new()
    {
        Metadata = new Pulumi.Kubernetes.Types.Inputs.Meta.V1.ObjectMetaArgs { Name = policy, Namespace = Name },
        Spec = spec,
    }, new() { Parent = this });
}
