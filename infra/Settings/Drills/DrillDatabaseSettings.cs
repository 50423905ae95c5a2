namespace MlTa.Settings.Drills;

/// <summary>The restored database. Its engine, its storage and its data come from the backup.</summary>
public sealed record DrillDatabaseSettings
{
    /// <summary>Production's, if the drill is to measure what a recovery takes; a smaller one restores the same data.</summary>
    public required string InstanceClass { get; init; }
}
