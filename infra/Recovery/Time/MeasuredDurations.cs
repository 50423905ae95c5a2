using MlTa.Recovery.Procedures;

namespace MlTa.Recovery.Time;

/// <summary>What drills measured, in place of what is assumed. What AWS documents, and what a setting decides, stays as it is.</summary>
public sealed class MeasuredDurations(IEnumerable<Duration> measured)
{
    private readonly Dictionary<string, Duration> _byId = measured.ToDictionary(duration => duration.Id);

    /// <summary>Nothing was measured.</summary>
    public static MeasuredDurations None { get; } = new([]);

    /// <summary>In the order of their IDs.</summary>
    public IReadOnlyList<Duration> All => [.. _byId.Values.OrderBy(duration => duration.Id, StringComparer.Ordinal)];

    public Duration Of(Duration duration) => duration.Grade == Grade.Assumed ? _byId.GetValueOrDefault(duration.Id, duration) : duration;

    /// <summary>The plan with the same steps, each as long as it was measured to take.</summary>
    public RecoveryPlan In(RecoveryPlan plan) => plan with { Steps = [.. plan.Steps.Select(step => step with { Duration = Of(step.Duration) })] };
}
