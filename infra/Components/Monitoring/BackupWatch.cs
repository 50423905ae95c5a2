using MlTa.Naming;
using MlTa.Settings;
using Pulumi.Aws.CloudWatch;

namespace MlTa.Components.Monitoring;

public sealed record BackupWatchArgs
{
    public required RegionNames Names { get; init; }

    public required EscalationTopics Topics { get; init; }

    public required IncidentLog Log { get; init; }

    public required BackupSettings Settings { get; init; }
}

/// <summary>
/// Backups and copies that fail, and vaults into which nothing comes. The first is told where a job runs; the second is noticed in every
/// region by itself, because a region that is lost reports no failure. The same in every role: the writer's own backups reach its vault too.
/// </summary>
public sealed class BackupWatch : ComponentResource
{
    private const int HoursPerDay = 24;
    private const int MinutesPerHour = 60;

    /// <summary>How much longer than yesterday a backup and its copy may take; assumed.</summary>
    private const int SlackHours = 1;

    public BackupWatch(string name, BackupWatchArgs args, ComponentResourceOptions? options = null)
        : base("ml-ta:index:BackupWatch", name, options)
    {
        var failures = new EventRule($"{name}-failed", new()
        {
            Description = "Backups, copies and restore tests that did not succeed",
            EventPattern = EventPatterns.FailedBackups,
        }, new() { Parent = this });
        new EventTarget($"{name}-failed", new() { Rule = failures.Name, Arn = args.Topics.ArnOf(EscalationLevel.OnCall) }, new() { Parent = this });

        var arrivals = new EventRule($"{name}-arrived", new()
        {
            Name = args.Names.ArrivalRule(),
            Description = "Recovery points that have reached this region's vault",
            EventPattern = EventPatterns.ArrivedRecoveryPoints(args.Names),
        }, new() { Parent = this });
        args.Log.Keep($"{name}-arrived", arrivals, this);

        var hours = LongestGapHours(args.Settings);
        new Alarm
        {
            Name = "no-recovery-point",
            Description = $"No recovery point has reached the vault {args.Names.Vault} for {hours} hours. "
                + "Look at the copy jobs in AWS Backup, in the region of the writer.",
            // AWS Backup's own metrics of copies are not used: AWS does not say in which of the two regions they are.
            Signal = Signal.Of(RecoveryMetric.MatchedEvents(arrivals.Name, RecoveryMetric.HourSeconds)),
            Is = Comparison.Below,
            Threshold = 1,
            BadPeriods = hours,
            Periods = hours,
            Silence = MissingData.IsTheFault,
            Level = EscalationLevel.OnCall,
        }.Declare(this, args.Topics, args.Names);

        RegisterOutputs();
    }

    /// <summary>From one arrival to the next: a day, and what the start of a job may vary by.</summary>
    public static int LongestGapHours(BackupSettings settings) =>
        HoursPerDay + (int)Math.Ceiling(settings.StartWindowMinutes / (double)MinutesPerHour) + SlackHours;
}
