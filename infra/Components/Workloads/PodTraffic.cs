using MlTa.Naming;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Networking.V1;

namespace MlTa.Components.Workloads;

/// <summary>Network policies. The VPC CNI enforces them, where its add-on is told to.</summary>
internal static class PodTraffic
{
    private const int DnsPort = 53;
    private const int HttpsPort = 443;
    private const string Anywhere = "0.0.0.0/0";

    /// <summary>Where the agent of EKS Pod Identity answers, on every node: EKS user guide, "Set up the Amazon EKS Pod Identity Agent".</summary>
    private const string IdentityAgent = "169.254.170.23/32";
    private const int IdentityAgentPort = 80;

    /// <summary>Private, shared (RFC 6598) and link-local addresses: neighbours and the nodes' metadata service, never AWS's public APIs.</summary>
    private static readonly string[] s_inside = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "169.254.0.0/16"];

    public static NetworkPolicySpecArgs Nothing() => new() { PodSelector = EveryPod(), PolicyTypes = { "Ingress", "Egress" } };

    public static NetworkPolicySpecArgs ToDns() => To(EveryPod(), new NetworkPolicyEgressRuleArgs
    {
        To =
        {
            new NetworkPolicyPeerArgs
            {
                NamespaceSelector = new LabelSelectorArgs { MatchLabels = { [WorkloadNames.NamespaceNameLabel] = WorkloadNames.SystemNamespace } },
                PodSelector = new LabelSelectorArgs { MatchLabels = { ["k8s-app"] = "kube-dns" } },
            },
        },
        Ports = { Port(DnsPort, "UDP"), Port(DnsPort) },
    });

    public static NetworkPolicySpecArgs ToIdentityAgent() => To(EveryPod(), new NetworkPolicyEgressRuleArgs
    {
        To = { Addresses(IdentityAgent) },
        Ports = { Port(IdentityAgentPort) },
    });

    /// <param name="alsoInside">Whether private addresses are included, as the API server's is.</param>
    public static NetworkPolicySpecArgs ToHttps(bool alsoInside) => To(EveryPod(), new NetworkPolicyEgressRuleArgs
    {
        To = { alsoInside ? Addresses(Anywhere) : new() { IpBlock = new IPBlockArgs { Cidr = Anywhere, Except = s_inside } } },
        Ports = { Port(HttpsPort) },
    });

    /// <summary>Database and cache, which are in the private subnets of their own region and nowhere else.</summary>
    public static NetworkPolicySpecArgs ToStores(string app, IEnumerable<ZoneAddresses> zones) => To(Pods(app), new NetworkPolicyEgressRuleArgs
    {
        To = Private(zones),
        Ports = { Port(DatabaseFoundation.Port), Port(Cache.Port) },
    });

    public static NetworkPolicySpecArgs ToApi(string app) => To(Pods(app), new NetworkPolicyEgressRuleArgs
    {
        To = { new NetworkPolicyPeerArgs { PodSelector = Pods(WorkloadNames.Api) } },
        Ports = { Port(ApiPorts.Container) },
    });

    /// <summary>
    /// From the private subnets, whose addresses the nodes have: what the load balancer sends to a node reaches the pod with that node's
    /// address, whichever node the pod is on (Kubernetes, "Using Source IP"). The heartbeat's pods are there as well.
    /// </summary>
    public static NetworkPolicySpecArgs FromNodes(string app, IEnumerable<ZoneAddresses> zones) => new()
    {
        PodSelector = Pods(app),
        PolicyTypes = { "Ingress" },
        Ingress = { new NetworkPolicyIngressRuleArgs { From = Private(zones), Ports = { Port(ApiPorts.Container) } } },
    };

    private static NetworkPolicySpecArgs To(LabelSelectorArgs pods, NetworkPolicyEgressRuleArgs rule) =>
        new() { PodSelector = pods, PolicyTypes = { "Egress" }, Egress = { rule } };

    private static LabelSelectorArgs EveryPod() => new();

    private static LabelSelectorArgs Pods(string app) => new() { MatchLabels = WorkloadNames.LabelsOf(app) };

    private static InputList<NetworkPolicyPeerArgs> Private(IEnumerable<ZoneAddresses> zones) =>
        zones.Select(zone => Addresses(zone.Private.ToString())).ToArray();

    private static NetworkPolicyPeerArgs Addresses(string range) => new() { IpBlock = new IPBlockArgs { Cidr = range } };

    private static NetworkPolicyPortArgs Port(int port, string protocol = "TCP") => new() { Port = port, Protocol = protocol };
}
