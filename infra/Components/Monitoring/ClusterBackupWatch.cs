using MlTa.Naming;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.S3;

namespace MlTa.Components.Monitoring;

public sealed record ClusterBackupWatchArgs
{
    public required RegionNames Names { get; init; }

    public required EscalationTopics Topics { get; init; }

    public required IncidentLog Log { get; init; }

    /// <summary>Where Velero writes.</summary>
    public required Output<string> Bucket { get; init; }
}

/// <summary>Notices that Velero has stopped. Asked of the bucket and not of Velero, which cannot say that it does not run.</summary>
public sealed class ClusterBackupWatch : ComponentResource
{
    /// <summary>From one daily backup to the next, and what the second may take longer; the difference to a day is assumed.</summary>
    private const int LongestGapHours = 26;

    public ClusterBackupWatch(string name, ClusterBackupWatchArgs args, ComponentResourceOptions? options = null)
        : base("ml-ta:index:ClusterBackupWatch", name, options)
    {
        new BucketNotification(name, new() { Bucket = args.Bucket, Eventbridge = true }, new() { Parent = this });
        var written = new EventRule(name, new()
        {
            Description = "What Velero writes of a backup",
            EventPattern = EventPatterns.ClusterBackups(args.Names),
        }, new() { Parent = this });
        args.Log.Keep(name, written, this);

        new Alarm
        {
            Name = "no-cluster-backup",
            Description = $"Velero of {args.Names.Cluster} has written no backup for {LongestGapHours} hours. Look at its pod, and at the status of its location and schedule.",
            Signal = Signal.Of(RecoveryMetric.MatchedEvents(written.Name, RecoveryMetric.HourSeconds)),
            Is = Comparison.Below,
            Threshold = 1,
            BadPeriods = LongestGapHours,
            Periods = LongestGapHours,
            Silence = MissingData.IsTheFault,
            // Most of a cluster is rebuilt from code: nobody has to be woken.
            Level = EscalationLevel.AutomatedRecovery,
        }.Declare(this, args.Topics, args.Names);

        RegisterOutputs();
    }
}
