namespace MlTa.Settings;

/// <summary>What the recovery plan promises. The same in all stacks.</summary>
public sealed record ObjectivesSettings
{
    /// <summary>Recovery time objective: how long a region's loss may keep users out.</summary>
    public required int RecoveryTimeMinutes { get; init; }

    /// <summary>Recovery point objective: how much data may be lost. Replication that lags more raises an alarm.</summary>
    public required int RecoveryPointMinutes { get; init; }

    /// <summary>Maximum tolerable downtime, until everything is restored.</summary>
    public required int MaximumDowntimeMinutes { get; init; }

    /// <summary>Category 1, such as the failure of one service: how long it may last. Somebody has to be awake before that.</summary>
    public required int MinorIncidentMinutes { get; init; }

    /// <summary>Category 2, such as a corrupted database. Category 3 is the recovery time objective, and at worst the maximum downtime.</summary>
    public required int MajorIncidentMinutes { get; init; }
}
