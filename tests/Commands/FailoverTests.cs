using System.Text.Json.Nodes;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Commands;

/// <summary><c>failover</c>, from what is typed to what is written.</summary>
public sealed class FailoverTests
{
    private static readonly Lazy<Task<string>> s_text = new(async () => (await Typed.Good("failover", "--to", "secondary")).Output);

    private static readonly Lazy<Task<string>> s_json = new(async () => (await Typed.Good("failover", "--to", "secondary", "--json")).Output);

    private static readonly string[] s_untouched = ["aws:iam/", "aws:s3/", "aws:kms/", "aws:lb/", "aws:eks/"];

    [Fact]
    public async Task The_text_is_the_approved_one() => Snapshot.Match("failover-secondary", await s_text.Value);

    [Fact]
    public async Task The_text_of_a_planned_one_is_the_approved_one() =>
        Snapshot.Match("failover-secondary-graceful", (await Typed.Good("failover", "--to", "secondary", "--graceful")).Output);

    /// <summary>But for what is typed, which has to be copied in one piece.</summary>
    [Fact]
    public async Task It_fits_a_pipelines_log() => Assert.All(
        (await s_text.Value).Split('\n').Where(line => !line.StartsWith("     aws ", StringComparison.Ordinal)), line => Assert.InRange(line.TrimEnd().Length, 0, 140));

    [Fact]
    public async Task What_is_typed_is_not_wrapped() => Assert.Contains(
        (await s_text.Value).Split('\n'), line => line.StartsWith("     aws cloudwatch ", StringComparison.Ordinal) && line.TrimEnd().EndsWith("--end-time $(date -u +%FT%TZ)", StringComparison.Ordinal));

