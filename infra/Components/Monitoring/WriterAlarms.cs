using MlTa.Naming;
using MlTa.Settings;

namespace MlTa.Components.Monitoring;

public sealed record WriterAlarmsArgs
{
    public required RegionNames Names { get; init; }

    public required EscalationTopics Topics { get; init; }

    /// <summary>The writer's identifier.</summary>
    public required string Writer { get; init; }

    public required DatabaseSettings Settings { get; init; }
}

/// <summary>What would stop the writer, or the replica that follows it.</summary>
public sealed class WriterAlarms : ComponentResource
{
    private const double BytesPerGibibyte = 1024d * 1024 * 1024;

    /// <summary>
    /// Where storage autoscaling begins, after five minutes (RDS user guide, "Managing capacity automatically with storage autoscaling").
    /// Three times as long, and it has not helped.
    /// </summary>
    private const double LeastFreePart = 0.1;
    private const int FullMinutes = 15;

    /// <summary>Half of the limit at which the replica is lost leaves time to do something.</summary>
    private const double KeptLogPart = 0.5;
    private const int BehindMinutes = 5;

    public WriterAlarms(string name, WriterAlarmsArgs args, ComponentResourceOptions? options = null)
        : base("ml-ta:index:WriterAlarms", name, options)
    {
        new Alarm
        {
            Name = "writer-storage",
            Description = $"The writer {args.Writer} has less than a tenth of its storage left, and storage autoscaling has not helped. "
                + "Look for what fills it, or raise maximumStorageGiB.",
            Signal = Signal.Of(RecoveryMetric.Database("FreeStorageSpace", "Minimum", args.Writer)),
            Is = Comparison.Below,
            Threshold = args.Settings.AllocatedStorageGiB * LeastFreePart * BytesPerGibibyte,
            BadPeriods = FullMinutes,
            Periods = FullMinutes,
            Silence = MissingData.IsTheFault,
            Level = EscalationLevel.OnCall,
        }.Declare(this, args.Topics, args.Names);

        new Alarm
        {
            Name = "writer-log-kept",
            Description = $"The writer {args.Writer} keeps more than half of the log that it may keep for a replica; at {args.Settings.ReplicaLogLimitGiB} GiB the replica is lost. "
                + "Look whether the replica answers.",
            // In bytes (RDS user guide, "Amazon CloudWatch metrics for Amazon RDS"); there is a value only while there is a slot.
            Signal = Signal.Of(RecoveryMetric.Database("OldestReplicationSlotLag", "Maximum", args.Writer)),
            Is = Comparison.Above,
            Threshold = args.Settings.ReplicaLogLimitGiB * KeptLogPart * BytesPerGibibyte,
            BadPeriods = BehindMinutes,
            Periods = BehindMinutes,
            Silence = MissingData.IsNoEvent,
            Level = EscalationLevel.OnCall,
        }.Declare(this, args.Topics, args.Names);

        RegisterOutputs();
    }
}
