using MlTa.Offline;

namespace MlTa.Recovery.Changes;

/// <summary>What an <c>up</c> does, from what a stack declares now and what it will declare.</summary>
public static class StackChanges
{
    /// <summary>What differs, in the order of the URNs. Components are no changes of their own.</summary>
    /// <exception cref="ArgumentException">The graphs are of different stacks, of which nothing can be paired.</exception>
    public static IReadOnlyList<ResourceChange> Between(StackGraph before, StackGraph after)
    {
        if (before.Stack != after.Stack)
        {
            throw new ArgumentException($"both graphs have to be of one stack, got {before.Stack} and {after.Stack}", nameof(after));
        }

        var pairs = Pair(before, after);
        var renewal = Renewal.None;
        while (true)
        {
            var changes = pairs.Select(pair => ChangeOf(after.Stack, pair, renewal)).OfType<ResourceChange>().ToList();
            var next = Renewal.Of(changes);
            if (next.Equals(renewal))
            {
                return changes;
            }

            // What is made anew can make more anew, whatever takes its ID.
            renewal = next;
        }
    }

    private static IReadOnlyList<(DeclaredResource? Before, DeclaredResource? After)> Pair(StackGraph before, StackGraph after)
    {
        var old = Custom(before);
        var current = Custom(after);
        return [.. old.Keys.Union(current.Keys).Order(StringComparer.Ordinal).Select(urn => (old.GetValueOrDefault(urn), current.GetValueOrDefault(urn)))];
    }

    private static Dictionary<string, DeclaredResource> Custom(StackGraph graph) =>
        graph.Resources.Where(resource => !resource.IsComponent).ToDictionary(resource => resource.Urn);

    private static ResourceChange? ChangeOf(string stack, (DeclaredResource? Before, DeclaredResource? After) pair, Renewal renewal) => pair switch
    {
        (null, var after) => new(stack, ChangeKind.Create, null, after, []),
        (var before, null) => new(stack, before.RetainOnDelete ? ChangeKind.Retain : ChangeKind.Delete, before, null, []),
        var (before, after) => ChangeOf(stack, before, after, renewal),
    };

    private static ResourceChange? ChangeOf(string stack, DeclaredResource before, DeclaredResource after, Renewal renewal)
    {
        var ignored = after.IgnoreChanges.Select(PropertyPath.Parse).ToList();
        var differing = PropertyDifferences.Between(before.Inputs, after.Inputs).Concat(renewal.Touches(after))
            .Where(path => !ignored.Any(one => one.Contains(path)))
            .DistinctBy(path => path.ToString())
            .OrderBy(path => path.ToString(), StringComparer.Ordinal)
            .ToList();
        var verdict = renewal.Replaces(before, after) is { } why ? new(ChangeKind.Replace, why) : Verdict.Of(before, after, differing);
        return verdict is null ? null : new(stack, verdict.Kind, before, after, [.. differing.Select(path => path.ToString())]) { Why = verdict.Why };
    }
}
