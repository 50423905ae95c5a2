using MlTa.Components.Compute;
using MlTa.Naming;
using MlTa.Settings;

namespace MlTa.Topology;

/// <summary>The cluster of a region, and the roles in it.</summary>
internal static class ClusterTopology
{
    /// <summary>In every region: without us-east-1, where IAM is changed, an archive could not make them when it needs them.</summary>
    public static ClusterRoles DeclareRoles(DeclaredRegion region) => new("cluster", new()
    {
        Names = region.Names,
        Accounts = Enum.GetValues<ServiceAccount>(),
        RightsOf = account => region.KeyArn(KeyPurpose.Storage).Apply(key => PodRights.Of(account, region.Names, key)),
    }, region.Options);

    public static ServingCluster Declare(DeclaredRegion region, ClusterRoles roles)
    {
        var cluster = new Cluster("cluster", new()
        {
            Settings = region.Settings.Cluster,
            Names = region.Names,
            Network = region.Network,
            KeyArn = region.KeyArn(KeyPurpose.Cluster),
            Roles = roles,
            Administrators = [new("deploy", region.Names.DeployRoleArn), new("break-glass", region.Names.BreakGlassRoleArn)],
            Addons = ClusterAddon.AfterNodes(roles),
            NodeTags = new Dictionary<string, string> { ["project"] = region.Names.Prefix, ["stack"] = region.Names.Stack },
        }, region.Options);

        return new(cluster, roles, new() { Providers = { region.Provider, DeclareProvider(region.Settings, cluster) } });
    }

    /// <summary>Named after its cluster, as the AWS provider is after its region.</summary>
    public static Pulumi.Kubernetes.Provider DeclareProvider(DeployedSettings settings, Cluster cluster) => new(settings.Names.Cluster, new()
    {
        KubeConfig = Output.Tuple(cluster.Endpoint, cluster.CertificateAuthority)
            .Apply(server => Kubeconfig.Json(settings.Names.Cluster, settings.Region, server.Item1, server.Item2)),
        // With it a new address or certificate of the same cluster replaces nothing.
        ClusterIdentifier = cluster.Arn,
        EnableServerSideApply = true,
        // Otherwise a changed secret is deleted and made again, and pods that start meanwhile miss it.
        EnableSecretMutable = true,
        SkipUpdateUnreachable = settings.Cluster.SkipUnreachable,
        DeleteUnreachable = settings.Cluster.ForgetUnreachable,
    }, new()
    {
        // Nodes, add-ons and the entry of whoever deploys: before, no object could be made or become ready.
        DependsOn = { cluster },
    });
}
