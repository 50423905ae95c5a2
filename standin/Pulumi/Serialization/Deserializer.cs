using System.Collections.Immutable;

namespace Pulumi.Serialization;

/// <summary>
/// Takes the protocol's marks off a serialized value: unknown anywhere means unknown, secret anywhere means secret.
/// </summary>
internal static class Deserializer
{
    public static OutputData<object?> Deserialize(object? value) => value switch
    {
        Wire.Unknown => OutputData<object?>.Unknown(),
        ImmutableArray<object?> list => List(list),
        ImmutableDictionary<string, object?> map => Map(map),
        _ => OutputData<object?>.Known(value),
    };

    private static OutputData<object?> List(ImmutableArray<object?> list)
    {
        var items = list.Select(Deserialize).ToImmutableArray();
        var value = OutputData<object?>.Known(items.Select(item => item.Value).ToImmutableArray());
        return items.Aggregate(value, (all, item) => all.And(item));
    }

    private static OutputData<object?> Map(ImmutableDictionary<string, object?> map) => map.GetValueOrDefault(Wire.Signature) switch
    {
        Wire.Secret => Deserialize(map[Wire.Value]) with { IsSecret = true },
        Wire.Resource => OutputData<object?>.Known(new DependencyResource((string)map[Wire.Urn]!)),
        _ => Plain(map),
    };

    private static OutputData<object?> Plain(ImmutableDictionary<string, object?> map)
    {
        // Keys that start so belong to the engine.
        var entries = map.Where(entry => !entry.Key.StartsWith("__", StringComparison.Ordinal))
            .ToImmutableDictionary(entry => entry.Key, entry => Deserialize(entry.Value));
        var value = OutputData<object?>.Known(entries.ToImmutableDictionary(entry => entry.Key, entry => entry.Value.Value));
        return entries.Values.Aggregate(value, (all, entry) => all.And(entry));
    }
}
