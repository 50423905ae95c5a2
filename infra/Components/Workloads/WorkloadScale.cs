using MlTa.Settings;

namespace MlTa.Components.Workloads;

/// <summary>How many replicas a workload has in a role: a fixed number, or limits between which an autoscaler decides.</summary>
internal abstract record WorkloadScale
{
    public sealed record Fixed(int Replicas) : WorkloadScale;

    public sealed record Between(int Minimum, int Maximum) : WorkloadScale;

    private static readonly WorkloadScale s_none = new Fixed(0);

    /// <summary>
    /// A standby's API is up: that it answers is what shows that the region could serve. An active one writes whatever it is asked to, so
    /// pausing writes takes it away too.
    /// </summary>
    public static WorkloadScale OfApi(WorkloadSettings settings, Role role) => role switch
    {
        Role.Active when settings.WritesPaused => s_none,
        Role.Active => new Between(settings.ApiReplicas, settings.MaximumApiReplicas),
        Role.Standby => new Between(settings.StandbyApiReplicas, settings.MaximumApiReplicas),
        _ => s_none,
    };

    /// <summary>Workers take work from shared queues and write its result, so they run where the writer is and nowhere else.</summary>
    public static WorkloadScale OfWorker(WorkloadSettings settings, Role role) =>
        role == Role.Active && !settings.WritesPaused ? new Between(settings.WorkerReplicas, settings.MaximumWorkerReplicas) : s_none;
}
