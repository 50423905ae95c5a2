using MlTa.Naming;
using MlTa.Settings;

namespace MlTa.Components.Monitoring;

public sealed record ReplicaAlarmsArgs
{
    public required RegionNames Names { get; init; }

    public required EscalationTopics Topics { get; init; }

    /// <summary>The replica's identifier.</summary>
    public required string Replica { get; init; }

    public required ObjectivesSettings Objectives { get; init; }
}

/// <summary>
/// How much data a failover would lose now. On the replica's side, which outlives the writer: when the writer's region is lost, the
/// lag keeps growing here.
/// </summary>
public sealed class ReplicaAlarms : ComponentResource
{
    private const int Minutes = 5;

    public ReplicaAlarms(string name, ReplicaAlarmsArgs args, ComponentResourceOptions? options = null)
        : base("ml-ta:index:ReplicaAlarms", name, options)
    {
        // The minutes that the alarm needs count too: nobody knows of a lag before they are over.
        var limitMinutes = args.Objectives.RecoveryPointMinutes - Minutes;
        new Alarm
        {
            Name = "replica-lag",
            Description = $"The replica {args.Replica} is more than {limitMinutes} minutes behind, or says nothing: a failover soon would lose more than the "
                + $"{args.Objectives.RecoveryPointMinutes} minutes that the objective allows. Look for long transactions and for the writer's load.",
            Signal = Signal.Of(RecoveryMetric.Database("ReplicaLag", "Maximum", args.Replica)),
            Is = Comparison.Above,
            Threshold = TimeSpan.FromMinutes(limitMinutes).TotalSeconds,
            BadPeriods = Minutes,
            Periods = Minutes,
            Silence = MissingData.IsTheFault,
            Level = EscalationLevel.OnCall,
        }.Declare(this, args.Topics, args.Names);

        new Alarm
        {
            Name = "replica-stopped",
            Description = $"The replica {args.Replica} does not replicate. Look at its replication state in RDS, and rebuild it as a new generation if its log was lost.",
            // RDS says -1 then (RDS user guide, "Monitoring read replication").
            Signal = Signal.Of(RecoveryMetric.Database("ReplicaLag", "Minimum", args.Replica)),
            Is = Comparison.Below,
            Threshold = 0,
            BadPeriods = Minutes,
            Periods = Minutes,
            Silence = MissingData.IsAnotherAlarms,
            Level = EscalationLevel.OnCall,
        }.Declare(this, args.Topics, args.Names);

        RegisterOutputs();
    }
}
