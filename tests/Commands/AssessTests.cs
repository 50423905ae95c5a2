using System.Text.Json.Nodes;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Commands;

/// <summary><c>assess</c>, from what is typed to what is written.</summary>
public sealed class AssessTests
{
    private const string Today = "2026-11-23";

    private static readonly Lazy<Task<string>> s_text = new(async () => (await Typed.Good("assess", "--today", Today)).Output);

    private static readonly Lazy<Task<string>> s_json = new(async () => (await Typed.Good("assess", "--json", "--today", Today)).Output);

    [Fact]
    public async Task The_text_is_the_approved_one() => Snapshot.Match("assess", await s_text.Value);

    [Fact]
    public async Task It_fits_a_pipelines_log() =>
        Assert.All((await s_text.Value).Split('\n'), line => Assert.InRange(line.TrimEnd().Length, 0, 140));

    [Fact]
    public async Task The_json_has_the_published_shape()
    {
        var json = await JsonAsync();

        Assert.Equal(["objectives", "scenarios", "budget", "ways", "findings"], Keys(json));
        Assert.Equal(["recoveryTimeMinutes", "recoveryPointMinutes", "maximumDowntimeMinutes", "minorIncidentMinutes", "majorIncidentMinutes"], Keys(json["objectives"]!));
        Assert.All(json["scenarios"]!.AsArray(), scenario => Assert.Equal(
            ["id", "lost", "mode", "category", "serves", "rtoMinutes", "rtoGrade", "rpoMinutes", "rpoGrade", "stores", "targetMinutes", "verdict", "why", "chain"], Keys(scenario!)));
        Assert.All(json["budget"]!.AsArray(), budget => Assert.Equal(["category", "scenario", "targetMinutes", "slackMinutes", "grade", "latestDecisionMinute"], Keys(budget!)));
        Assert.All(json["ways"]!.AsArray(), way => Assert.Equal(["title", "ups", "unprotectedMinutes", "grade", "problems"], Keys(way!)));
        Assert.All(json["findings"]!.AsArray(), finding => Assert.Equal(["rule", "severity", "stack", "urn", "problem", "remedy", "waiver"], Keys(finding!)));
    }

    [Fact]
    public async Task Every_number_that_was_worked_out_has_a_grade_beside_it()
    {
        var ranges = Objects(await JsonAsync()).Where(node => node.Any(entry => IsRange(entry.Value))).ToList();

        Assert.NotEmpty(ranges);
        Assert.All(ranges, node => Assert.All(
            node.Where(entry => IsRange(entry.Value)),
            entry => Assert.Contains(
                (string?)(node[entry.Key.Replace("Minutes", "Grade", StringComparison.Ordinal)] ?? node["grade"]), (string[])["measured", "documented", "assumed"])));
    }

    /// <summary>What is not known is null, so that no program takes it for a number.</summary>
    [Fact]
    public async Task Numbers_are_numbers_and_grow_from_the_best_to_the_worst_case()
    {
        Assert.DoesNotContain("NaN", await s_json.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("Infinity", await s_json.Value, StringComparison.Ordinal);
        Assert.All(Objects(await JsonAsync()).Where(node => IsRange(node)), range =>
        {
            Assert.True((double)range["low"]! <= (double)range["likely"]!, range.ToJsonString());
            Assert.True((double)range["likely"]! <= (double)range["high"]!, range.ToJsonString());
        });
    }

    [Fact]
    public async Task What_nobody_serves_has_no_numbers() => Assert.All(
        (await JsonAsync())["scenarios"]!.AsArray().Where(scenario => scenario!["serves"] is null),
        scenario => Assert.Equal(
            (null, null, null, null, "unrecoverable"),
            (scenario!["rtoMinutes"], scenario["rtoGrade"], scenario["rpoMinutes"], scenario["rpoGrade"], (string?)scenario["verdict"])));

    [Fact]
    public async Task The_day_decides_about_waivers_and_the_exit_code()
    {
        await Typed.Good("assess", "--today", "2027-05-31");
        Assert.Equal(1, (await Typed.Run("assess", "--today", "2027-06-01", "-C", CommittedStacks.Folder)).ExitCode);
        await Typed.Bad("assess", "--today", "yesterday", "-C", CommittedStacks.Folder);
    }

    [Fact]
    public async Task Against_an_equal_folder_nothing_is_gained_or_lost()
    {
        using var files = new StackFiles();

        var text = (await Typed.Good("assess", "--today", Today, "--against", files.Folder)).Output;

        Assert.EndsWith("Against the base\n  nothing is gained or lost\n", text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Against_a_base_in_one_zone_the_second_zone_is_gained()
    {
        using var files = new StackFiles().Replace("Pulumi.primary.yaml", "multiAz: true", "multiAz: false");

        var differences = JsonNode.Parse((await Typed.Good("assess", "--json", "--today", Today, "--against", files.Folder)).Output)!["differences"]!.AsArray().Select(sentence => (string)sentence!);

        Assert.Contains("gained: loss of zone: primary serves instead of nobody: Database and cache move to another zone by themselves, and pods run in the others already.", differences);
    }

    /// <summary>Both folders have files of the same names.</summary>
    [Fact]
    public async Task Problems_of_both_folders_are_told_at_once_and_say_which_folder_is_meant()
    {
        using var files = new StackFiles().Replace("Pulumi.primary.yaml", "multiAz: true", "multiAz: maybe");
        using var reference = new StackFiles()
            .Replace("Pulumi.primary.yaml", "multiAz: true", "multiAz: perhaps")
            .Replace("Pulumi.secondary.yaml", "ml-ta:role: standby", "ml-ta:role: active");

        var lines = (await Typed.Bad("assess", "-C", files.Folder, "--against", reference.Folder)).ErrorLines;

        Assert.Contains("  - Pulumi.primary.yaml: ml-ta:database.multiAz: expected true or false, got 'maybe'", lines);
        Assert.Contains($"  - {Path.Combine(reference.Folder, "Pulumi.primary.yaml")}: ml-ta:database.multiAz: expected true or false, got 'perhaps'", lines);
        Assert.Contains(lines, line => line.StartsWith($"  - {Path.Combine(reference.Folder, "Pulumi.primary.yaml")}, {Path.Combine(reference.Folder, "Pulumi.secondary.yaml")}: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_base_that_is_not_there_is_named()
    {
        var folder = Path.Combine(CommittedStacks.Folder, "none");

        Assert.Equal($"  - command line: --against: expected a folder, got '{folder}'", (await Typed.Bad("assess", "-C", CommittedStacks.Folder, "--against", folder)).ErrorLines[1]);
    }

    [Fact]
    public async Task A_base_without_stack_files_is_named_in_full()
    {
        using var files = new StackFiles().Delete("Pulumi.yaml");

        Assert.Equal($"  - {Path.Combine(files.Folder, "Pulumi.yaml")}: there is no such file", (await Typed.Bad("assess", "-C", CommittedStacks.Folder, "--against", files.Folder)).ErrorLines[1]);
    }

    private static async Task<JsonObject> JsonAsync() => JsonNode.Parse(await s_json.Value)!.AsObject();

    private static IEnumerable<string> Keys(JsonNode node) => node.AsObject().Select(entry => entry.Key);

    private static bool IsRange(JsonNode? node) => node is JsonObject range && range.ContainsKey("likely");

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject map => map.Select(entry => entry.Value).SelectMany(Objects).Prepend(map),
        JsonArray list => list.SelectMany(Objects),
        _ => [],
    };
}
