using MlTa.Offline;
using MlTa.Recovery;
using MlTa.Recovery.Moves;
using MlTa.Tests.Recovery.Procedures;

namespace MlTa.Tests.Recovery;

/// <summary>Assessments of the committed stacks, made once for all tests.</summary>
internal static class Assessed
{
    /// <summary>Before the last day of every committed waiver.</summary>
    public static DateOnly Today { get; } = new(2026, 11, 23);

    /// <summary>After it.</summary>
    public static DateOnly Later { get; } = new(2027, 6, 1);

    private static readonly Lazy<Task<Assessment>> s_committed = new(() => OfAsync(Plans.Committed));

    public static Task<Assessment> CommittedAsync() => s_committed.Value;

    public static Task<Assessment> OfAsync(Estate estate, DateOnly? today = null) => Assessment.OfAsync(estate.Stacks, Plans.Graphs, today ?? Today);

    /// <summary>With something else declared than the settings mean.</summary>
    public static Task<Assessment> DeclaringAsync(Func<DeclaredResource, DeclaredResource?> change, Estate? estate = null)
    {
        var graphs = new GraphCache(async settings =>
        {
            var graph = await Plans.Graphs.OfAsync(settings);
            return graph with { Resources = [.. graph.Resources.Select(change).OfType<DeclaredResource>()] };
        });
        return Assessment.OfAsync((estate ?? Plans.Committed).Stacks, graphs, Today);
    }
}
