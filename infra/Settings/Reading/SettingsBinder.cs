using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace MlTa.Settings.Reading;

/// <summary>
/// Builds settings records from nodes and collects every problem on the way: a library that stops at the first one
/// would cost whoever mends the file one run for each.
/// </summary>
internal sealed class SettingsBinder(string file)
{
    private readonly List<Problem> _problems = [];
    private readonly List<string> _unread = [];

    public IReadOnlyList<Problem> Problems => _problems;

    public static string KeyOf(PropertyInfo property) => SettingNames.Of(property.Name);

    /// <summary>The properties of a settings record that a stack file sets.</summary>
    public static IEnumerable<PropertyInfo> KeysOf(Type record) =>
        record.GetProperties().Where(property => property.CanWrite && !property.IsDefined(typeof(NotAKeyAttribute)));

    public static bool IsRequired(PropertyInfo property) => property.IsDefined(typeof(RequiredMemberAttribute));

    public static IEnumerable<string> SecretKeysOf(Type record) =>
        KeysOf(record).Where(property => property.PropertyType == typeof(SecretText)).Select(KeyOf);

    /// <summary>The settings as far as they can be read, so that rules can judge the rest of them in the same run.</summary>
    public T BindTop<T>(IReadOnlyDictionary<string, SettingNode> entries, string keyPrefix)
        where T : DeployedSettings
    {
        var settings = (T)BindRecord(typeof(T), new MapNode(entries), keyPrefix)!;
        return settings with { UnreadKeys = [.. _unread.Select(path => path[keyPrefix.Length..])] };
    }

    public void Report(string path, string text) => _problems.Add(new(file, path, text));

    private object? Bind(Type type, SettingNode node, string path) => node switch
    {
        NullNode => Refuse(path, $"expected {Expected(type)}, so give a value or remove the key, got null"),
        _ when type == typeof(SecretText) => BindSecret(node, path),
        EncryptedNode => Refuse(path, "the preview has to read it, so store it in plain text, got an encrypted value"),
        _ when Nullable.GetUnderlyingType(type) is { } inner => Bind(inner, node, path),
        _ when type == typeof(string) || type.IsPrimitive || type.IsEnum => BindScalar(type, node, path),
        _ when IsList(type) => BindList(type, node, path),
        _ => BindRecord(type, node, path + "."),
    };

    private object? BindRecord(Type type, SettingNode node, string pathPrefix)
    {
        var path = pathPrefix.TrimEnd('.');
        if (Structured(node, out var flaw) is not MapNode map)
        {
            return Refuse(path, $"expected a map, got {node.Shown}{flaw}");
        }

        var properties = KeysOf(type).ToDictionary(KeyOf);
        foreach (var key in map.Entries.Keys.Where(key => !properties.ContainsKey(key)))
        {
            Report(pathPrefix + key, $"unknown key, known are {string.Join(", ", properties.Keys)}");
        }

        // Property by property in the order of the record, so that problems come in the order of the documentation.
        var record = Activator.CreateInstance(type)!;
        foreach (var (key, property) in properties)
        {
            if (map.Entries.TryGetValue(key, out var value))
            {
                if (!IsLeftOut(property, value) && Bind(property.PropertyType, value, pathPrefix + key) is { } bound)
                {
                    property.SetValue(record, bound);
                }
            }
            else if (IsRequired(property))
            {
                Refuse(pathPrefix + key, $"missing, so give {Expected(property.PropertyType)}");
            }
        }

        return record;
    }

    /// <summary>
    /// An empty map where none is needed. Pulumi wants a value for every key that the project declares, so this is the default
    /// of a key that only one stack has.
    /// </summary>
    private static bool IsLeftOut(PropertyInfo property, SettingNode value) =>
        !property.PropertyType.IsValueType && !IsRequired(property) && Structured(value, out _) is MapNode { Entries.Count: 0 };

    private Array? BindList(Type type, SettingNode node, string path)
    {
        if (Structured(node, out var flaw) is not ListNode list)
        {
            return (Array?)Refuse(path, $"expected a list, got {node.Shown}{flaw}");
        }

        var itemType = type.GetGenericArguments()[0];
        var items = list.Items.Select((item, index) => Bind(itemType, item, $"{path}[{index}]")).OfType<object>().ToArray();
        var array = Array.CreateInstance(itemType, items.Length);
        items.CopyTo(array, 0);
        return array;
    }

    private object? BindScalar(Type type, SettingNode node, string path)
    {
        var value = node is ScalarNode scalar ? Parse(type, scalar.Text) : null;
        return value ?? Refuse(path, $"expected {Expected(type)}, got {node.Shown}");
    }

    private object? BindSecret(SettingNode node, string path) => node switch
    {
        EncryptedNode => SecretText.Unknown,
        ScalarNode secret => SecretText.Of(secret.Text),
        _ => Refuse(path, $"expected an encrypted value, got {SecretText.Redacted}"),
    };

    private static object? Parse(Type type, string text) => type switch
    {
        _ when type == typeof(string) => text,
        _ when type == typeof(bool) => text switch { "true" => true, "false" => false, _ => null },
        // Only as it would be written: 007 and +7 are other things in YAML or in JSON.
        _ when type == typeof(int) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number.ToString(CultureInfo.InvariantCulture) == text ? number : null,
        _ => Enum.GetValues(type).Cast<Enum>().FirstOrDefault(value => SettingNames.Of(value) == text),
    };

    private static string Expected(Type type) => type switch
    {
        _ when Nullable.GetUnderlyingType(type) is { } inner => Expected(inner),
        _ when type == typeof(string) => "text",
        _ when type == typeof(bool) => "true or false",
        _ when type == typeof(int) => "a whole number",
        _ when type == typeof(SecretText) => "an encrypted value",
        _ when type.IsEnum => $"one of {string.Join(", ", Enum.GetValues(type).Cast<Enum>().Select(SettingNames.Of))}",
        _ => IsList(type) ? "a list" : "a map",
    };

    /// <summary>A map or list may have come as JSON text: so Pulumi hands it to the program, and so <c>-c</c> takes it.</summary>
    /// <param name="node">What was written.</param>
    /// <param name="flaw">Why text that looks like JSON is not; otherwise empty.</param>
    private static SettingNode Structured(SettingNode node, out string flaw)
    {
        flaw = "";
        if (node is not ScalarNode { Text: ['{' or '[', ..] } scalar)
        {
            return node;
        }

        try
        {
            return JsonNodes.Parse(scalar.Text);
        }
        catch (FormatException e)
        {
            flaw = $", which is {e.Message}";
            return node;
        }
    }

    private static bool IsList(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>);

    private object? Refuse(string path, string text)
    {
        _unread.Add(path);
        Report(path, text);
        return null;
    }
}
