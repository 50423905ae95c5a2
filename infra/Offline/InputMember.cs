using System.Collections.Concurrent;
using System.Reflection;

namespace MlTa.Offline;

/// <summary>One input of a class of arguments: a property, or the private field behind one whose setter marks it as secret.</summary>
internal sealed class InputMember(MemberInfo member)
{
    private const BindingFlags Anywhere = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly ConcurrentDictionary<Type, IReadOnlyList<InputMember>> s_members = new();

    /// <summary>What the provider calls it. The attribute keeps that to itself, so it is read as it was written; slow, and seldom needed.</summary>
    public string Name => (string)member.GetCustomAttributesData()
        .Single(attribute => attribute.AttributeType == typeof(InputAttribute))
        .ConstructorArguments[0].Value!;

    public static IReadOnlyList<InputMember> Of(Type args) => s_members.GetOrAdd(args, type =>
        [.. type.GetFields(Anywhere)
            .Concat<MemberInfo>(type.GetProperties(Anywhere))
            .Where(member => member.IsDefined(typeof(InputAttribute)))
            .Select(member => new InputMember(member))]);

    public object? Read(object args) => member is FieldInfo field ? field.GetValue(args) : ((PropertyInfo)member).GetValue(args);
}
