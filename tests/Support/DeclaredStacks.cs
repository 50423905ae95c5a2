using MlTa.Offline;
using MlTa.Settings;
using Xunit;

namespace MlTa.Tests.Support;

/// <summary>What the committed stacks declare, evaluated once for all tests.</summary>
internal static class DeclaredStacks
{
    private static readonly Lazy<Task<IReadOnlyList<StackGraph>>> s_all = new(EvaluateAsync);

    public static Task<IReadOnlyList<StackGraph>> AllAsync() => s_all.Value;

    public static async Task<StackGraph> OfAsync(StackSettings settings) => (await AllAsync()).Single(graph => graph.Stack == settings.Stack);

    /// <summary>The resources of one type, of which there is at least one.</summary>
    public static IReadOnlyList<DeclaredResource> Of(this StackGraph graph, string type)
    {
        var resources = graph.Resources.Where(resource => resource.Type == type).ToList();
        Assert.NotEmpty(resources);
        return resources;
    }

    private static async Task<IReadOnlyList<StackGraph>> EvaluateAsync() =>
        await Task.WhenAll(CommittedStacks.All.Select(OfflineRun.EvaluateAsync));
}
