namespace MlTa.Settings;

/// <summary>What runs in the cluster. The same in all serving stacks, but for the registry and the charts.</summary>
public sealed record WorkloadSettings
{
    /// <summary>
    /// Where images come from, those of the cluster's tools too. Not the region that the stack replaces: nodes that start during a failover
    /// pull from it.
    /// </summary>
    public required string Registry { get; init; }

    /// <summary>
    /// Where the Helm charts of the cluster's tools come from: an OCI registry (<c>oci://HOST/PATH</c>), or a folder that holds
    /// their archives, seen from <c>infra</c>, which is where Pulumi runs the program. <c>pulumi</c> reads them at every <c>up</c>, a failover's too: a registry must not be
    /// in the region that the stack replaces, and whoever runs <c>up</c> has to be logged in to it. A folder needs neither.
    /// </summary>
    public required string ChartRepository { get; init; }

    /// <summary>The tag of <c>ml-ta-api</c> and <c>ml-ta-worker</c>. Never <c>latest</c>: a standby must run what the writer runs.</summary>
    public required string Version { get; init; }

    /// <summary>Replicas of the API where the stack is active; autoscaling starts here.</summary>
    public required int ApiReplicas { get; init; }

    /// <summary>Where autoscaling of the API stops.</summary>
    public required int MaximumApiReplicas { get; init; }

    /// <summary>Replicas of the API on a standby, at least one: they show that it would work.</summary>
    public required int StandbyApiReplicas { get; init; }

    /// <summary>Workers where the stack is active. A standby has none: two regions must not consume the same work.</summary>
    public required int WorkerReplicas { get; init; }

    /// <summary>Where autoscaling of the workers stops.</summary>
    public required int MaximumWorkerReplicas { get; init; }

    /// <summary>
    /// Stops all writes where the stack is active: no API and no workers, whatever the load. For a corrupted database, before anything else,
    /// and for a planned move. Refused where a stack that takes over would begin with it; a fenced stack runs nothing anyway.
    /// </summary>
    public bool WritesPaused { get; init; }

    /// <summary>
    /// When API and workers were last to be restarted, in UTC, such as 2026-11-23T03:10:00Z. A new time restarts them one pod after another,
    /// as <c>kubectl rollout restart</c> does. Do not remove it: that would restart them once more.
    /// </summary>
    public string? RestartedAt { get; init; }
}
