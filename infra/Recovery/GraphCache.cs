using System.Collections.Concurrent;
using MlTa.Offline;
using MlTa.Recovery.Moves;
using MlTa.Settings;

namespace MlTa.Recovery;

/// <summary>What stacks declare, evaluated once for the same settings: procedures and scenarios share most of their states.</summary>
/// <param name="evaluate">How.</param>
public sealed class GraphCache(Func<StackSettings, Task<StackGraph>> evaluate)
{
    private readonly ConcurrentDictionary<StackSettings, Lazy<Task<StackGraph>>> _graphs = new(new ByContent());

    public GraphCache() : this(OfflineRun.EvaluateAsync)
    {
    }

    /// <summary>How many states were evaluated.</summary>
    public int Count => _graphs.Count;

    /// <exception cref="RunException">The declaration failed.</exception>
    public Task<StackGraph> OfAsync(StackSettings settings) =>
        _graphs.GetOrAdd(settings, key => new(() => Task.Run(() => evaluate(key)))).Value;

    public Task<StackGraph[]> OfAsync(IEnumerable<StackSettings> stacks) => Task.WhenAll(stacks.Select(OfAsync));

    /// <summary>Procedures that lead to the same state make lists of their own, which are not the same objects.</summary>
    private sealed class ByContent : IEqualityComparer<StackSettings>
    {
        public bool Equals(StackSettings? first, StackSettings? second) =>
            first == second
            || (first is not null && second is not null
                && (first.Project, first.Stack, first.SecretsProvider) == (second.Project, second.Stack, second.SecretsProvider)
                && SettingsChanges.Between(first, second).Count == 0);

        public int GetHashCode(StackSettings settings) => HashCode.Combine(settings.Stack, settings.Role, settings.Database.Generation);
    }
}
