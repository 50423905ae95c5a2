using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using Pulumi.Utilities;

namespace MlTa.Offline;

/// <summary>
/// Finds the inputs that are secret. A mock only receives bare values, so the arguments themselves are asked, before
/// the SDK unwraps them.
/// </summary>
internal static class SecretInputs
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<(string Name, Func<object, object?> Read)>> s_inputs = new();
    private static readonly ConcurrentDictionary<Type, Func<object, Task<bool>>> s_readers = new();

    private static readonly MethodInfo s_holdsSecret = typeof(SecretInputs).GetMethod(nameof(HoldsSecretAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Names of the top-level inputs that are secret, or that hold a secret anywhere inside.</summary>
    public static async Task<IReadOnlySet<string>> FindAsync(InputArgs args)
    {
        var secret = new HashSet<string>();
        foreach (var (name, read) in InputsOf(args.GetType()))
        {
            if (await IsSecretAsync(read(args)))
            {
                secret.Add(name);
            }
        }

        return secret;
    }

    private static async Task<bool> IsSecretAsync(object? value)
    {
        switch (value)
        {
            case null or string:
                return false;
            case InputArgs nested:
                return (await FindAsync(nested)).Count > 0;
            case var input when ValueTypeOf(input.GetType()) is { } valueType:
                return await s_readers.GetOrAdd(valueType, Reader)(input);
            case IDictionary map:
                return await AnySecretAsync(map.Values);
            case IEnumerable items:
                return await AnySecretAsync(items);
            default:
                return false;
        }
    }

    private static async Task<bool> AnySecretAsync(IEnumerable items)
    {
        foreach (var item in items)
        {
            if (await IsSecretAsync(item))
            {
                return true;
            }
        }

        return false;
    }

    private static async Task<bool> HoldsSecretAsync<T>(object input)
    {
        var output = input as Output<T> ?? ((Input<T>)input).ToOutput();
        return await Output.IsSecretAsync(output) || (CanHoldSecret(typeof(T)) && await IsSecretAsync(await OutputUtilities.GetValueAsync(output)));
    }

    private static bool CanHoldSecret(Type type) => !type.IsPrimitive && type != typeof(string);

    private static Func<object, Task<bool>> Reader(Type valueType) => s_holdsSecret.MakeGenericMethod(valueType).CreateDelegate<Func<object, Task<bool>>>();

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

    /// <summary>The attribute is on a property, or on the private field behind a property whose setter marks it as secret.</summary>
    private static IReadOnlyList<(string, Func<object, object?>)> InputsOf(Type args) => s_inputs.GetOrAdd(args, type =>
        [.. type.GetMembers(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Select(member => (Member: member, Name: NameOf(member)))
            .Where(input => input.Name is not null)
            .Select(input => (input.Name!, ReaderOf(input.Member)))]);

    /// <summary>The attribute keeps the name to itself, so it is read as it was written.</summary>
    private static string? NameOf(MemberInfo member) => member.GetCustomAttributesData()
        .FirstOrDefault(attribute => attribute.AttributeType == typeof(InputAttribute))?
        .ConstructorArguments[0].Value as string;

    private static Func<object, object?> ReaderOf(MemberInfo member) => member switch
    {
        FieldInfo field => field.GetValue,
        PropertyInfo property => property.GetValue,
        _ => throw new NotSupportedException($"{member} carries an input"),
    };
}
