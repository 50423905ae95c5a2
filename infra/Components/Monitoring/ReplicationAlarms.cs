using MlTa.Naming;

namespace MlTa.Components.Monitoring;

public sealed record ReplicationAlarmsArgs
{
    public required RegionNames Names { get; init; }

    public required EscalationTopics Topics { get; init; }

    /// <summary>Whose objects come here.</summary>
    public required IReadOnlyList<RegionNames> Sources { get; init; }

    /// <summary>Where objects go from here.</summary>
    public required IReadOnlyList<RegionNames> Destinations { get; init; }
}

/// <summary>
/// Whether objects arrive in time, and whether any are given up. Each where S3 publishes it: how late they are in the region that
/// receives, what failed in the region that sends (S3 user guide, "Using S3 Replication metrics"). One alarm for all buckets of a pair.
/// </summary>
public sealed class ReplicationAlarms : ComponentResource
{
    private const int LateMinutes = 5;

    public ReplicationAlarms(string name, ReplicationAlarmsArgs args, ComponentResourceOptions? options = null)
        : base("ml-ta:index:ReplicationAlarms", name, options)
    {
        foreach (var source in args.Sources)
        {
            new Alarm
            {
                Name = $"objects-from-{source.Stack}-late",
                Description = $"Objects from {source.Stack} ({source.Region}) arrive here more than {BucketReplication.ReplicationTimeMinutes} minutes late. "
                    + "Look at the pending operations of its buckets.",
                Signal = Signal.HighestOf(OfAllBuckets("ReplicationLatency", "Maximum", source, args.Names)),
                Is = Comparison.Above,
                Threshold = BucketReplication.ReplicationTimeMinutes * RecoveryMetric.MinuteSeconds,
                BadPeriods = LateMinutes,
                Periods = LateMinutes,
                Silence = MissingData.IsNoEvent,
                Level = EscalationLevel.OnCall,
            }.Declare(this, args.Topics, args.Names);
        }

        foreach (var destination in args.Destinations)
        {
            new Alarm
            {
                Name = $"objects-to-{destination.Stack}-failed",
                Description = $"S3 has given up on sending objects to {destination.Stack} ({destination.Region}) and does not try again. "
                    + "Find them by their replication status FAILED, mend the cause, and send them with Batch Replication.",
                Signal = Signal.SumOf(OfAllBuckets("OperationsFailedReplication", "Sum", args.Names, destination)),
                Is = Comparison.Above,
                Threshold = 0,
                BadPeriods = 1,
                Periods = 1,
                Silence = MissingData.IsNoEvent,
                // A few objects, whose originals are safe: nobody has to be woken.
                Level = EscalationLevel.AutomatedRecovery,
            }.Declare(this, args.Topics, args.Names);
        }

        RegisterOutputs();
    }

    private static IReadOnlyList<WatchedMetric> OfAllBuckets(string metric, string statistic, RegionNames source, RegionNames destination) =>
        [.. Enum.GetValues<BucketPurpose>().Select(purpose => RecoveryMetric.Replication(metric, statistic, purpose, source, destination))];
}
