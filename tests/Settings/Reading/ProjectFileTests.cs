using MlTa.Settings;
using MlTa.Settings.Drills;
using MlTa.Settings.Reading;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Settings.Reading;

/// <summary>What <c>Pulumi.yaml</c> declares, and what it gives to stacks that give nothing themselves.</summary>
public sealed class ProjectFileTests
{
    private const string DefaultProviders = "pulumi:disable-default-providers";

    private const string Prefix = """
          prefix:
            type: string
            description: First part of every name. Bucket names are unique in all of AWS, so choose one that nobody else has.
            default: ml-ta

        """;

    private static readonly string[] s_types = ["string", "boolean", "integer", "array", "object"];

    private static readonly Dictionary<string, MapNode> s_declarations =
        ((MapNode)((MapNode)YamlNodes.Parse(File.ReadAllText(Path.Combine(CommittedStacks.Folder, "Pulumi.yaml")))).Entries["config"])
            .Entries.Where(entry => entry.Key != DefaultProviders)
            .ToDictionary(entry => entry.Key, entry => (MapNode)entry.Value);

    private static readonly string[] s_ofStanding = KeysOf(typeof(StackSettings));

    private static readonly string[] s_ofDrill = KeysOf(typeof(DrillSettings));

    /// <summary>Pulumi wants a value for every declared key from every stack. Of a secret there can be no default, so one that a drill lacks cannot be declared.</summary>
    [Fact]
    public void Every_key_of_the_settings_is_declared_but_for_secrets_that_a_drill_does_not_have_and_no_other() => Assert.Equal(
        s_ofStanding.Union(s_ofDrill).Except(SettingsBinder.SecretKeysOf(typeof(StackSettings)).Except(s_ofDrill)).Order(), s_declarations.Keys.Order());

    [Fact]
    public void A_key_that_not_every_stack_has_has_a_default() => Assert.All(
        s_declarations.Keys.Except(s_ofStanding.Intersect(s_ofDrill)), key => Assert.True(s_declarations[key].Entries.ContainsKey("default"), key));

    [Fact]
    public void Every_declaration_has_a_type_and_says_what_it_is_about() => Assert.All(s_declarations.Values, declaration =>
    {
        Assert.Contains(Text(declaration, "type"), s_types);
        Assert.False(string.IsNullOrWhiteSpace(Text(declaration, "description")));
    });

    [Theory]
    [InlineData("role", "string")]
    [InlineData("peerExists", "boolean")]
    [InlineData("peers", "array")]
    [InlineData("network", "object")]
    public void A_declared_type_is_that_of_the_settings(string key, string type) => Assert.Equal(type, Text(s_declarations[key], "type"));

    [Fact]
    public void Secrets_are_declared_as_such() => Assert.Equal(
        SettingsBinder.SecretKeysOf(typeof(DrillSettings)),
        s_declarations.Where(declaration => declaration.Value.Entries.ContainsKey("secret")).Select(declaration => declaration.Key));

    [Theory]
    [InlineData("{ type: string, default: other }")]
    [InlineData("{ value: other }")]
    [InlineData("{ value: ignored, default: other }")] // as Pulumi prefers it
    [InlineData("other")]
    public void A_stack_that_gives_no_value_gets_the_projects(string declaration)
    {
        using var files = new StackFiles().Replace("Pulumi.yaml", Prefix, $"  prefix: {declaration}\n");

        Assert.All(StackFolder.Read(files.Folder), settings => Assert.Equal("other", settings.Prefix));
    }

    [Fact]
    public void A_stack_replaces_a_value_of_the_project_as_a_whole()
    {
        using var files = new StackFiles()
            .Replace("Pulumi.yaml", "moves out of reach.\n    default: {}\n", "moves out of reach.\n    default: { keepOldVersionsDays: 7, deepArchiveAfterDays: 90 }\n")
            .Replace("Pulumi.secondary.yaml", "  ml-ta:storage:\n    keepOldVersionsDays: 90\n", "");

        var stacks = StackFolder.Read(files.Replace("Pulumi.yaml", ", deepArchiveAfterDays: 90", "").Folder);

        Assert.Equal([90, 7, 90], stacks.Select(settings => settings.Storage.KeepOldVersionsDays));
        Assert.Equal([null, null, 180], stacks.Select(settings => settings.Storage.DeepArchiveAfterDays));
    }

    /// <summary>Pulumi refuses a stack without a value for a key that has no default, so there is one that says nothing.</summary>
    [Fact]
    public void A_key_that_only_one_stack_has_is_nothing_in_the_others()
    {
        Assert.Equal(["secondary"], CommittedStacks.All.Where(settings => settings.Failover is not null).Select(settings => settings.Stack));
        Assert.Equal(["backup"], CommittedStacks.All.Where(settings => settings.Chat is not null).Select(settings => settings.Stack));
    }

    [Theory]
    [InlineData("    keepOldVersionsDays: 90", "    keepOldVersionsDays: 90\n    deepArchiveAfterDays: {}", "ml-ta:storage.deepArchiveAfterDays: expected a whole number, got a map")]
    [InlineData("natGateways: perZone", "natGateways: {}", "ml-ta:network.natGateways: expected one of none, one, perZone, got a map")]
    public void Only_a_map_is_left_out_by_an_empty_one(string text, string replacement, string problem)
    {
        using var files = new StackFiles().Replace("Pulumi.primary.yaml", text, replacement);

        Verdict.IsOf(files, $"Pulumi.primary.yaml: {problem}");
    }

    [Fact]
    public void A_bad_value_of_the_project_is_looked_for_where_it_stands()
    {
        using var files = new StackFiles().Replace("Pulumi.yaml", "\"111122223333\"", "\"1111\"");

        Verdict.IsOf(
            files,
            "Pulumi.yaml for Pulumi.backup.yaml: ml-ta:account: expected twelve digits in quotes, got '1111'",
            "Pulumi.yaml for Pulumi.primary.yaml: ml-ta:account: expected twelve digits in quotes, got '1111'",
            "Pulumi.yaml for Pulumi.secondary.yaml: ml-ta:account: expected twelve digits in quotes, got '1111'");
    }

    [Theory]
    [InlineData("", "Pulumi.yaml: name: missing, so give the project's name as text")]
    [InlineData("- a", "Pulumi.yaml: name: missing, so give the project's name as text")]
    [InlineData("name:", "Pulumi.yaml: name: missing, so give the project's name as text")]
    [InlineData("name: { a: b }", "Pulumi.yaml: name: missing, so give the project's name as text")]
    [InlineData("name: ml-ta\nconfig: []", "Pulumi.yaml: config: expected a map, got a list")]
    [InlineData("name: ml-ta\nname: b", "Pulumi.yaml: each key once, got one again, line 2")]
    public void A_project_file_that_is_none_is_refused(string text, string problem)
    {
        using var files = new StackFiles().Write("Pulumi.yaml", text);

        Verdict.IsOf(files, problem);
    }

    private static string? Text(MapNode declaration, string key) => (declaration.Entries.GetValueOrDefault(key) as ScalarNode)?.Text;

    private static string[] KeysOf(Type settings) => [.. SettingsBinder.KeysOf(settings).Select(SettingsBinder.KeyOf)];
}
