using MlTa.Naming;

namespace MlTa.Components.Monitoring;

public sealed record HeartbeatAlarmsArgs
{
    public required RegionNames Names { get; init; }

    public required EscalationTopics Topics { get; init; }

    /// <summary>The stacks that should be heard here.</summary>
    public required IReadOnlyList<RegionNames> Senders { get; init; }
}

/// <summary>Notices from outside that a region has gone silent, whatever its role: a region that is lost cannot say so itself.</summary>
public sealed class HeartbeatAlarms : ComponentResource
{
    /// <summary>Of a heartbeat each minute: so many in a row are more than a slow start of its pod.</summary>
    private const int SilentMinutes = 5;

    public HeartbeatAlarms(string name, HeartbeatAlarmsArgs args, ComponentResourceOptions? options = null)
        : base("ml-ta:index:HeartbeatAlarms", name, options)
    {
        foreach (var sender in args.Senders)
        {
            new Alarm
            {
                Name = $"{sender.Stack}-silent",
                Description = $"No heartbeat from {sender.Stack} ({sender.Region}) has arrived for {SilentMinutes} minutes. "
                    + "Look at its cluster, and at AWS's health dashboard for the region.",
                Signal = Signal.Of(RecoveryMetric.Active(sender.Stack, "SampleCount")),
                Is = Comparison.Below,
                Threshold = 1,
                BadPeriods = SilentMinutes,
                Periods = SilentMinutes,
                Silence = MissingData.IsTheFault,
                Level = EscalationLevel.OnCall,
            }.Declare(this, args.Topics, args.Names);
        }

        RegisterOutputs();
    }
}
