using System.Text.Json;
using MlTa.Naming;

namespace MlTa.Components.Compute;

/// <summary>
/// An EKS add-on. Without a version: EKS then takes the one that fits the cluster's when it is made. A version here would have to follow
/// each upgrade of the cluster, and a region that is rebuilt after a year could no longer get it.
/// </summary>
/// <param name="Name">As EKS calls it.</param>
public sealed record ClusterAddon(string Name)
{
    /// <summary>The service account that it speaks to AWS as, and the role of that; null for add-ons that do not.</summary>
    public (string ServiceAccount, Output<string> RoleArn)? Identity { get; init; }

    public IReadOnlyDictionary<string, string>? Configuration { get; init; }

    /// <summary>Null without configuration.</summary>
    public string? ConfigurationJson => Configuration is null ? null : JsonSerializer.Serialize(Configuration);

    /// <summary>What a node needs to become ready, and pods for the rights of their roles.</summary>
    public static IReadOnlyList<ClusterAddon> BeforeNodes(ClusterRoles roles) =>
    [
        new("vpc-cni")
        {
            Identity = ("aws-node", roles.ArnOf(ServiceAccount.PodNetwork)),
            // Without it network policies are accepted and nobody enforces them. Text, as the add-on's schema wants.
            Configuration = new Dictionary<string, string> { ["enableNetworkPolicy"] = "true" },
        },
        new("kube-proxy"),
        new("eks-pod-identity-agent"),
    ];

    /// <summary>What runs on nodes.</summary>
    public static IReadOnlyList<ClusterAddon> AfterNodes(ClusterRoles roles) =>
    [
        new("coredns"),
        new("aws-ebs-csi-driver") { Identity = ("ebs-csi-controller-sa", roles.ArnOf(ServiceAccount.Volumes)) },
        // The autoscalers of the workloads ask it.
        new("metrics-server"),
    ];
}
