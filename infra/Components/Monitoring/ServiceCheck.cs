using MlTa.Naming;

namespace MlTa.Components.Monitoring;

/// <summary>One of the recovery plan's four checks of a region.</summary>
/// <param name="Name">Its name in alarms and on dashboards.</param>
/// <param name="Path">What the region is asked.</param>
/// <param name="FirstStep">What to do first when it fails.</param>
public sealed record ServiceCheck(string Name, string Path, string FirstStep)
{
    public static IReadOnlyList<ServiceCheck> All { get; } =
    [
        new("api", HealthPaths.Ready, "Look at the pods of ml-ta-api and restart the deployment."),
        new("database", HealthPaths.Database, "Look at the instance's status and connections in RDS, then restart the API's pods."),
        new("redis", HealthPaths.Redis, "Look at the cache in ElastiCache; it can be emptied or rebuilt, nothing in it is lost."),
        new("models", HealthPaths.Models, "Look in the API's log for the model that could not be loaded, and in the models bucket for its object."),
    ];
}
