namespace MlTa.Settings.Drills;

/// <summary>One run. Times in UTC and in quotes, such as <c>"2026-11-23T03:05:00Z"</c>.</summary>
public sealed record DrillRunSettings
{
    /// <summary>When the disaster is taken to have happened: what was written between the restored moment and this one would be lost.</summary>
    public required string StartedAt { get; init; }

    /// <summary>
    /// When the stack may be removed by whoever finds it, at most a day after <see cref="StartedAt"/>. On every resource as the tag <c>expires</c>.
    /// </summary>
    public required string Expires { get; init; }

    /// <summary>
    /// How much older than the disaster the newest restored record may be, before the drill fails. For a daily copy a day, the time to start, to back up and to
    /// copy; for a point in time 30 minutes, the most that AWS speaks of.
    /// </summary>
    public required int MaximumDataLossMinutes { get; init; }
}
