using MlTa.Offline;

namespace MlTa.Tests.Support;

/// <summary>What a change of settings changes: what is gone (-), what is new (+) and what has other inputs (~), by type and name.</summary>
internal static class Differences
{
    public static IEnumerable<string> Between(StackGraph before, StackGraph after)
    {
        var old = before.Resources.ToDictionary(resource => resource.Urn);
        var current = after.Resources.ToDictionary(resource => resource.Urn);
        return
        [
            .. before.Resources.Where(resource => !current.ContainsKey(resource.Urn)).Select(resource => $"- {resource.Type} {resource.Name}").Order(StringComparer.Ordinal),
            .. after.Resources.Where(resource => !old.ContainsKey(resource.Urn)).Select(resource => $"+ {resource.Type} {resource.Name}").Order(StringComparer.Ordinal),
            .. after.Resources
                .Where(resource => old.TryGetValue(resource.Urn, out var same) && same.Inputs.ToJsonString() != resource.Inputs.ToJsonString())
                .Select(resource => $"~ {resource.Type} {resource.Name}").Order(StringComparer.Ordinal),
        ];
    }
}
