using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using MlTa.Settings;
using MlTa.Settings.Reading;

namespace MlTa.Recovery.Moves;

/// <summary>What has to be changed in a stack file so that it says something else. Compared value by value, so that nothing is left out.</summary>
public static class SettingsChanges
{
    /// <summary>In the order of the settings' documentation.</summary>
    public static IReadOnlyList<ConfigChange> Between(StackSettings before, StackSettings after) =>
    [
        .. SettingsBinder.KeysOf(typeof(StackSettings))
            .Where(key => key.PropertyType != typeof(SecretText))
            .SelectMany(key => Compare($"{after.Project}:{SettingsBinder.KeyOf(key)}", key.GetValue(before), key.GetValue(after)))
            .Select(change => change with { Stack = after.Stack }),
    ];

    private static IEnumerable<ConfigChange> Compare(string path, object? before, object? after) => (before, after) switch
    {
        (null, null) => [],
        // A map or list that goes is removed as a whole.
        (not null, null) => [new("", path, Show(before), null)],
        (_, string or ValueType) => Show(before) == Show(after) ? [] : [new("", path, Show(before), Show(after))],
        (_, IEnumerable items) => CompareLists(path, Items(before), Items(items)),
        _ => SettingsBinder.KeysOf(after!.GetType()).SelectMany(key => Compare($"{path}.{SettingsBinder.KeyOf(key)}", Value(key, before), key.GetValue(after))),
    };

    /// <summary>Of a map that is not there yet: what goes without saying in it, so that nobody has to type that.</summary>
    private static object? Value(PropertyInfo key, object? record) => record switch
    {
        not null => key.GetValue(record),
        null when key.IsDefined(typeof(RequiredMemberAttribute)) => null,
        null => key.GetValue(Activator.CreateInstance(key.DeclaringType!)),
    };

    /// <summary>What is past the end is removed from the last to the first, so that no number moves meanwhile.</summary>
    private static IEnumerable<ConfigChange> CompareLists(string path, IReadOnlyList<object> before, IReadOnlyList<object> after) =>
    [
        .. after.SelectMany((item, index) => Compare($"{path}[{index}]", index < before.Count ? before[index] : null, item)),
        .. before.Select((item, index) => new ConfigChange("", $"{path}[{index}]", Show(item), null)).Skip(after.Count).Reverse(),
    ];

    private static List<object> Items(object? list) => [.. (list as IEnumerable ?? Array.Empty<object>()).Cast<object>()];

    private static string? Show(object? value) => value switch
    {
        null => null,
        string text => text,
        bool truth => truth ? "true" : "false",
        Enum word => SettingNames.Of(word),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable items => $"[{string.Join(", ", items.Cast<object>().Select(Show))}]",
        _ => "{ " + string.Join(", ", SettingsBinder.KeysOf(value.GetType())
            .Where(key => key.GetValue(value) is not null)
            .Select(key => $"{SettingsBinder.KeyOf(key)}: {Show(key.GetValue(value))}")) + " }",
    };
}
