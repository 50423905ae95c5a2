using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>
/// Waits for a value and turns it into what goes over the wire: null, bool, double, string, array and map.
/// Remembers the resources that it came across.
/// </summary>
internal sealed class Serializer(bool keepsResources)
{
    public HashSet<Resource> Dependencies { get; } = [];

    public async Task<object?> SerializeAsync(string path, object? value) => value switch
    {
        null or bool or double or string => value,
        int number => (double)number,
        InputArgs args => await MapAsync(path, args.ToDictionary()).ConfigureAwait(false),
        Task => throw new InvalidOperationException(
            $"Tasks are not allowed inside ResourceArgs. Please wrap your Task in an Output:\n\t{path}"),
        IInput input => await SerializeAsync(path, input.ToOutput()).ConfigureAwait(false),
        IUnion union => await SerializeAsync(path, union.Value).ConfigureAwait(false),
        JsonElement json => Json(json),
        IOutput output => await OutputAsync(path, output).ConfigureAwait(false),
        CustomResource resource => await CustomAsync(path, resource).ConfigureAwait(false),
        ComponentResource component => await ComponentAsync(path, component).ConfigureAwait(false),
        IDictionary map => await MapAsync(path, map).ConfigureAwait(false),
        IList list => await ListAsync(path, list).ConfigureAwait(false),
        Enum constant when constant.GetTypeCode() == TypeCode.Int32 => (double)(int)value,
        ValueTuple => null,
        _ when value.GetType().IsDefined(typeof(EnumTypeAttribute)) => EnumValue(path, value),
        _ when value.GetType().IsDefined(typeof(OutputTypeAttribute)) => await FieldsAsync(path, value).ConfigureAwait(false),
        _ => throw new InvalidOperationException($"{value.GetType().FullName} is not a supported argument type.\n\t{path}"),
    };

    private async Task<object?> OutputAsync(string path, IOutput output)
    {
        var data = await output.GetDataAsync().ConfigureAwait(false);
        Dependencies.UnionWith(data.Resources);
        if (!data.IsKnown)
        {
            return Wire.Unknown;
        }

        var value = await SerializeAsync($"{path}.id", data.Value).ConfigureAwait(false);
        return data.IsSecret ? Special(Wire.Secret, (Wire.Value, value)) : value;
    }

    private async Task<object?> CustomAsync(string path, CustomResource resource)
    {
        Dependencies.Add(resource);
        var id = await SerializeAsync($"{path}.id", resource.Id).ConfigureAwait(false);
        if (!keepsResources)
        {
            return id;
        }

        var urn = await SerializeAsync($"{path}.urn", resource.Urn).ConfigureAwait(false);
        return Special(Wire.Resource, (Wire.Urn, urn), (Wire.Id, id is Wire.Unknown ? "" : id));
    }

    private async Task<object?> ComponentAsync(string path, ComponentResource component)
    {
        var urn = await SerializeAsync($"{path}.urn", component.Urn).ConfigureAwait(false);
        return keepsResources ? Special(Wire.Resource, (Wire.Urn, urn)) : urn;
    }

    /// <summary>A key without a value is left out, as in JSON.</summary>
    private async Task<ImmutableDictionary<string, object?>> MapAsync(string path, IDictionary map)
    {
        var result = ImmutableDictionary.CreateBuilder<string, object?>();
        foreach (var key in map.Keys)
        {
            var name = key as string
                ?? throw new InvalidOperationException($"Dictionaries are only supported with string keys:\n\t{path}");
            if (await SerializeAsync($"{path}.{name}", map[name]).ConfigureAwait(false) is { } value)
            {
                result[name] = value;
            }
        }

        return result.ToImmutable();
    }

    private async Task<ImmutableArray<object?>> ListAsync(string path, IList list)
    {
        var result = ImmutableArray.CreateBuilder<object?>();
        // The default immutable array has no count; it is what an output that the provider left out holds.
        for (var i = 0; !IsDefaultArray(list) && i < list.Count; i++)
        {
            result.Add(await SerializeAsync($"{path}[{i}]", list[i]).ConfigureAwait(false));
        }

        return result.ToImmutable();
    }

    private async Task<ImmutableDictionary<string, object?>> FieldsAsync(string path, object value)
    {
        var result = ImmutableDictionary.CreateBuilder<string, object?>();
        foreach (var field in value.GetType().GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance))
        {
            if (field.IsInitOnly)
            {
                var name = char.ToLowerInvariant(field.Name[0]) + field.Name[1..];
                result[name] = await SerializeAsync($"{path}.{name}", field.GetValue(value)).ConfigureAwait(false);
            }
        }

        return result.ToImmutable();
    }

    private static bool IsDefaultArray(IList list) =>
        list.GetType() is { IsValueType: true, IsGenericType: true } type && list.Equals(Activator.CreateInstance(type));

    private static object? EnumValue(string path, object value)
    {
        var type = value.GetType();
        var conversion = type.GetMethod("op_Explicit", BindingFlags.Public | BindingFlags.Static, [type]);
        return conversion?.ReturnType == typeof(string) || conversion?.ReturnType == typeof(double)
            ? conversion.Invoke(null, [value])
            : throw new InvalidOperationException(
                $"Expected {type.FullName} to have an explicit conversion operator to String or Double.\n\t{path}");
    }

    private static object? Json(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number => json.GetDouble(),
        JsonValueKind.True or JsonValueKind.False => json.GetBoolean(),
        JsonValueKind.Array => json.EnumerateArray().Select(Json).ToImmutableArray(),
        JsonValueKind.Object => json.EnumerateObject().ToImmutableDictionary(property => property.Name, property => Json(property.Value)),
        _ => null,
    };

    private static ImmutableDictionary<string, object?> Special(string signature, params (string Key, object? Value)[] parts) =>
        parts.ToImmutableDictionary(part => part.Key, part => part.Value).Add(Wire.Signature, signature);
}
