namespace MlTa.Settings;

/// <summary>
/// One lineage of the database: its number, where its data came from, and whether it is about to go. Only the last may be changed
/// once it exists: the rest are what a database was made of.
/// </summary>
public sealed record DatabaseLineageSettings
{
    /// <inheritdoc cref="DatabaseSettings.Generation"/>
    public required int Generation { get; init; }

    /// <inheritdoc cref="DatabaseSettings.Source"/>
    public DatabaseSourceSettings? Source { get; init; }

    /// <inheritdoc cref="DatabaseSettings.RestoredFrom"/>
    public DatabaseRestoreSettings? RestoredFrom { get; init; }

    /// <summary>
    /// True in the commit before the one that removes this entry: that first <c>pulumi up</c> lifts the protection, the second
    /// takes the final snapshot and deletes the database. The snapshot stays.
    /// </summary>
    public bool Release { get; init; }
}
