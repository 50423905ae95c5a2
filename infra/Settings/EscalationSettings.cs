namespace MlTa.Settings;

/// <summary>
/// When an outage that lasts reaches the next level. The first level is at once: probes, autoscaling, Multi-AZ and DNS act by themselves,
/// and the team reads about it. Each level comes after the one before it.
/// </summary>
public sealed record EscalationSettings
{
    /// <summary>Level 1 where the health checks are asked: after the first bad minute.</summary>
    public const int FailedCheckMinutes = 1;

    /// <summary>Level 1 where heartbeats are heard: one may come a minute late, or not at all once.</summary>
    public const int MissingHeartbeatsMinutes = 3;

    /// <summary>Level 2: somebody is woken. A time to recover that is shorter than this has nobody awake in it.</summary>
    public required int OnCallAfterMinutes { get; init; }

    /// <summary>Level 3: management and the incident commander.</summary>
    public required int ManagementAfterMinutes { get; init; }

    /// <summary>Level 4: those who tell customers.</summary>
    public required int CustomersAfterMinutes { get; init; }
}
