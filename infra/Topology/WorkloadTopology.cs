using MlTa.Components;
using MlTa.Components.Workloads;
using MlTa.Naming;
using MlTa.Settings;

namespace MlTa.Topology;

/// <summary>What runs in the cluster in the stack's role.</summary>
internal static class WorkloadTopology
{
    /// <returns>What uses the database; nothing where there is none.</returns>
    public static IReadOnlyList<Workload> Declare(DeclaredRegion region, ServingCluster cluster, Database? database, Cache cache)
    {
        var settings = region.Settings;
        var images = new ContainerImages(settings.Workloads.Registry, settings.Workloads.Version);
        var application = new WorkloadNamespace(WorkloadNames.Namespace, new() { AsksApiServer = false }, cluster.Options);
        DeclareTools(region, cluster, images);

        // A standby whose writer does not exist yet: an application without a database would never become ready, and fail the deployment.
        if (database is null)
        {
            return [];
        }

        var connections = new ConnectionSecret("connections", new()
        {
            Namespace = application,
            DatabaseAddress = database.Address,
            DatabasePassword = settings.DatabasePassword,
            CacheAddress = cache.Address,
            CacheToken = settings.CacheToken,
        }, cluster.Options);
        new ApiService("api", new() { Namespace = application, Zones = region.Network.Zones }, cluster.Options);
        var api = new Workload("api", WorkloadNames.Api, new()
        {
            Namespace = application,
            Container = AppContainers.Api(images, region.Names),
            Scale = WorkloadScale.OfApi(settings.Workloads, settings.Role),
            RestartedAt = settings.Workloads.RestartedAt,
            DatabaseGeneration = settings.Database.Generation,
            Zones = region.Network.Zones,
            StartsAfter = [connections, Identity(ServiceAccount.Api, application.Name)],
        }, cluster.Options);
        var worker = new Workload("worker", WorkloadNames.Worker, new()
        {
            Namespace = application,
            Container = AppContainers.Worker(images, region.Names),
            Scale = WorkloadScale.OfWorker(settings.Workloads, settings.Role),
            RestartedAt = settings.Workloads.RestartedAt,
            DatabaseGeneration = settings.Database.Generation,
            Zones = region.Network.Zones,
            // The database: workers write, which they cannot before the promotion.
            StartsAfter = [connections, Identity(ServiceAccount.Worker, application.Name), database],
        }, cluster.Options);

        var heartbeat = Identity(ServiceAccount.Heartbeat, application.Name);
        if (settings.IsServing)
        {
            new Heartbeat("heartbeat", new()
            {
                Namespace = application,
                Images = images,
                Names = region.Names,
                Regions = HeartbeatRegions(settings),
                Identity = heartbeat,
            }, cluster.Options);
        }

        return [api, worker];

        PodIdentity Identity(ServiceAccount account, Output<string> space) => IdentityOf(account, space, asksApiServer: false, cluster);
    }

    /// <summary>
    /// The other regions, which notice when this one is lost. An archive that serves tells itself too: its peers may never hear it.
    /// </summary>
    private static IReadOnlyList<string> HeartbeatRegions(StackSettings settings) =>
        [.. settings.ExistingPeers.Select(peer => peer.Region), .. settings.Tier == Tier.Archive ? [settings.Region] : Array.Empty<string>()];

    /// <summary>In every role, so that a failover changes nothing about them.</summary>
    private static void DeclareTools(DeclaredRegion region, ServingCluster cluster, ContainerImages images)
    {
        var settings = region.Settings;
        new ClusterAutoscaler("cluster-autoscaler", new()
        {
            ChartRepository = settings.Workloads.ChartRepository,
            Images = images,
            Names = region.Names,
            Identity = IdentityOf(ServiceAccount.ClusterAutoscaler, WorkloadNames.SystemNamespace, asksApiServer: true, cluster),
        }, cluster.Options);

        var space = new WorkloadNamespace(WorkloadNames.VeleroNamespace, new() { AsksApiServer = true }, cluster.Options);
        new Velero("velero", new()
        {
            Namespace = space,
            ChartRepository = settings.Workloads.ChartRepository,
            Images = images,
            Names = region.Names,
            OtherStacks = [.. settings.ExistingPeers.Where(peer => peer.Tier == Tier.Serving).Select(peer => peer.Stack)],
            Identity = IdentityOf(ServiceAccount.Velero, space.Name, asksApiServer: true, cluster),
        }, cluster.Options);
    }

    private static PodIdentity IdentityOf(ServiceAccount account, Input<string> space, bool asksApiServer, ServingCluster cluster) =>
        new(Words.Kebab(account), new()
        {
            Account = account,
            Cluster = cluster.Cluster,
            Roles = cluster.Roles,
            Namespace = space,
            AsksApiServer = asksApiServer,
        }, cluster.Options);
}
