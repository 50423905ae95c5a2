using MlTa.Naming;
using MlTa.Settings;

namespace MlTa.Components.Compute;

public sealed record ClusterArgs
{
    public required ClusterSettings Settings { get; init; }

    public required RegionNames Names { get; init; }

    public required IPrivateNetwork Network { get; init; }

    /// <summary>
    /// Null for AWS's own key, and no log: EKS makes the log's group again when it delivers the last entries of a cluster that is gone, and of a drill
    /// nothing may stay (terraform-aws-eks, issue 920).
    /// </summary>
    public required Output<string>? KeyArn { get; init; }

    public required ClusterRoles Roles { get; init; }

    /// <summary>Nobody else administers the cluster, not even whoever makes it.</summary>
    public required IReadOnlyList<ClusterAdministrator> Administrators { get; init; }

    /// <summary>What runs on nodes.</summary>
    public required IReadOnlyList<ClusterAddon> Addons { get; init; }

    /// <summary>Of each node and its volume: the provider's stay on the template.</summary>
    public required IReadOnlyDictionary<string, string> NodeTags { get; init; }

    /// <summary>Whether it may be deleted by whoever deploys it.</summary>
    public bool IsForDrill { get; init; }
}

/// <summary>
/// A region's EKS cluster with its nodes, its add-ons and its administrators. The same in every role: making any of it takes longer than a
/// failover may, and the load balancers and clusters of any region need Route 53 in us-east-1 to be made.
/// </summary>
public sealed class Cluster : ComponentResource
{
    public Cluster(string name, ClusterArgs args, ComponentResourceOptions? options = null)
        : base("ml-ta:index:Cluster", name, options)
    {
        var asChild = new ComponentResourceOptions { Parent = this };
        var controlPlane = new ControlPlane(name, args, asChild);

        // Nodes are ready once pods can have addresses, so these do not wait for any.
        var nodeAddons = new ClusterAddons($"{name}-node-addons", new()
        {
            ClusterName = controlPlane.Name,
            Addons = ClusterAddon.BeforeNodes(args.Roles),
            WaitsFor = controlPlane,
        }, asChild);

        var nodes = new NodeGroups($"{name}-nodes", new()
        {
            Cluster = args,
            ClusterName = controlPlane.Name,
            WaitsFor = nodeAddons,
        }, asChild);

        // EKS waits until these run, so without nodes it would wait in vain.
        new ClusterAddons($"{name}-addons", new()
        {
            ClusterName = controlPlane.Name,
            Addons = args.Addons,
            WaitsFor = nodes,
        }, asChild);

        Name = controlPlane.Name;
        Arn = controlPlane.Arn;
        Endpoint = controlPlane.Endpoint;
        CertificateAuthority = controlPlane.CertificateAuthority;
        SecurityGroupId = controlPlane.SecurityGroupId;
        AutoscalingGroupNames = nodes.AutoscalingGroupNames;
        NodeGroupArns = nodes.GroupArns;
        RegisterOutputs();
    }

    [Output]
    public Output<string> Name { get; private set; }

    [Output]
    public Output<string> Arn { get; private set; }

    [Output]
    public Output<string> Endpoint { get; private set; }

    /// <summary>The certificate that the API server proves itself with, in base64.</summary>
    [Output]
    public Output<string> CertificateAuthority { get; private set; }

    /// <summary>What the nodes, and so all pods, are in.</summary>
    [Output]
    public Output<string> SecurityGroupId { get; private set; }

    /// <summary>One for each zone, in the order of the zones: what a load balancer sends to.</summary>
    public IReadOnlyList<Output<string>> AutoscalingGroupNames { get; }

    /// <summary>One for each zone, in the order of the zones.</summary>
    public IReadOnlyList<Output<string>> NodeGroupArns { get; }
}
