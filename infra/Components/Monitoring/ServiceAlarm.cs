using MlTa.Naming;

namespace MlTa.Components.Monitoring;

public sealed record ServiceAlarmArgs
{
    public required RegionNames Names { get; init; }

    public required EscalationTopics Topics { get; init; }

    /// <summary>The load balancer, by the end of its ARN.</summary>
    public required Output<string> Balancer { get; init; }

    /// <summary>The nodes behind it, by the end of their target group's ARN.</summary>
    public required Output<string> Targets { get; init; }
}

/// <summary>
/// Notices in a region itself that nothing in it can answer users. The checks from outside are in us-east-1; this one is what stops an
/// experiment, which has to be where the experiment is. The same in every role, so that no change of roles touches an experiment.
/// </summary>
public sealed class ServiceAlarm : ComponentResource
{
    /// <summary>
    /// More than a failover of the database needs if it goes as it should, so that it does not stop its own test: at most 120 seconds (RDS user guide,
    /// "Failing over a Multi-AZ DB instance"), and 20 until the load balancer takes a node back, are bad in four minutes at most.
    /// </summary>
    private const int BadMinutes = 5;

    public ServiceAlarm(string name, ServiceAlarmArgs args, ComponentResourceOptions? options = null)
        : base("ml-ta:index:ServiceAlarm", name, options)
    {
        Arn = new Alarm
        {
            Name = "no-healthy-target",
            Description = $"No node of {args.Names.Region} has answered for the API for {BadMinutes} minutes, so nobody can be served from there. "
                + "Look at the API's pods and at the database that they read; a fenced stack has none.",
            Signal = Signal.Of(RecoveryMetric.HealthyTargets(args.Balancer, args.Targets)),
            Is = Comparison.Below,
            Threshold = 1,
            BadPeriods = BadMinutes,
            Periods = BadMinutes,
            Silence = MissingData.IsTheFault,
            // The on-call engineer hears of it from the checks, which ask from outside.
            Level = EscalationLevel.AutomatedRecovery,
        }.Declare(this, args.Topics, args.Names).Arn;

        RegisterOutputs();
    }

    [Output]
    public Output<string> Arn { get; private set; }
}
