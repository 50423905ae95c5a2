using MlTa.Components;
using MlTa.Components.Compute;
using MlTa.Naming;
using MlTa.Settings;

namespace MlTa.Topology;

/// <summary>What one stack declares. Run by the engine, by the offline commands and by the tests alike.</summary>
public static class RegionTopology
{
    /// <summary>How often the provider repeats a failed call; assumed to be enough. Its default of 25, with growing pauses, makes an outage look like a hang.</summary>
    private const int MaximumRetries = 5;

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
        MonitoringTopology.Declare(region, serving, databases.Current, buckets);
        return region.Outputs;
    }

    private static DeclaredRegion DeclareRegion(StackSettings settings)
    {
        var provider = DeclareProvider(settings);
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

        return new(endpoint, TrafficTopology.DeclareFailover(region, endpoint, database), workloads);
    }

    /// <summary>The stack's only AWS provider: one for another region would fail, or hang, with that region.</summary>
    private static Pulumi.Aws.Provider DeclareProvider(StackSettings settings) => new(settings.Region, new()
    {
        Region = settings.Region,
        AllowedAccountIds = { settings.Account },
        MaxRetries = MaximumRetries,
        DefaultTags = new Pulumi.Aws.Inputs.ProviderDefaultTagsArgs
        {
            // Nothing that a failover changes: it would touch every resource.
            Tags = { ["project"] = settings.Prefix, ["stack"] = settings.Stack, ["managed-by"] = "pulumi" },
        },
    });
}
