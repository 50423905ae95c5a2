using System.Text;
using System.Text.Json.Nodes;
using MlTa.Commands;
using MlTa.Recovery.Evidence;
using MlTa.Tests.Recovery.Evidence;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Commands;

/// <summary><c>assess --evidence</c>: what drills have shown, and what they have not.</summary>
public sealed class AssessEvidenceTests
{
    private const string Today = "2026-11-23";

    [Fact]
    public async Task With_every_path_walked_nothing_is_found_and_the_oldest_is_named()
    {
        using var files = await new EvidenceFiles().AddAllAsync(new(2026, 11, 20));
        await files.AddAsync("object-replication.json", SampleEvidence.Exercise("object-replication", new(2026, 11, 1)));

        var json = await JsonAsync(ExitCode.Good, files);

        Assert.All(json["evidence"]!.AsArray(), proof => Assert.Equal("proven", (string?)proof!["state"]));
        Assert.Equal("object-replication", (string?)json["leastRecentlyProven"]);
        Assert.Empty(Findings(json));
        var text = await TextAsync(ExitCode.Good, files);
        Assert.Contains("Least recently proven: object-replication, on 2026-11-01", text, StringComparison.Ordinal);
        Assert.Matches(@"restore-copy-us-east-1 +proven +2026-11-20 +3 d +55.5 min ✓ +8.5 min ✓ +restore-copy-us-east-1.json", text);
    }

    [Fact]
    public async Task The_json_has_the_published_shape()
    {
        using var files = await new EvidenceFiles().AddAsync("a.json", SampleEvidence.Good);

        var json = await JsonAsync(ExitCode.Good, files);

        Assert.Equal(["objectives", "scenarios", "budget", "ways", "findings", "evidence", "leastRecentlyProven"], json.Select(entry => entry.Key));
        Assert.All(json["evidence"]!.AsArray(), proof => Assert.Equal(
            ["path", "state", "provenOn", "ageDays", "file", "recoveryTimeMinutes", "recoveryPointMinutes"], proof!.AsObject().Select(entry => entry.Key)));
        Assert.True(JsonNode.DeepEquals(
            new JsonObject
            {
                ["path"] = "restore-copy-us-east-1",
                ["state"] = "proven",
                ["provenOn"] = "2026-11-20",
                ["ageDays"] = 3,
                ["file"] = "a.json",
                ["recoveryTimeMinutes"] = 55.5,
                ["recoveryPointMinutes"] = 8.5,
            },
            json["evidence"]![0]));
        Assert.True(JsonNode.DeepEquals(
            new JsonObject { ["path"] = "restore-copy-eu-west-1", ["state"] = "never", ["provenOn"] = null, ["ageDays"] = null, ["file"] = null, ["recoveryTimeMinutes"] = null, ["recoveryPointMinutes"] = null },
            json["evidence"]![1]));
    }

