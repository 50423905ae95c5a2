namespace MlTa.Recovery.Evidence;

/// <summary>A way back from a loss that can be proven by walking it.</summary>
public sealed record RecoveryPath
{
    /// <summary>Stable: evidence is filed under it.</summary>
    public required string Id { get; init; }

    /// <summary>Where it is walked.</summary>
    public required string Region { get; init; }

    /// <summary>How often the recovery plan wants it.</summary>
    public required Interval Interval { get; init; }

    /// <summary>IDs of the durations of the recovery model that a drill of it measures; without the first of them it was not walked.</summary>
    public required IReadOnlyList<string> Measures { get; init; }

    /// <summary>The checks without which nothing is proven.</summary>
    public required IReadOnlyList<string> Checks { get; init; }

    /// <summary>The part of the topology that a drill of it exercises.</summary>
    public required IReadOnlyList<PartSelection> Part { get; init; }

    /// <summary>
    /// Whether walking it, and back, ends in another lineage of the database: then that is no change of what was walked, or the exercise would
    /// make itself stale.
    /// </summary>
    public bool LeavesAnotherLineage { get; init; }

    /// <summary>What a drill restores, as <see cref="RestoredData.Kind"/> calls it; null where it restores nothing. What the drill's own stack declares belongs to the part then.</summary>
    public string? Restores { get; init; }
}
