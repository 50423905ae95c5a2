using MlTa.Components;
using MlTa.Components.Drills;
using MlTa.Components.Validation;
using MlTa.Components.Workloads;
using MlTa.Naming;
using MlTa.Settings.Drills;

namespace MlTa.Topology;

/// <summary>What runs in a drill's cluster: the API on the restored copy, and the checks.</summary>
internal static class DrillWorkloads
{
    /// <summary>One answers as well as many.</summary>
    private static readonly WorkloadScale s_one = new WorkloadScale.Fixed(1);

    /// <summary>A snapshot is cut some time after the moment that it is said to be of; how long is assumed.</summary>
    private static readonly TimeSpan s_cut = TimeSpan.FromMinutes(10);

    /// <summary>Times are whole seconds.</summary>
    private static readonly TimeSpan s_exact = TimeSpan.FromSeconds(1);

    public static void Declare(
        DrillSettings settings, IsolatedNetwork network, ServingCluster cluster, RestoredDatabase database, Cache cache, StoreAccess access)
    {
        var images = new ContainerImages(settings.Workloads.Registry, settings.Workloads.Version);
        // AWS's APIs are endpoints within the VPC here.
        var application = new WorkloadNamespace(WorkloadNames.Namespace, new() { AsksApiServer = true }, cluster.Options);
        var connections = new ConnectionSecret("connections", new()
        {
            Namespace = application,
            DatabaseAddress = database.Address,
            DatabasePassword = settings.DatabasePassword,
            CacheAddress = cache.Address,
            CacheToken = settings.CacheToken,
        }, cluster.Options);
        var identity = new PodIdentity(Words.Kebab(ServiceAccount.Api), new()
        {
            Account = ServiceAccount.Api,
            Cluster = cluster.Cluster,
            Roles = cluster.Roles,
            Namespace = application.Name,
            AsksApiServer = false,
        }, cluster.Options);

        var service = new ApiService("api", new() { Namespace = application, Zones = network.Zones }, cluster.Options);
        var api = new Workload("api", WorkloadNames.Api, new()
        {
            Namespace = application,
            Container = AppContainers.Api(images, settings.RehearsedNames),
            Scale = s_one,
            RestartedAt = null,
            DatabaseGeneration = null,
            Zones = network.Zones,
            StartsAfter = [connections, identity, access, database, cache],
        }, cluster.Options);

        new RecoveryValidation("validation", new()
        {
            Namespace = application,
            Checks = Checks(settings, images, [connections, access, identity], [service, api, identity]),
            Zones = network.Zones,
            Run = settings.Drill.StartedAt,
        }, cluster.Options);
    }

    private static Check[] Checks(DrillSettings settings, ContainerImages images, IReadOnlyList<Resource> stores, IReadOnlyList<Resource> served) =>
    [
        new("database", images.Postgres, new Dictionary<string, string>
        {
            ["RESTORE_POINT"] = settings.Restore.Time,
            ["DISASTER_AT"] = settings.Drill.StartedAt,
            ["RESTORE_POINT_TOLERANCE_SECONDS"] = $"{(settings.Restore.RecoveryPoint is null ? s_exact : s_cut).TotalSeconds}",
            ["MAXIMUM_DATA_LOSS_MINUTES"] = $"{settings.Drill.MaximumDataLossMinutes}",
            ["QUERY_SECONDS"] = $"{RecoveryValidation.QuerySeconds}",
        }, new Dictionary<string, string> { ["DATABASE_URL"] = WorkloadNames.DatabaseUrlKey }, stores),

        new("cache", images.Valkey, new Dictionary<string, string>(), new Dictionary<string, string> { ["REDIS_URL"] = WorkloadNames.RedisUrlKey }, stores),

        new("models", images.AwsCli, new Dictionary<string, string>
        {
            ["MODELS_BUCKET"] = settings.RehearsedNames.Bucket(BucketPurpose.Models),
            ["AWS_REGION"] = settings.Region,
        }, new Dictionary<string, string>(), stores),

        new("api", images.AwsCli, new Dictionary<string, string> { ["API_URL"] = WorkloadNames.ApiUrl }, new Dictionary<string, string>(), served),
    ];
}
