using System.Collections;
using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A map of inputs by name that is an input itself.</summary>
public sealed class InputMap<TValue> : Input<ImmutableDictionary<string, TValue>>, IEnumerable, IAsyncEnumerable<Input<KeyValuePair<string, TValue>>>
{
    private Output<ImmutableDictionary<string, Input<TValue>>> _entries;

    public InputMap() : this(Output.Create(ImmutableDictionary<string, Input<TValue>>.Empty))
    {
    }

    private InputMap(Output<ImmutableDictionary<string, Input<TValue>>> entries) : base(Flatten(entries)) => _entries = entries;

    public Input<TValue> this[string key]
    {
        set => Add(key, value);
    }

    public static implicit operator InputMap<TValue>(Dictionary<string, TValue> values) => Output.Create(values);

    public static implicit operator InputMap<TValue>(ImmutableDictionary<string, TValue> values) => Output.Create(values);

    public static implicit operator InputMap<TValue>(Output<Dictionary<string, TValue>> values) =>
        values.Apply(ImmutableDictionary.CreateRange);

    public static implicit operator InputMap<TValue>(Output<IDictionary<string, TValue>> values) =>
        values.Apply(ImmutableDictionary.CreateRange);

    public static implicit operator InputMap<TValue>(Output<ImmutableDictionary<string, TValue>> values) =>
        // An output that its provider left out is null, and so is the map.
        new(values.Apply(entries => entries?.ToImmutableDictionary(entry => entry.Key, entry => (Input<TValue>)entry.Value)!));

    public static InputMap<TValue> Merge(InputMap<TValue> first, InputMap<TValue> second) =>
        new(Output.Tuple(first._entries, second._entries).Apply(pair => pair.Item1.SetItems(pair.Item2)));

    public void Add(string key, Input<TValue> value) => Set(_entries.Apply(entries =>
        entries.SetItem(key, entries.TryGetValue(key, out var present) ? Same(key, present, value) : value)));

    public void Add(InputMap<TValue> values) => AddRange(values);

    public void AddRange(InputMap<TValue> values) =>
        Set(Output.Tuple(_entries, values._entries).Apply(pair => pair.Item1.AddRange(pair.Item2)));

    public async IAsyncEnumerator<Input<KeyValuePair<string, TValue>>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        var whenUnknown = ImmutableDictionary<string, TValue>.Empty;
        foreach (var entry in await Value.GetValueAsync(whenUnknown).ConfigureAwait(false))
        {
            yield return entry;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => throw new NotSupportedException(
        $"A {GetType().FullName} cannot be synchronously enumerated. Use {nameof(GetAsyncEnumerator)} instead.");

    private static Output<TValue> Same(string key, Input<TValue> present, Input<TValue> added) =>
        Output.Tuple(present, added).Apply(pair => EqualityComparer<TValue>.Default.Equals(pair.Item1, pair.Item2)
            ? pair.Item1
            : throw new ArgumentException($"Key '{key}' already exists in the map with a different value."));

    private static Output<ImmutableDictionary<string, TValue>> Flatten(
        Output<ImmutableDictionary<string, Input<TValue>>> entries) => entries.Apply(inputs =>
    {
        if (inputs is null)
        {
            return Output.Create(default(ImmutableDictionary<string, TValue>)!);
        }

        var pairs = inputs.Select(entry => entry.Value.Apply(value => KeyValuePair.Create(entry.Key, value)));
        return Output.All(pairs).Apply(settled => settled.ToImmutableDictionary());
    });

    private void Set(Output<ImmutableDictionary<string, Input<TValue>>> entries)
    {
        _entries = entries;
        Value = Flatten(entries);
    }
}
