using System.Collections;
using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A list of inputs that is an input itself.</summary>
public sealed class InputList<T> : Input<ImmutableArray<T>>, IEnumerable, IAsyncEnumerable<Input<T>>
{
    public InputList() : base(Output.Create(ImmutableArray<T>.Empty))
    {
    }

    private InputList(Output<ImmutableArray<T>> items) : base(items)
    {
    }

    public static implicit operator InputList<T>(T value) => new(Output.All<T>(value));

    public static implicit operator InputList<T>(Output<T> value) => new(Output.All(value));

    public static implicit operator InputList<T>(Input<T> value) => new(Output.All(value));

    public static implicit operator InputList<T>(T[] values) => values.ToImmutableArray();

    public static implicit operator InputList<T>(Output<T>[] values) => new(Output.All(values));

    public static implicit operator InputList<T>(Input<T>[] values) => new(Output.All(values));

    public static implicit operator InputList<T>(List<T> values) => values.ToImmutableArray();

    public static implicit operator InputList<T>(List<Output<T>> values) => new(Output.All(values));

    public static implicit operator InputList<T>(List<Input<T>> values) => new(Output.All(values));

    public static implicit operator InputList<T>(ImmutableArray<T> values) => new(Output.Create(values));

    public static implicit operator InputList<T>(ImmutableArray<Output<T>> values) => new(Output.All(values));

    public static implicit operator InputList<T>(ImmutableArray<Input<T>> values) => new(Output.All(values));

    public static implicit operator InputList<T>(Output<T[]> values) => new(values.Apply(ImmutableArray.CreateRange));

    public static implicit operator InputList<T>(Output<List<T>> values) => new(values.Apply(ImmutableArray.CreateRange));

    public static implicit operator InputList<T>(Output<IEnumerable<T>> values) => new(values.Apply(ImmutableArray.CreateRange));

    public static implicit operator InputList<T>(Output<ImmutableArray<T>> values) => new(values);

    public void Add(params Input<T>[] inputs) => AddRange(inputs);

    public void Add(InputList<T> inputs) => AddRange(inputs);

    public void AddRange(InputList<T> inputs) => Value = Concat(inputs).Value;

    public InputList<T> Concat(InputList<T> other) =>
        new(Output.Tuple(Value, other.Value).Apply(pair => pair.Item1.AddRange(pair.Item2)));

    public async IAsyncEnumerator<Input<T>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        foreach (var item in await Value.GetValueAsync(whenUnknown: []).ConfigureAwait(false))
        {
            yield return item;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => throw new NotSupportedException(
        $"A {GetType().FullName} cannot be synchronously enumerated. Use {nameof(GetAsyncEnumerator)} instead.");

    internal InputList<T> Clone() => new(Value);
}
