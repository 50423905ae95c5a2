namespace Pulumi;

/// <summary>A value that settles later, with the resources it comes from and whether it is secret.</summary>
public sealed class Output<T> : IOutput
{
    internal Output(Task<OutputData<T>> data)
    {
        Data = data;
        // A failed output fails the evaluation it was made in, whether or not anybody reads it.
        Deployment.Current?.InFlight.Add(data);
    }

    internal Output(OutputData<T> data) : this(Task.FromResult(data))
    {
    }

    internal Task<OutputData<T>> Data { get; }

    public static Output<T> Create(Task<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(Settle(value));

        static async Task<OutputData<T>> Settle(Task<T> value) =>
            OutputData<T>.Known(await value.ConfigureAwait(false));
    }

    public Output<TResult> Apply<TResult>(Func<T, TResult> func) => Apply(value => Output.Create(func(value)));

    public Output<TResult> Apply<TResult>(Func<T, Task<TResult>> func) => Apply(value => Output.Create(func(value)));

    public Output<TResult> Apply<TResult>(Func<T, Input<TResult>?> func) => Apply(value => func(value).ToOutput());

    public Output<ValueTuple> Apply(Func<T, Task> func) => Apply(async value =>
    {
        await func(value).ConfigureAwait(false);
        return ValueTuple.Create();
    });

    public Output<TResult> Apply<TResult>(Func<T, Output<TResult>?> func)
    {
        return new(Follow());

        async Task<OutputData<TResult>> Follow()
        {
            var data = await Data.ConfigureAwait(false);
            if (!data.IsKnown)
            {
                return data.Around<TResult>(default!);
            }

            return func(data.Value) is { } next
                ? (await next.Data.ConfigureAwait(false)).And(data)
                : data.Around<TResult>(default!);
        }
    }

    public override string ToString()
    {
        var message = string.Join(
            Environment.NewLine,
            "Calling [ToString] on an [Output<T>] is not supported.",
            "",
            "To get the value of an Output<T> as an Output<string> consider:",
            "1. o.Apply(v => $\"prefix{v}suffix\")",
            "2. Output.Format($\"prefix{hostname}suffix\");",
            "",
            "See https://www.pulumi.com/docs/concepts/inputs-outputs for more details.");

        Log.Warn(message);
        return string.Join(Environment.NewLine, message, "This function may throw in a future version of Pulumi.");
    }

    internal Output<T> With(Func<OutputData<T>, OutputData<T>> change)
    {
        return new(Changed());

        async Task<OutputData<T>> Changed() => change(await Data.ConfigureAwait(false));
    }

    internal async Task<T> GetValueAsync(T whenUnknown)
    {
        var data = await Data.ConfigureAwait(false);
        return data.IsKnown ? data.Value : whenUnknown;
    }

    async Task<OutputData<object?>> IOutput.GetDataAsync()
    {
        var data = await Data.ConfigureAwait(false);
        return data.Around<object?>(data.Value);
    }
}
