using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using Pulumi.Utilities;

namespace MlTa.Offline;

/// <summary>
/// What the arguments of a resource say beyond the values. A mock only receives these, so the arguments themselves are
/// asked, before the SDK unwraps them.
/// </summary>
internal sealed class GivenInputs
{
    private static readonly ConcurrentDictionary<Type, Func<object, Task<Given>>> s_readers = new();

    private static readonly MethodInfo s_read = typeof(GivenInputs).GetMethod(nameof(ReadOutputAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    private readonly HashSet<string> _secret = [];
    private readonly Dictionary<string, IReadOnlySet<Resource>> _unknown = [];
    private readonly HashSet<Resource> _sources = [];

    private GivenInputs()
    {
    }

    /// <summary>Names of the top-level inputs that are secret, or that hold a secret anywhere inside.</summary>
    public IReadOnlySet<string> Secret => _secret;

    /// <summary>Names of the top-level inputs that are made, wholly or in part, of outputs that nobody can know offline, and of whose.</summary>
    public IReadOnlyDictionary<string, IReadOnlySet<Resource>> Unknown => _unknown;

    /// <summary>The resources whose outputs are among the inputs.</summary>
    public IReadOnlySet<Resource> Sources => _sources;

    public static async Task<GivenInputs> OfAsync(InputArgs args)
    {
        var inputs = new GivenInputs();
        foreach (var input in InputMember.Of(args.GetType()))
        {
            await inputs.AddAsync(input, input.Read(args));
        }

        return inputs;
    }

    /// <param name="input">The top-level input that the value is, or is inside of.</param>
    private async Task AddAsync(InputMember input, object? value)
    {
        switch (value)
        {
            case null or string:
                break;
            case InputArgs nested:
                foreach (var inner in InputMember.Of(nested.GetType()))
                {
                    await AddAsync(input, inner.Read(nested));
                }

                break;
            case var output when ValueTypeOf(output.GetType()) is { } valueType:
                await AddOutputAsync(input, await s_readers.GetOrAdd(valueType, Reader)(output));
                break;
            case IDictionary map:
                await AddAllAsync(input, map.Values);
                break;
            case IEnumerable items:
                await AddAllAsync(input, items);
                break;
        }
    }

    private async Task AddOutputAsync(InputMember input, Given given)
    {
        _sources.UnionWith(given.Sources);
        if (given.IsSecret)
        {
            _secret.Add(input.Name);
        }

        if (given.IsKnown)
        {
            await AddAsync(input, given.Value);
        }
        else
        {
            _unknown.TryAdd(input.Name, given.Sources);
        }
    }

    private async Task AddAllAsync(InputMember input, IEnumerable items)
    {
        foreach (var item in items)
        {
            await AddAsync(input, item);
        }
    }

    private static async Task<Given> ReadOutputAsync<T>(object input)
    {
        var output = input as Output<T> ?? ((Input<T>)input).ToOutput();
        return new(
            await OutputUtilities.GetValueAsync(output),
            await OutputUtilities.GetIsKnownAsync(output),
            await Output.IsSecretAsync(output),
            await OutputUtilities.GetDependenciesAsync(output));
    }

    private static Func<object, Task<Given>> Reader(Type valueType) => s_read.MakeGenericMethod(valueType).CreateDelegate<Func<object, Task<Given>>>();

    /// <summary>What an <c>Input&lt;T&gt;</c>, or a class made from one, or an <c>Output&lt;T&gt;</c> holds; null for anything else.</summary>
    private static Type? ValueTypeOf(Type? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(Input<>) || type.GetGenericTypeDefinition() == typeof(Output<>)))
            {
                return type.GetGenericArguments()[0];
            }
        }

        return null;
    }

    private sealed record Given(object? Value, bool IsKnown, bool IsSecret, IReadOnlySet<Resource> Sources);
}
