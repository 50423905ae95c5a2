using System.Collections.Concurrent;
using System.Reflection;

namespace MlTa.Offline;

/// <summary>The inputs of a class of arguments: what the SDK sends to a provider, and under which names.</summary>
internal static class InputMembers
{
    private const BindingFlags Anywhere = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly ConcurrentDictionary<Type, IReadOnlyList<(string Name, Func<object, object?> Read)>> s_members = new();

    /// <summary>The attribute is on a property, or on the private field behind a property whose setter marks it as secret.</summary>
    public static IReadOnlyList<(string Name, Func<object, object?> Read)> Of(Type args) => s_members.GetOrAdd(args, type =>
    [
        .. type.GetFields(Anywhere).Select(field => (NameOf(field)!, (Func<object, object?>)field.GetValue)).Where(IsInput),
        .. type.GetProperties(Anywhere).Select(property => (NameOf(property)!, (Func<object, object?>)property.GetValue)).Where(IsInput),
    ]);

    private static bool IsInput((string? Name, Func<object, object?>) member) => member.Name is not null;

    /// <summary>The attribute keeps the name to itself, so it is read as it was written.</summary>
    private static string? NameOf(MemberInfo member) => member.GetCustomAttributesData()
        .FirstOrDefault(attribute => attribute.AttributeType == typeof(InputAttribute))?
        .ConstructorArguments[0].Value as string;
}
