using MlTa.Offline;
using MlTa.Settings;
using Xunit;

namespace MlTa.Tests.Support;

/// <summary>What the committed stacks declare, evaluated once for all tests.</summary>
internal static class DeclaredStacks
{
    private static readonly Lazy<Task<IReadOnlyList<StackGraph>>> s_all = new(() => EvaluateAsync(CommittedStacks.All));

    private static readonly Lazy<Task<IReadOnlyList<StackGraph>>> s_changed = new(() => EvaluateAsync(
    [
        CommittedStacks.Secondary with { Role = Role.Active },
        CommittedStacks.Primary with { Role = Role.Fenced },
        CommittedStacks.Primary with { PeerExists = false },
        CommittedStacks.Secondary with { PeerExists = false },
        CommittedStacks.Backup.ColdRestored(),
    ]));

    public static Task<IReadOnlyList<StackGraph>> AllAsync() => s_all.Value;

    /// <summary>As they are, after a failover, while they are built, and after a cold restore.</summary>
    public static async Task<IReadOnlyList<StackGraph>> InEveryStateAsync() => [.. await s_all.Value, .. await s_changed.Value];

    /// <summary>The stacks that have a cluster.</summary>
    public static async Task<IReadOnlyList<StackGraph>> ServingAsync() =>
        [.. (await AllAsync()).Where(graph => CommittedStacks.All.Single(settings => settings.Stack == graph.Stack).Tier == Tier.Serving)];

    public static async Task<StackGraph> OfAsync(StackSettings settings) => (await AllAsync()).Single(graph => graph.Stack == settings.Stack);

    /// <summary>The resources of one type, of which there is at least one.</summary>
    public static IReadOnlyList<DeclaredResource> Of(this StackGraph graph, string type)
    {
        var resources = graph.Resources.Where(resource => resource.Type == type).ToList();
        Assert.NotEmpty(resources);
        return resources;
    }

    private static async Task<IReadOnlyList<StackGraph>> EvaluateAsync(IEnumerable<StackSettings> stacks) =>
        await Task.WhenAll(stacks.Select(OfflineRun.EvaluateAsync));
}
