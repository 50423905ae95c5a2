using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>Which types an output may have. Refusing others early finds a mistake before a provider answers.</summary>
internal static class TargetType
{
    private static readonly HashSet<Type> s_plain =
    [
        typeof(bool), typeof(int), typeof(double), typeof(string), typeof(object), typeof(JsonElement),
        typeof(ImmutableDictionary<string, object>), typeof(ImmutableArray<object>),
    ];

    public static void Check(string path, Type type) => Check(path, type, []);

    /// <summary>The constructor that takes a nested object's properties.</summary>
    public static ConstructorInfo? ConstructorOf(Type type)
    {
        var all = type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);
        return all.FirstOrDefault(constructor => constructor.IsDefined(typeof(OutputConstructorAttribute)))
            ?? (all.Where(constructor => constructor.IsPublic).ToArray() is [var only] ? only : null);
    }

    /// <summary>The constructor of an enum type from a string or a number.</summary>
    public static ConstructorInfo? EnumConstructorOf(Type type, Type from) =>
        type.GetConstructor(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, [from]);

    private static void Check(string path, Type type, HashSet<Type> seen)
    {
        // A type may contain itself.
        if (!seen.Add(type) || s_plain.Contains(type) || typeof(Resource).IsAssignableFrom(type)
            || (type.IsEnum && type.GetEnumUnderlyingType() == typeof(int)))
        {
            return;
        }

        if (type.IsValueType && type.IsDefined(typeof(EnumTypeAttribute)))
        {
            CheckEnum(type);
        }
        else if (type.IsConstructedGenericType)
        {
            CheckGeneric(path, type, seen);
        }
        else
        {
            CheckNested(path, type, seen);
        }
    }

    private static void CheckEnum(Type type)
    {
        var from = EnumConstructorOf(type, typeof(string)) is not null ? typeof(string)
            : EnumConstructorOf(type, typeof(double)) is not null ? typeof(double)
            : throw new InvalidOperationException(
                $"{type.FullName} had [{nameof(EnumTypeAttribute)}], but did not contain constructor with a single String or Double parameter.");

        var conversion = type.GetMethod("op_Explicit", BindingFlags.Public | BindingFlags.Static, [type]);
        if (conversion?.ReturnType != from)
        {
            throw new InvalidOperationException(
                $"{type.FullName} had [{nameof(EnumTypeAttribute)}], but did not contain an explicit conversion operator to {from.FullName}.");
        }
    }

    private static void CheckGeneric(string path, Type type, HashSet<Type> seen)
    {
        var definition = type.GetGenericTypeDefinition();
        var arguments = type.GenericTypeArguments;
        var isMap = definition == typeof(ImmutableDictionary<,>);
        if (isMap && arguments[0] != typeof(string))
        {
            throw new InvalidOperationException(
                $"{path} contains invalid type {type.FullName}:\n    The only allowed ImmutableDictionary 'TKey' type is 'String'.");
        }

        if (!isMap && definition != typeof(ImmutableArray<>) && definition != typeof(Nullable<>)
            && definition != typeof(Union<,>) && definition != typeof(Output<>))
        {
            throw new InvalidOperationException(
                $"{path} contains invalid type {type.FullName}:\n    The only generic types allowed are ImmutableArray<...> and ImmutableDictionary<string, ...>");
        }

        foreach (var argument in arguments)
        {
            Check(path, argument, seen);
        }
    }

    private static void CheckNested(string path, Type type, HashSet<Type> seen)
    {
        if (!type.IsDefined(typeof(OutputTypeAttribute)))
        {
            throw new InvalidOperationException(
                $"""
                {path} contains invalid type {type.FullName}. Allowed types are:
                    String, Boolean, Int32, Double,
                    Nullable<...>, ImmutableArray<...> and ImmutableDictionary<string, ...> or
                    a class explicitly marked with the [{nameof(OutputTypeAttribute)}].
                """);
        }

        var constructor = ConstructorOf(type) ?? throw new InvalidOperationException(
            $"{type.FullName} had [{nameof(OutputTypeAttribute)}], but did not contain constructor marked with [{nameof(OutputConstructorAttribute)}].");
        foreach (var parameter in constructor.GetParameters())
        {
            Check($"{type.FullName}({parameter.Name})", parameter.ParameterType, seen);
        }
    }
}
