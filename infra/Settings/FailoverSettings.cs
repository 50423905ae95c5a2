namespace MlTa.Settings;

/// <summary>
/// The records that move users, and all health checks. In one stack only, the one that takes over: the other region's loss must not keep anybody
/// from changing them.
/// </summary>
public sealed record FailoverSettings
{
    /// <summary>Route 53 developer guide, "Values specific for failover records": 60 seconds or less with a health check.</summary>
    public const int MaximumTtlSeconds = 60;

    /// <summary>
    /// The stack that users are sent to while its database is writable: the <c>PRIMARY</c> of Route 53. Does not change in a failover, only when
    /// its region never returns and another stack takes its place, or on the way back from a cold restore.
    /// </summary>
    public required string PrimaryStack { get; init; }

    /// <summary>How long resolvers remember an answer. Each second is one more of the outage.</summary>
    public required int TtlSeconds { get; init; }

    /// <summary>Where <c>status.ZONE</c> leads: a host of a provider outside of AWS, so that it can say that AWS is down.</summary>
    public required string StatusPageHost { get; init; }

    /// <summary>
    /// Whether the other region's gate says no, whatever it answers, while this stack is active: its old writer may come back. Turn it off once the
    /// other region follows again. Then it cannot write, and if this region is lost users find it by themselves, without a change in Route 53.
    /// </summary>
    public bool Pinned { get; init; } = true;

    /// <summary>Where the standby goes if the primary region never returns. Without it nobody has thought about that.</summary>
    public RehomeSettings? Rehome { get; init; }
}
