using System.Collections.Immutable;
using System.Globalization;

namespace Pulumi;

/// <summary>Makes outputs, and combines several into one.</summary>
public static partial class Output
{
    public static Output<T> Create<T>(T value) => Create(Task.FromResult(value));

    public static Output<T> Create<T>(Task<T> value) => Output<T>.Create(value);

    public static Output<T> CreateSecret<T>(T value) => CreateSecret(Create(value));

    public static Output<T> CreateSecret<T>(Task<T> value) => CreateSecret(Create(value));

    public static Output<T> CreateSecret<T>(Output<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.With(data => data with { IsSecret = true });
    }

    public static Output<T> Unsecret<T>(Output<T> output) => output.With(data => data with { IsSecret = false });

    public static async Task<bool> IsSecretAsync<T>(Output<T> output) =>
        (await output.Data.ConfigureAwait(false)).IsSecret;

    public static Output<ImmutableArray<T>> All<T>(params Input<T>[] inputs) => All(inputs.AsEnumerable());

    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Input<T>> inputs) => All(inputs.Select(input => (Output<T>)input));

    public static Output<ImmutableArray<T>> All<T>(params Output<T>[] outputs) => All(outputs.AsEnumerable());

    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Output<T>> outputs)
    {
        return new(Combine([.. outputs]));

        static async Task<OutputData<ImmutableArray<T>>> Combine(ImmutableArray<Output<T>> outputs)
        {
            var values = ImmutableArray.CreateBuilder<T>(outputs.Length);
            var all = OutputData<ImmutableArray<T>>.Known([]);
            foreach (var output in outputs)
            {
                var data = await output.Data.ConfigureAwait(false);
                values.Add(data.Value);
                all = all.And(data);
            }

            return all with { Value = values.MoveToImmutable() };
        }
    }

    /// <summary>Fills inputs and outputs into the holes of an interpolated string, in the invariant culture.</summary>
    public static Output<string> Format(FormattableString formattableString)
    {
        var arguments = formattableString.GetArguments().Select(Untyped);

        return All(arguments).Apply(values =>
            string.Format(CultureInfo.InvariantCulture, formattableString.Format, [.. values]));
    }

    private static Output<object?> Untyped(object? value) => value switch
    {
        IInput input => new(input.ToOutput().GetDataAsync()),
        IOutput output => new(output.GetDataAsync()),
        _ => Create(value),
    };
}
