using System.Collections.Immutable;

namespace Pulumi;

internal sealed class OutputPromise<T> : OutputPromise
{
    private readonly TaskCompletionSource<OutputData<T>> _source = new();
    private readonly ImmutableHashSet<Resource> _resources;

    public OutputPromise(Resource resource)
    {
        _resources = [resource];
        Output = new Output<T>(_source.Task);
    }

    public override Type Type => typeof(T);

    private protected override object Output { get; }

    public override void Settle(OutputData<object?> data) => _source.SetResult(
        new(data.Value is null ? default! : (T)data.Value, data.IsKnown, data.IsSecret, _resources.Union(data.Resources)));

    public override void SettleIfMissing(bool isKnown) => _source.TrySetResult(new(default!, isKnown, false, _resources));

    public override void Fail(Exception exception) => _source.TrySetException(exception);
}
