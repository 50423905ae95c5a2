namespace MlTa.Settings;

/// <summary>A snapshot that is taken once, after writes were paused and before anything is repaired, and then stays.</summary>
public sealed record EmergencySnapshotSettings
{
    /// <summary>When it was asked for, UTC, <c>yyyymmdd-hhmm</c>. Part of its name, so each is taken once.</summary>
    public required string Stamp { get; init; }

    /// <summary>The lineage that it is of, the current one or a kept one. Leave it as it is when that lineage becomes a kept one.</summary>
    public required int Generation { get; init; }
}
