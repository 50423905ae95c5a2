using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>
/// Turns a deserialized value into the type that a program asks for. What does not fit becomes the type's default:
/// a provider newer than the program must not break it.
/// </summary>
internal static class Converter
{
    private static readonly ConcurrentDictionary<(string Method, Type First, Type? Second), MethodInvoker> s_makers = new();

    public static object? Convert(object? value, Type type) =>
        TryConvert(value, type, out var converted) ? converted : DefaultOf(type);

    private static bool TryConvert(object? value, Type type, out object? result)
    {
        if (value is null)
        {
            result = DefaultOf(type);
            return true;
        }

        (var fits, result) = value switch
        {
            _ when Nullable.GetUnderlyingType(type) is { } inner => (TryConvert(value, inner, out var some), some),
            double number when type == typeof(int) => (true, (int)number),
            double number when type.IsEnum => (true, Enum.ToObject(type, (int)number)),
            _ when type == typeof(JsonElement) => (true, JsonSerializer.SerializeToElement(value)),
            _ when type.IsDefined(typeof(EnumTypeAttribute)) => ToEnum(value, type),
            _ when type.IsConstructedGenericType => ToGeneric(value, type),
            ImmutableDictionary<string, object?> map when type.IsDefined(typeof(OutputTypeAttribute)) => (true, ToNested(map, type)),
            _ => (type.IsInstanceOfType(value), value),
        };
        return fits;
    }

    private static object? DefaultOf(Type type) => type.IsValueType ? Activator.CreateInstance(type) : null;

    private static (bool Fits, object? Result) ToEnum(object value, Type type) =>
        value is string or double && TargetType.EnumConstructorOf(type, value.GetType()) is { } constructor
            ? (true, constructor.Invoke([value]))
            : (false, null);

    private static (bool Fits, object? Result) ToGeneric(object value, Type type)
    {
        var arguments = type.GenericTypeArguments;
        var shape = type.GetGenericTypeDefinition();

        if (shape == typeof(Union<,>))
        {
            return TryConvert(value, arguments[0], out var first) ? (true, Make(nameof(ToFirst), arguments, first))
                : TryConvert(value, arguments[1], out var second) ? (true, Make(nameof(ToSecond), arguments, second))
                : (false, null);
        }

        if (shape == typeof(Output<>))
        {
            return TryConvert(value, arguments[0], out var settled) ? (true, Make(nameof(ToOutput), arguments, settled)) : (false, null);
        }

        return value switch
        {
            ImmutableArray<object?> list when shape == typeof(ImmutableArray<>) =>
                (true, Make(nameof(ToArray), arguments, list.Select(item => Convert(item, arguments[0])))),
            ImmutableDictionary<string, object?> map when shape == typeof(ImmutableDictionary<,>) =>
                (true, Make(nameof(ToMap), [arguments[1]], map.ToDictionary(entry => entry.Key, entry => Convert(entry.Value, arguments[1])))),
            _ => (false, null),
        };
    }

    /// <summary>Passes each property to the constructor parameter of its name; the rest get defaults.</summary>
    private static object ToNested(ImmutableDictionary<string, object?> map, Type type)
    {
        var constructor = TargetType.ConstructorOf(type)!;
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter =>
        {
            var name = parameter.GetCustomAttribute<OutputConstructorParameterAttribute>()?.Name ?? parameter.Name!;
            return Convert(map.GetValueOrDefault(name), parameter.ParameterType);
        })]);
    }

    private static object? Make(string method, Type[] types, object? value) => s_makers
        .GetOrAdd((method, types[0], types.Length > 1 ? types[1] : null), _ => MethodInvoker.Create(
            typeof(Converter).GetMethod(method, BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(types)))
        .Invoke(null, value);

    private static ImmutableArray<T> ToArray<T>(IEnumerable items) => [.. items.Cast<T>()];

    private static ImmutableDictionary<string, T> ToMap<T>(Dictionary<string, object?> map) =>
        map.ToImmutableDictionary(entry => entry.Key, entry => (T)entry.Value!);

    private static Union<T0, T1> ToFirst<T0, T1>(T0 value) => Union<T0, T1>.FromT0(value);

    private static Union<T0, T1> ToSecond<T0, T1>(T1 value) => Union<T0, T1>.FromT1(value);

    private static Output<T> ToOutput<T>(T value) => Output.Create(value);
}