    /// <summary>The order that the plan states is safe in one case only, and the text says in which.</summary>
    [Fact]
    public async Task It_warns_that_the_old_region_must_be_gone_or_left_first()
    {
        Assert.Contains("Only if us-west-2 is really gone: as long as it writes, two regions would. If it still answers: --graceful.", await s_text.Value, StringComparison.Ordinal);
        Assert.Contains("Never in this order, or two regions write at once: activate, then fence.", (await Typed.Good("failover", "--to", "secondary", "--graceful")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_json_has_the_published_shape()
    {
        var json = await JsonAsync();

        Assert.Equal(
            ["from", "to", "mode", "config", "changes", "steps", "awake", "rtoMinutes", "rtoGrade", "rpoMinutes", "rpoGrade", "stores", "unsafeOrders", "refusals"], Keys(json));
        Assert.Equal(("primary", "secondary", "sudden"), ((string)json["from"]!, (string)json["to"]!, (string)json["mode"]!));
        Assert.All(json["config"]!.AsArray(), change => Assert.Equal(["stack", "key", "from", "to"], Keys(change!)));
        Assert.All(json["changes"]!.AsArray(), change => Assert.Equal(["stack", "urn", "type", "op", "properties", "sent", "region", "why"], Keys(change!)));
        Assert.All(json["steps"]!.AsArray(), step => Assert.Equal(["id", "title", "actor", "api", "command", "home", "plane", "needs", "after", "minutes", "grade", "source"], Keys(step!)));
        Assert.All(json["stores"]!.AsArray(), store => Assert.Equal(["store", "copy", "rpoMinutes", "grade", "source"], Keys(store!)));
        Assert.Equal(["low", "likely", "high"], Keys(json["rtoMinutes"]!));
        Assert.Equal(["low", "likely", "high"], Keys(json["rpoMinutes"]!));
        Assert.Empty(json["refusals"]!.AsArray());
    }

    [Fact]
    public async Task One_key_of_each_stack_changes() => Assert.Equal(
        ["secondary ml-ta:role standby active", "primary ml-ta:role active fenced"],
        (await JsonAsync())["config"]!.AsArray().Select(change => $"{change!["stack"]} {change["key"]} {change["from"]} {change["to"]}"));

    [Fact]
    public async Task The_database_is_promoted_and_rds_is_sent_its_source_only()
    {
        var promoted = Assert.Single(await ChangesAsync(), change => (string?)change["op"] == "promote");

        Assert.Equal("aws:rds/instance:Instance", (string?)promoted["type"]);
        Assert.Equal(["replicateSourceDb"], Texts(promoted["sent"]!));
        Assert.Single(await ChangesAsync(), change => ((string)change["type"]!).StartsWith("aws:rds/instance:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_changed_that_a_lost_region_could_block_and_nothing_that_holds_data_goes()
    {
        var changes = await ChangesAsync();

        Assert.DoesNotContain(changes, change => s_untouched.Any(type => ((string)change["type"]!).StartsWith(type, StringComparison.Ordinal)));
        Assert.All(changes, change => Assert.Equal(("secondary", "us-east-1"), ((string)change["stack"]!, (string)change["region"]!)));
        Assert.Equal(["create", "delete", "promote", "retain", "update"], changes.Select(change => (string)change["op"]!).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(["aws:cloudwatch/metricAlarm:MetricAlarm"], changes.Where(change => (string?)change["op"] == "delete").Select(change => (string)change["type"]!).Distinct());
    }

    [Fact]
    public async Task Every_step_names_who_does_it_where_and_how_well_its_time_is_known()
    {
        var steps = (await JsonAsync())["steps"]!.AsArray().Select(step => step!.AsObject()).ToList();

        Assert.All(steps, step =>
        {
            Assert.Contains((string)step["actor"]!, (string[])["machine", "pulumi", "onCall", "incidentCommander", "team"]);
            Assert.Contains((string)step["grade"]!, (string[])["measured", "documented", "assumed"]);
            Assert.Equal(step["home"] is null, (string?)step["plane"] == "none");
            Assert.NotEqual("", (string?)step["source"]);
        });
        Assert.All(steps.SelectMany(step => step["needs"]!.AsArray()), need => Assert.Equal("us-east-1", (string?)need!["region"]));
        Assert.All(steps.Where(step => (string?)step["grade"] == "assumed"), step => Assert.StartsWith("assumed; ", (string)step["source"]!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_planned_one_fences_first_and_loses_nothing()
    {
        var json = JsonNode.Parse((await Typed.Good("failover", "--to", "secondary", "--graceful", "--json")).Output)!.AsObject();

        Assert.Equal("graceful", (string?)json["mode"]);
        Assert.Equal(["primary", "secondary"], json["config"]!.AsArray().Select(change => (string)change!["stack"]!));
        Assert.Equal(["primary", "secondary"], json["changes"]!.AsArray().Select(change => (string)change!["stack"]!).Distinct());
        Assert.Equal(0, (double)json["rpoMinutes"]!["high"]!);
    }

    [Fact]
    public async Task The_stack_to_take_over_from_may_be_named() => await Typed.Good("failover", "--to", "secondary", "--from", "primary");

    [Fact]
    public async Task Mistakes_are_told_all_at_once() => Assert.Equal(
        [
            "2 problems, nothing was evaluated:",
            "  - command line: --to: primary is active already, so name another stack",
            "  - command line: --from: expected the active stack, which is primary, got 'backup'",
        ],
        (await Typed.Bad("failover", "--to", "primary", "--from", "backup", "-C", CommittedStacks.Folder)).ErrorLines);

    [Theory]
    [InlineData("")]
    [InlineData("tertiary")]
    [InlineData("Secondary")]
    public async Task A_stack_that_is_not_there_is_refused(string stack) => Assert.Equal(
        $"  - command line: --to: expected one of primary, secondary, backup, got '{stack}'",
        (await Typed.Bad("failover", "--to", stack, "-C", CommittedStacks.Folder)).ErrorLines[1]);

    [Fact]
    public async Task Without_a_stack_nothing_is_evaluated() =>
        Assert.Equal(["Option '--to' is required.", "See --help."], (await Typed.Bad("failover", "-C", CommittedStacks.Folder)).ErrorLines);

    [Theory]
    [InlineData("--graceful")]
    [InlineData("--json")]
    public async Task The_archive_is_no_choice_while_a_standby_is_left(string option)
    {
        var typed = await Typed.Run("failover", "--to", "backup", option, "-C", CommittedStacks.Folder);

        Assert.Equal(1, typed.ExitCode);
        Assert.Contains(
            "secondary is on standby and loses minutes where backup loses a day",
            typed.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fenced_stack_is_refused_until_it_has_followed()
    {
        using var files = AfterFailover();
        var typed = await Typed.Run("failover", "--to", "primary", "--json", "-C", files.Folder);
        var refusals = Texts(JsonNode.Parse(typed.Output)!["refusals"]!);

        Assert.Equal(1, typed.ExitCode);
        Assert.Contains("primary is fenced: its database ends where the last failover began, so let it follow secondary first (runbook, failback)", refusals);
    }

    /// <summary>Without a standby the archive is what is left; while us-east-1 is gone it gets no names.</summary>
    [Fact]
    public async Task Without_a_standby_the_archive_is_refused_for_what_it_lacks_only()
    {
        using var files = AfterFailover();
        var refusals = Texts(JsonNode.Parse((await Typed.Run("failover", "--to", "backup", "--json", "-C", files.Folder)).Output)!["refusals"]!);

        Assert.DoesNotContain(refusals, refusal => refusal.Contains("on standby", StringComparison.Ordinal));
        Assert.Contains("'Make Cluster cluster' needs Route 53 (it names what is new) in us-east-1, which is lost", refusals);
    }

    private static StackFiles AfterFailover() => new StackFiles()
        .Replace("Pulumi.primary.yaml", "ml-ta:role: active", "ml-ta:role: fenced")
        .Replace("Pulumi.secondary.yaml", "ml-ta:role: standby", "ml-ta:role: active");

    private static async Task<JsonObject> JsonAsync() => JsonNode.Parse(await s_json.Value)!.AsObject();

    private static async Task<IReadOnlyList<JsonObject>> ChangesAsync() =>
        [.. (await JsonAsync())["changes"]!.AsArray().Select(change => change!.AsObject())];

    private static IEnumerable<string> Keys(JsonNode node) => node.AsObject().Select(entry => entry.Key);

    private static List<string> Texts(JsonNode list) => [.. list.AsArray().Select(item => (string)item!)];
}
