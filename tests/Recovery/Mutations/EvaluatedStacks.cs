using MlTa.Offline;
using MlTa.Settings;
using MlTa.Tests.Support;

namespace MlTa.Tests.Recovery.Mutations;

/// <summary>Stacks and what they declare, each evaluated once for all mutations.</summary>
/// <param name="Settings">The stacks.</param>
/// <param name="Graphs">What they declare.</param>
internal sealed record EvaluatedStacks(IReadOnlyList<StackSettings> Settings, IReadOnlyList<StackGraph> Graphs)
{
    private static readonly Lazy<Task<EvaluatedStacks>> s_committed = new(() => OfAsync(CommittedStacks.All));

    private static readonly Lazy<Task<EvaluatedStacks>> s_afterFailover = new(() => OfAsync(
    [
        CommittedStacks.Primary with { Role = Role.Fenced },
        CommittedStacks.Secondary with { Role = Role.Active },
        CommittedStacks.Backup,
    ]));

    public static Task<EvaluatedStacks> CommittedAsync() => s_committed.Value;

    /// <summary>The standby was promoted, and the old active stack is fenced.</summary>
    public static Task<EvaluatedStacks> AfterFailoverAsync() => s_afterFailover.Value;

    public static async Task<EvaluatedStacks> OfAsync(IReadOnlyList<StackSettings> settings) =>
        new(settings, await Task.WhenAll(settings.Select(OfflineRun.EvaluateAsync)));
}