    /// <summary>A folder as it may come to be: one good file, and one of each kind that is not.</summary>
    [Fact]
    public async Task What_is_stale_expired_failed_or_refused_is_said_and_never_used()
    {
        using var files = await new EvidenceFiles().AddAsync("good.json", SampleEvidence.Good);
        var good = File.ReadAllText(Path.Combine(files.Folder, "good.json"));
        var negative = SampleEvidence.Json(SampleEvidence.Good with { Path = "restore-copy-eu-west-1", Region = "eu-west-1" });
        negative["phases"]![0]!["minutes"] = -5;
        var unknown = SampleEvidence.Json(SampleEvidence.Good with { Path = "restore-copy-eu-west-1", Region = "eu-west-1" });
        unknown["trusted"] = true;
        files
            .Add("forged.json", Encoding.UTF8.GetBytes(good.Replace("8.5", "0.5", StringComparison.Ordinal)))
            .Add("huge.json", Encoding.UTF8.GetBytes(good.PadRight(EvidenceReader.MaximumBytes + 1)))
            .Add("negative.json", SampleEvidence.Forged(negative))
            .Add("unknown.json", SampleEvidence.Forged(unknown))
            .Add("stale.json", EvidenceWriter.Bytes(SampleEvidence.Good with { Path = "restore-point-in-time-us-east-1", Restored = SampleEvidence.Good.Restored! with { Kind = RestoredData.PointInTime } }));
        await files.AddAsync("expired.json", SampleEvidence.Exercise("object-replication", new(2026, 9, 21)));
        await files.AddAsync("ageing.json", SampleEvidence.Exercise("application-recovery", new(2026, 10, 15)));
        await files.AddAsync("failed.json", SampleEvidence.Exercise("database-failover", new(2026, 11, 22)) with { Passed = false, Checks = [SampleEvidence.Check("writable", null, passed: false)] });

        var json = await JsonAsync(ExitCode.Findings, files);

        Assert.Equal(
            ["proven", "never", "stale", "failed", "ageing", "expired", "never"], json["evidence"]!.AsArray().Select(proof => (string?)proof!["state"]));
        Assert.Equal("restore-copy-eu-west-1", (string?)json["leastRecentlyProven"]);
        Assert.Collection(
            Findings(json),
            text => Assert.Matches("^error evidence-refused forged.json: digest: expected sha256:.{64} for what the file says, got sha256:.{64}: it was changed after it was written$", text),
            text => Assert.Equal("error evidence-refused huge.json: expected at most 256 KiB, got more", text),
            text => Assert.Equal("error evidence-refused negative.json: phases[0].minutes: expected 0 minutes or more, got -5; phases[0].minutes: expected 31, which is from startedAt to finishedAt, got -5", text),
            text => Assert.Matches("^error evidence-refused unknown.json: expected no other fields than version, .*, digest, got 'trusted'; digest: expected .*$", text),
            text => Assert.Equal("warning evidence-missing restore-copy-eu-west-1: no drill has walked it", text),
            text => Assert.Equal("warning evidence-stale restore-point-in-time-us-east-1: was walked on 2026-11-20 (stale.json), and what it exercises has changed since", text),
            text => Assert.Equal("error evidence-failed database-failover: the last drill, failed.json, failed: writable", text),
            text => Assert.Equal("warning evidence-ageing application-recovery: was walked last on 2026-10-15 (ageing.json), 39 days ago, and is proven for 38 days", text),
            text => Assert.Equal("warning evidence-expired object-replication: was walked last on 2026-09-21 (expired.json), 63 days ago, and what it measured counts for 62 days", text),
            text => Assert.Equal("warning evidence-missing regional-failover-us-east-1: no drill has walked it", text));
        Assert.Contains("Least recently proven: restore-copy-eu-west-1, never", await TextAsync(ExitCode.Findings, files), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_measured_takes_the_place_of_what_is_assumed()
    {
        using var files = await new EvidenceFiles().AddAsync("restore.json", SampleEvidence.Good);
        using var none = new EvidenceFiles();

        var measured = await JsonAsync(ExitCode.Good, files);
        var assumed = await JsonAsync(ExitCode.Good, none);

        Assert.Equal(Likely(assumed, "content") - 9, Likely(measured, "content"));
        Assert.Contains("55.5 min ✓", await TextAsync(ExitCode.Good, files), StringComparison.Ordinal);
    }

    /// <summary>A database that moves to its other zone is not the loss of a zone, and pods that come back are no cold start.</summary>
    [Fact]
    public async Task What_is_less_than_what_the_model_means_changes_no_number()
    {
        using var files = await new EvidenceFiles().AddAsync("zone.json", SampleEvidence.Exercise("database-failover", SampleEvidence.Day));
        using var none = new EvidenceFiles();

        Assert.Equal((await JsonAsync(ExitCode.Good, none))["scenarios"]!.ToJsonString(), (await JsonAsync(ExitCode.Good, files))["scenarios"]!.ToJsonString());
    }

    [Theory]
    [InlineData("07:05:00", 240, null)]
    [InlineData("07:05:06", 240.1, "error evidence-slow database-failover: took 240.1 min (slow.json), and the objective is 240")]
    public async Task A_recovery_that_comes_too_late_is_wrong(string finished, double minutes, string? finding)
    {
        using var files = await new EvidenceFiles().AddAsync("slow.json", SampleEvidence.Exercise("database-failover", SampleEvidence.Day) with
        {
            FinishedAt = SampleEvidence.At(SampleEvidence.Day, finished),
            Achieved = new(minutes, null),
        });

        Assert.Equal(
            finding is null ? [] : [finding],
            Findings(await JsonAsync(finding is null ? ExitCode.Good : ExitCode.Findings, files)).Where(text => text.Contains("evidence-slow", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_stale_drill_changes_no_number()
    {
        using var files = new EvidenceFiles().Add("stale.json", EvidenceWriter.Bytes(SampleEvidence.Good));
        using var none = new EvidenceFiles();

        Assert.Equal((await JsonAsync(ExitCode.Good, none))["scenarios"]!.ToJsonString(), (await JsonAsync(ExitCode.Good, files))["scenarios"]!.ToJsonString());
    }

    [Fact]
    public async Task A_change_of_the_database_makes_its_restores_stale_and_against_the_base_they_are_lost()
    {
        using var files = await new EvidenceFiles().AddAllAsync(SampleEvidence.Day);
        using var changed = new StackFiles().Replace("Pulumi.primary.yaml", "backupRetentionDays: 14", "backupRetentionDays: 15").Replace("Pulumi.secondary.yaml", "backupRetentionDays: 14", "backupRetentionDays: 15").Replace("Pulumi.backup.yaml", "backupRetentionDays: 14", "backupRetentionDays: 15");

        var typed = await Typed.Run("assess", "--json", "--today", Today, "--evidence", files.Folder, "-C", changed.Folder, "--against", CommittedStacks.Folder);

        Assert.Equal("", typed.Error);
        var json = JsonNode.Parse(typed.Output)!;
        Assert.Equal(
            ["stale", "stale", "stale", "stale", "proven", "proven", "stale"], json["evidence"]!.AsArray().Select(proof => (string?)proof!["state"]));
        Assert.Contains(
            "lost: evidence-stale restore-copy-us-east-1: was walked on 2026-11-20 (restore-copy-us-east-1.json), and what it exercises has changed since",
            json["differences"]!.AsArray().Select(sentence => (string)sentence!));
    }

    [Fact]
    public async Task A_finding_can_be_accepted_for_a_time_and_its_waiver_does_no_harm_where_nobody_asks_about_evidence()
    {
        using var stacks = new StackFiles().Append("Pulumi.backup.yaml", "    - rule: evidence-refused\n      subject: forged.json\n      reason: the drill is repeated on Monday\n      expires: \"2026-12-31\"\n");
        using var files = new EvidenceFiles().Add("forged.json", "{}"u8.ToArray());

        var typed = await Typed.Run("assess", "--today", Today, "--evidence", files.Folder, "-C", stacks.Folder);
        var without = await Typed.Run("assess", "--today", Today, "-C", stacks.Folder);

        Assert.Equal((ExitCode.Good, ExitCode.Good), (typed.ExitCode, without.ExitCode));
        Assert.Contains("accepted evidence-refused forged.json", typed.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("waiver-unused", without.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_named_with_everything_else()
    {
        using var stacks = new StackFiles().Replace("Pulumi.primary.yaml", "multiAz: true", "multiAz: maybe");
        var folder = Path.Combine(stacks.Folder, "none");

        var lines = (await Typed.Bad("assess", "-C", stacks.Folder, "--evidence", folder)).ErrorLines;

        Assert.Contains("  - Pulumi.primary.yaml: ml-ta:database.multiAz: expected true or false, got 'maybe'", lines);
        Assert.Contains($"  - command line: --evidence: expected a folder, got '{folder}'", lines);
    }

    [Fact]
    public async Task The_same_folder_is_the_same_text()
    {
        using var files = await new EvidenceFiles().AddAllAsync(SampleEvidence.Day);

        Assert.Equal(await TextAsync(ExitCode.Good, files), await TextAsync(ExitCode.Good, files));
    }

    [Fact]
    public async Task A_failover_and_the_runbook_print_what_was_measured()
    {
        using var files = new EvidenceFiles();
        var start = SampleEvidence.At(SampleEvidence.Day, "03:10:00");
        await files.AddAsync("exercise.json", SampleEvidence.Exercise("regional-failover-us-east-1", SampleEvidence.Day, EvidencePhase.Of("database.promotion", start, start.AddMinutes(7))) with { Region = "us-east-1" });
        var runbook = Path.Combine(files.Folder, "runbook.md");

        var failover = (await Typed.Good("failover", "--to", "secondary", "--json", "--today", Today, "--evidence", files.Folder)).Output;
        await Typed.Good("runbook", "--out", runbook, "--today", Today, "--evidence", files.Folder);

        var promotion = JsonNode.Parse(failover)!["steps"]!.AsArray().Single(step => (string?)step!["source"] == "measured on 2026-11-20: exercise.json")!;
        Assert.Equal(("measured", 7), ((string?)promotion["grade"], (double)promotion["minutes"]!["likely"]!));
        Assert.Equal(ExitCode.Good, (await Typed.Run("failover", "--to", "secondary", "-C", CommittedStacks.Folder)).ExitCode);
        Assert.NotEqual((await Typed.Good("failover", "--to", "secondary", "--json", "--today", "2027-11-25", "--evidence", files.Folder)).Output, failover);
        Assert.True(File.Exists(runbook));
    }

    private static async Task<JsonObject> JsonAsync(int exitCode, EvidenceFiles files)
    {
        var typed = await Typed.Run("assess", "--json", "--today", Today, "--evidence", files.Folder, "-C", CommittedStacks.Folder);
        Assert.Equal((exitCode, ""), (typed.ExitCode, typed.Error));
        return JsonNode.Parse(typed.Output)!.AsObject();
    }

    private static async Task<string> TextAsync(int exitCode, EvidenceFiles files)
    {
        var typed = await Typed.Run("assess", "--today", Today, "--evidence", files.Folder, "-C", CommittedStacks.Folder);
        Assert.Equal((exitCode, ""), (typed.ExitCode, typed.Error));
        Assert.All(typed.Output.Split('\n'), line => Assert.InRange(line.TrimEnd().Length, 0, 140));
        return typed.Output;
    }

    /// <summary>Those about evidence, as they are printed.</summary>
    private static IReadOnlyList<string> Findings(JsonObject json) =>
    [
        .. json["findings"]!.AsArray()
            .Where(finding => ((string)finding!["rule"]!).StartsWith("evidence-", StringComparison.Ordinal))
            .Select(finding => $"{finding!["severity"]} {finding["rule"]} {finding["urn"]}: {finding["problem"]}"),
    ];

    private static double Likely(JsonObject json, string scenario) => (double)Scenario(json, scenario)["rtoMinutes"]!["likely"]!;

    private static JsonNode Scenario(JsonObject json, string id) => json["scenarios"]!.AsArray().Single(scenario => (string?)scenario!["id"] == id)!;
}
