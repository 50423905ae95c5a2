using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using MlTa.Offline;
using MlTa.Recovery;
using MlTa.Settings;
using MlTa.Tests.Recovery.Moves;

namespace MlTa.Tests.Recovery.Proofs;

/// <summary>What stacks would declare if the topology had a fault. States that have none are evaluated once for all tests.</summary>
internal static class ChangedGraphs
{
    /// <summary>By what they say: a move that is made again has other lists, with the same in them.</summary>
    private static readonly ConcurrentDictionary<string, Lazy<Task<StackGraph>>> s_graphs = new();

    public static GraphCache Sound { get; } = new(settings =>
        s_graphs.GetOrAdd(JsonSerializer.Serialize(settings), _ => new(() => OfflineRun.EvaluateAsync(settings))).Value);

    /// <summary>Whether the stack has been through the move: its database is a later one than the committed three.</summary>
    public static bool IsBack(StackSettings settings) => settings.Database.Generation >= CommittedMoves.Committed.NextGeneration;

    /// <param name="isChanged">Which states have the fault.</param>
    /// <param name="change">The fault.</param>
    public static GraphCache With(Func<StackSettings, bool> isChanged, Func<IEnumerable<DeclaredResource>, IEnumerable<DeclaredResource>> change) =>
        new(async settings =>
        {
            var graph = await Sound.OfAsync(settings);
            return isChanged(settings) ? graph with { Resources = [.. change(graph.Resources)] } : graph;
        });

    /// <summary>The same with another input.</summary>
    public static DeclaredResource With(this DeclaredResource resource, string input, JsonNode value)
    {
        var inputs = resource.Inputs.DeepClone().AsObject();
        inputs[input] = value;
        return resource with { Inputs = inputs };
    }

    /// <summary>The same under another name.</summary>
    public static DeclaredResource Again(this DeclaredResource resource, string name) =>
        resource with { Name = name, Urn = $"{resource.Urn[..^resource.Name.Length]}{name}" };
}
