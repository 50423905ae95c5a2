namespace MlTa.Settings.Rules;

/// <summary>What the recovery plan promises has to make sense together.</summary>
internal static class ObjectiveRules
{
    /// <summary>
    /// The replica of an idle writer may seem to be five minutes behind (RDS user guide, "Monitoring read replication"), and the alarm on its lag
    /// counts five minutes until it is sure.
    /// </summary>
    private const int LeastRecoveryPointMinutes = 10;

    public static readonly Rule<StackSettings>[] All =
    [
        new("objectives.recoveryPointMinutes", s => s.Objectives.RecoveryPointMinutes < LeastRecoveryPointMinutes,
            s => $"a replica may seem 5 minutes behind without a fault, and an alarm needs 5 more to be sure, so give at least {LeastRecoveryPointMinutes}, got {s.Objectives.RecoveryPointMinutes}"),

        new("objectives.recoveryTimeMinutes", s => s.Objectives.RecoveryTimeMinutes <= s.Objectives.RecoveryPointMinutes,
            s => $"expected more than recoveryPointMinutes ({s.Objectives.RecoveryPointMinutes}), got {s.Objectives.RecoveryTimeMinutes}", "objectives.recoveryPointMinutes"),

        new("objectives.maximumDowntimeMinutes", s => s.Objectives.MaximumDowntimeMinutes < s.Objectives.RecoveryTimeMinutes,
            s => $"expected at least recoveryTimeMinutes ({s.Objectives.RecoveryTimeMinutes}), got {s.Objectives.MaximumDowntimeMinutes}", "objectives.recoveryTimeMinutes"),

        new("objectives.minorIncidentMinutes", s => s.Objectives.MinorIncidentMinutes < 1,
            s => $"expected at least 1, got {s.Objectives.MinorIncidentMinutes}"),

        new("objectives.majorIncidentMinutes", s => s.Objectives.MajorIncidentMinutes <= s.Objectives.MinorIncidentMinutes,
            s => $"expected more than minorIncidentMinutes ({s.Objectives.MinorIncidentMinutes}), got {s.Objectives.MajorIncidentMinutes}", "objectives.minorIncidentMinutes"),

        new("objectives.majorIncidentMinutes", s => s.Objectives.MajorIncidentMinutes > s.Objectives.RecoveryTimeMinutes,
            s => $"a region's loss is the worse incident, so give at most recoveryTimeMinutes ({s.Objectives.RecoveryTimeMinutes}), got {s.Objectives.MajorIncidentMinutes}", "objectives.recoveryTimeMinutes"),
    ];

    /// <summary>Asked of any two stacks: one that took over would be held to something else.</summary>
    public static readonly PairRule[] Shared =
    [
        PairRule.Shared("objectives.recoveryTimeMinutes", s => s.Objectives.RecoveryTimeMinutes),
        PairRule.Shared("objectives.recoveryPointMinutes", s => s.Objectives.RecoveryPointMinutes),
        PairRule.Shared("objectives.maximumDowntimeMinutes", s => s.Objectives.MaximumDowntimeMinutes),
        PairRule.Shared("objectives.minorIncidentMinutes", s => s.Objectives.MinorIncidentMinutes),
        PairRule.Shared("objectives.majorIncidentMinutes", s => s.Objectives.MajorIncidentMinutes),
    ];
}
