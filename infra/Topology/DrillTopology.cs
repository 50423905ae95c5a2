using MlTa.Components;
using MlTa.Components.Compute;
using MlTa.Components.Drills;
using MlTa.Naming;
using MlTa.Settings.Drills;

namespace MlTa.Topology;

/// <summary>
/// What a drill declares: a copy restored in a network that leads nowhere, what it takes to serve from it, and the checks that decide whether
/// the recovery worked. It has no key, vault, bucket, alarm, address or account-wide setting of its own, so nothing of it is left when it is destroyed.
/// </summary>
internal static class DrillTopology
{
    /// <summary>Whose removal is overdue is told by it, without Pulumi.</summary>
    private const string ExpiresTag = "expires";

    /// <returns>The stack's outputs.</returns>
    public static IDictionary<string, object?> Declare(DrillSettings settings)
    {
        var tags = ProviderTopology.TagsOf(settings).Append(new(ExpiresTag, settings.Drill.Expires)).ToDictionary();
        var provider = ProviderTopology.Declare(settings, tags);
        var options = new ComponentResourceOptions { Providers = { provider } };

        var network = new IsolatedNetwork("network", new()
        {
            Settings = settings.Network,
            Names = settings.Names,
            ReadableBucketArn = settings.RehearsedNames.BucketArn(BucketPurpose.Models),
        }, options);
        var database = new RestoredDatabase("database", new()
        {
            Restore = settings.Restore,
            Settings = settings.Database,
            Names = settings.Names,
            Network = network,
            Password = settings.DatabasePassword,
        }, options);
        var cache = new Cache("cache", new()
        {
            Settings = settings.Cache,
            Names = settings.Names,
            Network = network,
            KeyArn = null,
            Token = settings.CacheToken,
            IsForDrill = true,
        }, options);

        var cluster = DeclareCluster(settings, network, tags, provider, options);
        var access = new StoreAccess("store-access", new()
        {
            ClusterSecurityGroupId = cluster.Cluster.SecurityGroupId,
            CacheSecurityGroupId = cache.SecurityGroupId,
            DatabaseSecurityGroupId = database.SecurityGroupId,
        }, options);

        DrillWorkloads.Declare(settings, network, cluster, database, cache, access);
        return new Dictionary<string, object?>
        {
            ["region"] = settings.Region,
            ["cluster"] = cluster.Cluster.Name,
            ["restoredTo"] = settings.Restore.Time,
            [ExpiresTag] = settings.Drill.Expires,
        };
    }

    private static ServingCluster DeclareCluster(
        DrillSettings settings, IsolatedNetwork network, IReadOnlyDictionary<string, string> tags, Pulumi.Aws.Provider provider, ComponentResourceOptions options)
    {
        var roles = new ClusterRoles("cluster", new()
        {
            Names = settings.Names,
            // Of a form that no role of production has: who deploys drills may make and pass these and no others.
            NamePrefix = settings.Names.Drill,
            Accounts = [ServiceAccount.Api, ServiceAccount.PodNetwork],
            RightsOf = _ => Output.Create(PodRights.ReadModelsOf(settings.RehearsedNames)),
        }, options);
        var cluster = new Cluster("cluster", new()
        {
            Settings = settings.Cluster,
            Names = settings.Names,
            Network = network,
            KeyArn = null,
            Roles = roles,
            Administrators = [new("deploy", settings.Names.DrillDeployRoleArn)],
            Addons = [new("coredns")],
            NodeTags = tags,
            IsForDrill = true,
        }, options);
        return new(cluster, roles, new() { Providers = { provider, ClusterTopology.DeclareProvider(settings, cluster) } });
    }
}
