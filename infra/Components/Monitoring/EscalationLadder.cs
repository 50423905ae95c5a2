using MlTa.Naming;
using MlTa.Settings;

namespace MlTa.Components.Monitoring;

public sealed record EscalationLadderArgs
{
    public required RegionNames Names { get; init; }

    public required EscalationTopics Topics { get; init; }

    public required EscalationSettings Settings { get; init; }

    /// <summary>1 while it is good, 0 while it is not, each minute.</summary>
    public required Signal Signal { get; init; }

    /// <summary>Who hears of it.</summary>
    public required IReadOnlyList<EscalationLevel> Levels { get; init; }

    /// <summary>What is wrong, one sentence.</summary>
    public required string Problem { get; init; }

    /// <summary>What to do first, one sentence; null where it depends on the level.</summary>
    public string? FirstStep { get; init; }

    /// <summary>How many bad minutes the first level needs.</summary>
    public int FirstMinutes { get; init; } = 1;
}

/// <summary>
/// Alarms of growing length on one signal, each for one level: CloudWatch cannot delay an alarm's action, and this needs nothing that
/// runs. A level that is told is also told when it is over.
/// </summary>
public sealed class EscalationLadder : ComponentResource
{
    /// <summary>Signals are 0 or 1.</summary>
    private const double Good = 1;

    public EscalationLadder(string name, EscalationLadderArgs args, ComponentResourceOptions? options = null)
        : base("ml-ta:index:EscalationLadder", name, options)
    {
        foreach (var level in args.Levels)
        {
            var window = EscalationWindow.After(Math.Max(args.FirstMinutes, MinutesUntil(level, args.Settings)));
            new Alarm
            {
                Name = AlarmOf(name, level),
                Description = $"{args.Problem} {args.FirstStep ?? FirstStepOf(level)}",
                Signal = args.Signal,
                Is = Comparison.Below,
                Threshold = Good,
                BadPeriods = window.BadMinutes,
                Periods = window.Minutes,
                Silence = MissingData.IsTheFault,
                Level = level,
            }.Declare(this, args.Topics, args.Names);
        }

        RegisterOutputs();
    }

    /// <summary>The name of a level's alarm, without the prefix.</summary>
    public static string AlarmOf(string ladder, EscalationLevel level) => $"{ladder}-{Words.Kebab(level)}";

    /// <summary>The first level is told after the first bad minute.</summary>
    public static int MinutesUntil(EscalationLevel level, EscalationSettings settings) => level switch
    {
        EscalationLevel.AutomatedRecovery => 1,
        EscalationLevel.OnCall => settings.OnCallAfterMinutes,
        EscalationLevel.Management => settings.ManagementAfterMinutes,
        EscalationLevel.Customers => settings.CustomersAfterMinutes,
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, null),
    };

    private static string FirstStepOf(EscalationLevel level) => level switch
    {
        EscalationLevel.AutomatedRecovery => "Probes, autoscaling, Multi-AZ and DNS act by themselves: watch the dashboard.",
        EscalationLevel.OnCall => "Open the dashboard, find what failed, and decide whether to fail over.",
        EscalationLevel.Management => "Call the incident commander and decide about the failover now.",
        EscalationLevel.Customers => "Update the status page and write to customers, then again every 30 minutes.",
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, null),
    };
}
