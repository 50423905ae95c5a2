using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MlTa.Settings.Reading;

namespace MlTa.Tests.Support;

/// <summary>The configuration that the engine would make of a committed stack file.</summary>
internal static partial class EngineConfig
{
    /// <summary>What the engine has decrypted. The committed files have no secrets.</summary>
    private static readonly Dictionary<string, string> s_secrets = new()
    {
        ["databasePassword"] = "hunter2",
        ["cacheToken"] = "hunter2-hunter2-hunter2",
        ["onCallPhone"] = "+15550101",
        ["deputyPhone"] = "+15550102",
        ["commanderPhone"] = "+15550103",
        ["pagerUrl"] = "https://pager.example/hunter2",
    };

    public static Dictionary<string, string> Of(string stack)
    {
        var project = ProjectFile.Parse(Text("Pulumi.yaml"), [])!;
        var entries = new Dictionary<string, SettingNode>(project.Defaults);
        foreach (var (key, node) in ConfigKeys.SectionOf((MapNode)YamlNodes.Parse(Text(StackFile.NameOf(stack))))!)
        {
            entries[ConfigKeys.Full(project.Name, key)] = node;
        }

        var config = entries.ToDictionary(entry => entry.Key, entry => entry.Value is ScalarNode scalar ? scalar.Text : Json(entry.Value)!.ToJsonString());
        foreach (var (key, secret) in s_secrets)
        {
            config[ConfigKeys.Full(project.Name, key)] = secret;
        }

        return config;
    }

    /// <summary>What YAML takes for a number or a boolean is one in JSON too.</summary>
    private static JsonNode? Json(SettingNode node) => node switch
    {
        MapNode map => new JsonObject(map.Entries.Select(entry => KeyValuePair.Create(entry.Key, Json(entry.Value)))),
        ListNode list => new JsonArray([.. list.Items.Select(Json)]),
        ScalarNode scalar => LiteralPattern().IsMatch(scalar.Text) ? JsonNode.Parse(scalar.Text) : JsonValue.Create(scalar.Text),
        _ => null,
    };

    private static string Text(string file) => File.ReadAllText(Path.Combine(CommittedStacks.Folder, file));

    [GeneratedRegex("^(true|false|[0-9]+)$")]
    private static partial Regex LiteralPattern();
}
