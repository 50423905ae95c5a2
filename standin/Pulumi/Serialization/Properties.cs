using System.Collections.Immutable;

namespace Pulumi.Serialization;

/// <summary>The named inputs of a resource or function, or the outputs of a component.</summary>
internal static class Properties
{
    /// <summary>A property without a value is as good as absent.</summary>
    public static async Task<(ImmutableDictionary<string, object?> Values, ImmutableHashSet<Resource> Dependencies)> SerializeAsync(
        string owner, IEnumerable<KeyValuePair<string, object?>> properties)
    {
        var serializer = new Serializer(keepsResources: true);
        var result = ImmutableDictionary.CreateBuilder<string, object?>();
        foreach (var (name, value) in properties)
        {
            try
            {
                if (await serializer.SerializeAsync($"{owner}.{name}", value).ConfigureAwait(false) is { } serialized)
                {
                    result[name] = serialized;
                }
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"error serializing property \"{name}\": {exception.Message}", exception);
            }
        }

        return (result.ToImmutable(), [.. serializer.Dependencies]);
    }
}
