using System.Collections.Concurrent;
using MlTa.Offline;
using MlTa.Settings;

namespace MlTa.Recovery;

/// <summary>What stacks declare, evaluated once for the same settings: procedures and scenarios share most of their states.</summary>
/// <param name="evaluate">How.</param>
public sealed class GraphCache(Func<StackSettings, Task<StackGraph>> evaluate)
{
    private readonly ConcurrentDictionary<StackSettings, Lazy<Task<StackGraph>>> _graphs = new();

    public GraphCache() : this(OfflineRun.EvaluateAsync)
    {
    }

    /// <summary>How many states were evaluated.</summary>
    public int Count => _graphs.Count;

    /// <exception cref="RunException">The declaration failed.</exception>
    public Task<StackGraph> OfAsync(StackSettings settings) =>
        _graphs.GetOrAdd(settings, key => new(() => Task.Run(() => evaluate(key)))).Value;

    public Task<StackGraph[]> OfAsync(IEnumerable<StackSettings> stacks) => Task.WhenAll(stacks.Select(OfAsync));
}
