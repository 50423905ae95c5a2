using System.Collections;
using System.Globalization;
using System.Text.RegularExpressions;
using MlTa.Settings;
using MlTa.Settings.Reading;

namespace MlTa.Commands;

/// <summary>The file of a stack that takes a lost one's place, as it would be written. Without secrets: those of the lost one are encrypted with a lost key.</summary>
internal static partial class NewStackFile
{
    public static IReadOnlyList<string> Lines(StackSettings stack) =>
    [
        $"secretsprovider: {stack.SecretsProvider}",
        "config:",
        .. SettingsBinder.KeysOf(typeof(StackSettings))
            .Where(key => key.PropertyType != typeof(SecretText))
            .Select(key => (Key: SettingsBinder.KeyOf(key), Value: key.GetValue(stack)))
            .Where(entry => entry.Value is not null and not IReadOnlyCollection<object> { Count: 0 })
            .Select(entry => $"  {stack.Project}:{entry.Key}: {Text(entry.Value!)}"),
    ];

    /// <summary>What has to be set again, with a key that is not lost.</summary>
    public static IEnumerable<string> Secrets(StackSettings stack) =>
        SettingsBinder.SecretKeysOf(typeof(StackSettings)).Select(key => $"pulumi config set --secret {stack.Project}:{key} --stack {stack.Stack}");

    /// <summary>On one line: YAML takes JSON's braces, and needs no quotes for plain words.</summary>
    private static string Text(object value) => value switch
    {
        string text => PlainText().IsMatch(text) ? text : $"\"{text}\"",
        bool truth => truth ? "true" : "false",
        Enum word => SettingNames.Of(word),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable items => $"[{string.Join(", ", items.Cast<object>().Select(Text))}]",
        _ => "{ " + string.Join(", ", SettingsBinder.KeysOf(value.GetType())
            .Select(key => (Key: SettingsBinder.KeyOf(key), Value: key.GetValue(value)))
            .Where(entry => entry.Value is not null and not IReadOnlyCollection<object> { Count: 0 })
            .Select(entry => $"{entry.Key}: {Text(entry.Value!)}")) + " }",
    };

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_./-]*$")]
    private static partial Regex PlainText();
}
