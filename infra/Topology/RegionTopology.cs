using MlTa.Components;
using MlTa.Components.Compute;
using MlTa.Naming;
using MlTa.Settings;

namespace MlTa.Topology;

/// <summary>What a stack that stands declares: one region, in its role.</summary>
public static class RegionTopology
{
    /// <returns>The stack's outputs.</returns>
    public static IDictionary<string, object?> Declare(StackSettings settings)
    {
        var region = DeclareRegion(settings);

        var foundation = DatabaseTopology.DeclareFoundation(region);
        var databases = DatabaseTopology.Declare(region, foundation);
        BackupTopology.Declare(region, foundation);
        var buckets = StorageTopology.Declare(region);

        var roles = ClusterTopology.DeclareRoles(region);
        var serving = settings.CanServe ? DeclareServing(region, foundation, databases.Current, roles) : null;
        DatabaseTopology.DeclareEmergencySnapshots(region, databases, serving?.Workloads ?? []);
        var serviceAlarm = MonitoringTopology.Declare(region, serving, databases.Current, buckets);
        if (settings.Tier == Tier.Serving)
        {
            ExperimentTopology.Declare(region, serving!, serviceAlarm!.Arn);
        }

        return region.Outputs;
    }

    private static DeclaredRegion DeclareRegion(StackSettings settings)
    {
        var provider = ProviderTopology.Declare(settings, ProviderTopology.TagsOf(settings));
        var options = new ComponentResourceOptions { Providers = { provider } };
        var keys = Enum.GetValues<KeyPurpose>().ToDictionary(purpose => purpose, purpose =>
            new EncryptionKey($"{SettingNames.Of(purpose)}-key", new() { Names = settings.Names, Purpose = purpose }, options));
        var network = new Network("network", new() { Settings = settings.Network, Names = settings.Names }, options);

        return new(settings, provider, keys, network, new() { ["vpcId"] = network.VpcId });
    }

    private static ServingRegion DeclareServing(DeclaredRegion region, DatabaseFoundation foundation, Database? database, ClusterRoles roles)
    {
        var cache = CacheTopology.Declare(region);
        var cluster = ClusterTopology.Declare(region, roles);
        StoreAccessTopology.Declare(region, cluster, foundation, cache);
        var endpoint = TrafficTopology.DeclareEndpoint(region, cluster);
        var workloads = WorkloadTopology.Declare(region, cluster, database, cache);
        if (region.Settings.Tier == Tier.Archive)
        {
            TrafficTopology.DeclareTakeover(region, endpoint, database!);
        }

        return new(cluster.Cluster, endpoint, TrafficTopology.DeclareFailover(region, endpoint, database), workloads);
    }
}
