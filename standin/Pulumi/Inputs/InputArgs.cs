using System.Collections.Immutable;
using System.Reflection;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Named inputs: its fields and properties that carry <see cref="InputAttribute"/>.</summary>
public abstract class InputArgs
{
    private const BindingFlags Members = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private protected InputArgs()
    {
    }

    internal ImmutableDictionary<string, object?> ToDictionary() => GetType().GetFields(Members)
        .Concat<MemberInfo>(GetType().GetProperties(Members))
        .Select(member => (Member: member, Input: member.GetCustomAttribute<InputAttribute>()))
        .Where(pair => pair.Input is not null)
        .ToImmutableDictionary(pair => pair.Input!.Name, pair => Read(pair.Member, pair.Input!));

    private object? Read(MemberInfo member, InputAttribute input)
    {
        var name = $"[Input] {GetType().FullName}.{member.Name}";
        var value = member is FieldInfo field ? field.GetValue(this) : ((PropertyInfo)member).GetValue(this);

        return value switch
        {
            null when input.IsRequired => throw new ArgumentNullException(member.Name, $"{name} is required but was not given a value"),
            not null when input.Json => ToJson(name, value),
            _ => value,
        };
    }

    /// <summary>A provider takes a nested value as JSON text, which is as secret and as known as the value.</summary>
    private static Output<string> ToJson(string name, object value)
    {
        return value is IInput input ? new(FromInput(input)) : Output.Create(Text(value));

        async Task<OutputData<string>> FromInput(IInput input)
        {
            var data = await input.ToOutput().GetDataAsync().ConfigureAwait(false);
            return data.Around(data.IsKnown ? await Text(data.Value).ConfigureAwait(false) : "");
        }

        async Task<string> Text(object? part) =>
            JsonText.Format(await new Serializer(keepsResources: false).SerializeAsync(name, part).ConfigureAwait(false));
    }
}
