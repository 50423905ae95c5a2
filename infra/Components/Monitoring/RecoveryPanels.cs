using MlTa.Components.Traffic;
using MlTa.Naming;
using MlTa.Settings;

namespace MlTa.Components.Monitoring;

/// <summary>What somebody who decides about a failover has to see. Every panel names its region.</summary>
/// <param name="Names">The stack that has the dashboard.</param>
/// <param name="Serving">All stacks that can serve.</param>
/// <param name="Listener">Where the heartbeats of all of them arrive: the archive.</param>
/// <param name="Checks">The health checks, in the stack that has them.</param>
/// <param name="Objectives">What the figures are held against.</param>
internal sealed record RecoveryPanels(
    RegionNames Names, IReadOnlyList<RegionNames> Serving, RegionNames Listener, HealthChecks? Checks, ObjectivesSettings Objectives)
{
    /// <summary>Where Route 53 publishes its metrics, wherever the checks look (Route 53 developer guide, "Monitoring health checks using CloudWatch").</summary>
    private const string HealthCheckRegion = "us-east-1";

    private const int DaySeconds = 24 * RecoveryMetric.HourSeconds;

    public IReadOnlyList<Panel> All =>
    [
        Key.Numbers,
        Key.RecoveryTime(Objectives),
        Heartbeats("Which region is writable, as they say themselves", "Maximum"),
        Heartbeats("Heartbeats heard in a minute", "SampleCount"),
        .. Serving.SelectMany(ChecksOf),
        .. Checks is null ? [AllChecks] : Array.Empty<Panel>(),
        .. Serving.Select(stack => ReplicaLag($"Lag of the replica in {stack.Region}, in seconds, against the recovery point objective", stack, RecoveryMetric.MinuteSeconds)),
        .. Serving.Select(stack => ReplicaLag($"Recovery point in {stack.Region}: worst lag of each day, in seconds, against the objective", stack, DaySeconds)),
        .. Serving.Append(Listener).Distinct().Select(ObjectsInto),
        new("Recovery points that reached each vault in a day", Names.Region,
            [.. Serving.Append(Listener).Distinct().Select(stack => Plot.Shown(RecoveryMetric.MatchedEvents(Output.Create(stack.ArrivalRule()), DaySeconds), stack.Stack, stack.Region))]),
    ];

    /// <summary>
    /// From outside where there are health checks, otherwise from what the regions say themselves. Of a pinned gate too: before it was pinned it
    /// was what users were served by.
    /// </summary>
    private KeyMetrics Key => Checks is { } checks
        ? new(HealthCheckRegion, [.. Serving.Select(stack => RecoveryMetric.HealthCheckStatus(checks.IdOf(stack.Stack, HealthPaths.Active)))])
        : new(Names.Region, [.. Serving.Select(stack => RecoveryMetric.Active(stack.Stack, "Maximum"))]);

    private Panel Heartbeats(string title, string statistic) => new(title, Listener.Region,
        [.. Serving.Select(stack => Plot.Shown(RecoveryMetric.Active(stack.Stack, statistic), stack.Stack))]);

    private IEnumerable<Panel> ChecksOf(RegionNames stack) => Checks is not { } checks ? [] :
    [
        new($"Health of {stack.Region}, as seen from outside", HealthCheckRegion,
            [.. ServiceCheck.All.Select(check => Plot.Shown(RecoveryMetric.HealthCheckStatus(checks.IdOf(stack.Stack, check.Path)), check.Name))]),
    ];

    /// <summary>Searched for: Route 53 chooses the IDs of checks, so another stack cannot know them.</summary>
    private static Panel AllChecks => new("Health of all regions, as seen from outside", HealthCheckRegion,
        [Search("checks", "{AWS/Route53,HealthCheckId} MetricName=\"HealthCheckStatus\"", "Minimum", RecoveryMetric.MinuteSeconds)]);

    /// <summary>Searched for: which database is the replica, and in which region, changes with every failover.</summary>
    private Panel ReplicaLag(string title, RegionNames stack, int periodSeconds) => new(title, stack.Region,
        [Search("lag", "{AWS/RDS,DBInstanceIdentifier} MetricName=\"ReplicaLag\"", "Maximum", periodSeconds)])
    {
        Limits = [("Recovery point objective", TimeSpan.FromMinutes(Objectives.RecoveryPointMinutes).TotalSeconds)],
    };

    private Panel ObjectsInto(RegionNames destination) => new($"How late objects arrive in {destination.Region}, in seconds", destination.Region,
    [
        .. from source in Serving
           // The listener is the archive, which sends nothing, also while it serves.
           where source != destination && source != Listener
           from purpose in Enum.GetValues<BucketPurpose>()
           select Plot.Shown(RecoveryMetric.Replication("ReplicationLatency", "Maximum", purpose, source, destination), source.Bucket(purpose)),
    ])
    {
        Limits = [("Promised by S3", BucketReplication.ReplicationTimeMinutes * RecoveryMetric.MinuteSeconds)],
    };

    private static Plot Search(string id, string query, string statistic, int periodSeconds) =>
        Plot.Shown(id, "", $"SEARCH('{query}', '{statistic}', {periodSeconds})");
}
