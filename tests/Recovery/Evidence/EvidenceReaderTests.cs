using System.Text;
using System.Text.Json.Nodes;
using MlTa.Recovery.Evidence;
using Xunit;

namespace MlTa.Tests.Recovery.Evidence;

/// <summary>What an evidence file may say. All of these have a digest that is right, so that nothing but the one thing is wrong.</summary>
public sealed class EvidenceReaderTests
{
    private const string Paths = "version, path, drill, region, commit, startedAt, finishedAt, restored, phases, checks, achieved, passed, exercised, digest";

    private static readonly EvidenceReader s_reader = new(SampleEvidence.Day);

    public static TheoryData<string, string, string> WrongValues { get; } = new()
    {
        { "version", "2", "expected 1, got 2" },
        { "version", "\"1\"", "expected a number, got '1'" },
        { "path", "\"restore-copy-mars-1\"", "expected a recovery path such as database-failover, got 'restore-copy-mars-1'" },
        { "path", "7", "expected a text, got 7" },
        { "drill", "null", "expected a text, got null" },
        { "region", "\"eu-west-1\"", "expected us-east-1, which the path restore-copy-us-east-1 is in, got 'eu-west-1'" },
        { "commit", "\"c0ffee\"", "expected a commit, 40 hexadecimal digits, or null, got 'c0ffee'" },
        { "restored", "{\"kind\": \"copy\"}", "restored.source: is missing" },
        { "restored", "null", "expected the kind 'copy' for the path restore-copy-us-east-1, got null" },
        { "phases", "{}", "expected a list, got {}" },
        { "phases", "[3]", "phases[0]: expected an object, got 3" },
        { "phases", "[]", "passed: expected false, as database.restore was not measured, got true" },
        { "checks", "true", "expected a list, got true" },
        { "checks", "[]", "passed: expected false, as writable, schema, row-counts, recent-rows, gaps, recovery-point, cache-ping, cache-role, cache-round-trip, models-listed, models-readable, api-live, api-ready, api-database, api-redis, api-models, api-active were not checked, got true" },
        { "achieved", "[]", "expected an object, got []" },
        { "passed", "\"yes\"", "expected true or false, got 'yes'" },
        { "exercised", "{\"hash\": \"sha256:abc\"}", "exercised.hash: expected 'sha256:' and 64 hexadecimal digits, got 'sha256:abc'" },
        { "exercised", "{\"hash\": \"sha256:abc\", \"of\": 1}", "exercised: expected no other fields than hash, got 'of'" },
    };

    public static TheoryData<string, string, string> WrongParts { get; } = new()
    {
        { "startedAt", "\"2026-11-20T03:05:00+02:00\"", "startedAt: expected a time in UTC such as 2026-11-23T03:05:00Z, got '2026-11-20T03:05:00+02:00'" },
        { "startedAt", "\"yesterday\"", "startedAt: expected a time in UTC such as 2026-11-23T03:05:00Z, got 'yesterday'" },
        { "finishedAt", "1763600000", "finishedAt: expected a time in UTC such as 2026-11-23T03:05:00Z, got 1763600000" },
        { "finishedAt", "\"2026-11-21T00:00:00Z\"", "finishedAt: expected nothing after 2026-11-20, got 2026-11-21T00:00:00Z" },
        { "finishedAt", "\"2026-11-20T03:04:00Z\"", "finishedAt: expected no earlier than startedAt (2026-11-20T03:05:00Z), got 2026-11-20T03:04:00Z" },
        { "restored.time", "\"2026-11-20T03:05:01Z\"", "restored.time: expected no later than startedAt (2026-11-20T03:05:00Z), got 2026-11-20T03:05:01Z" },
        { "restored.kind", "\"point-in-time\"", "restored: expected the kind 'copy' for the path restore-copy-us-east-1, got 'point-in-time'" },
        { "achieved.recoveryTimeMinutes", "-1", "achieved.recoveryTimeMinutes: expected 0 minutes or more, got -1" },
        { "achieved.recoveryTimeMinutes", "10081", "achieved.recoveryTimeMinutes: expected at most 10080 minutes, got 10081" },
        { "achieved.recoveryTimeMinutes", "30", "achieved.recoveryTimeMinutes: expected 55.5, which is from startedAt to finishedAt, got 30" },
        { "achieved.recoveryTimeMinutes", "null", "achieved.recoveryTimeMinutes: expected a number, got null" },
        { "achieved.recoveryPointMinutes", "-8.5", "achieved.recoveryPointMinutes: expected 0 minutes or more, got -8.5" },
        { "achieved.recoveryPointMinutes", "1", "achieved.recoveryPointMinutes: expected 8.5, which the check recovery-point measured, got 1" },
        { "achieved.recoveryPointMinutes", "null", "achieved.recoveryPointMinutes: expected 8.5, which the check recovery-point measured, got null" },
        { "phases[0].minutes", "-31", "phases[0].minutes: expected 0 minutes or more, got -31" },
        { "phases[0].minutes", "3.1", "phases[0].minutes: expected 31, which is from startedAt to finishedAt, got 3.1" },
        { "phases[0].id", "\"Restore it\"", "phases[0].id: expected small letters, digits, hyphens and dots, at most 64, got 'Restore it'" },
        { "phases[1].id", "\"database.restore\"", "phases: expected 'database.restore' once, got it 2 times" },
        { "phases[0].startedAt", "\"2026-11-20T03:04:59Z\"", "phases[0]: expected a part of the drill, 2026-11-20T03:05:00Z to 2026-11-20T04:00:30Z, got 2026-11-20T03:04:59Z to 2026-11-20T03:41:00Z" },
        { "phases[0].finishedAt", "\"2026-11-20T04:00:31Z\"", "phases[0]: expected a part of the drill, 2026-11-20T03:05:00Z to 2026-11-20T04:00:30Z, got 2026-11-20T03:10:00Z to 2026-11-20T04:00:31Z" },
        { "phases[0].finishedAt", "\"2026-11-20T03:09:00Z\"", "phases[0].finishedAt: expected no earlier than startedAt (2026-11-20T03:10:00Z), got 2026-11-20T03:09:00Z" },
        { "checks[0].passed", "false", "passed: expected false, as schema failed, got true" },
        { "checks[0].id", "\"tables\"", "passed: expected false, as schema was not checked, got true" },
        { "checks[1].id", "\"schema\"", "checks: expected 'schema' once, got it 2 times" },
        { "checks[1].measured", "\"many\"", "checks[1].measured: expected a number, got 'many'" },
        { "checks[1].detail", "\"a\\u001b[2Jb\"", "checks[1].detail: expected a text of one line, without control characters, got 'a [2Jb'" },
    };

    [Fact]
    public void A_good_file_is_what_was_written()
    {
        var file = s_reader.Read("drill.json", EvidenceWriter.Bytes(SampleEvidence.Good));

        Assert.Empty(file.Problems);
        Assert.Equal(EvidenceWriter.Bytes(SampleEvidence.Good), EvidenceWriter.Bytes(file.Evidence!));
    }

    [Theory]
    [MemberData(nameof(WrongValues))]
    public void A_wrong_value_is_told(string field, string value, string problem)
    {
        var json = SampleEvidence.Json(SampleEvidence.Good);
        json[field] = JsonNode.Parse(value);

        var file = s_reader.Read("drill.json", SampleEvidence.Forged(json));

        Assert.Null(file.Evidence);
        Assert.Contains(file.Problems, told => told.ToString() == $"drill.json: {problem}" || told.ToString() == $"drill.json: {field}: {problem}");
    }

    [Theory]
    [MemberData(nameof(WrongParts))]
    public void A_wrong_part_is_told(string path, string value, string problem)
    {
        var json = SampleEvidence.Json(SampleEvidence.Good);
        Set(json, path, JsonNode.Parse(value));

        var file = s_reader.Read("drill.json", SampleEvidence.Forged(json));

        Assert.Null(file.Evidence);
        Assert.Contains($"drill.json: {problem}", file.Problems.Select(told => told.ToString()));
    }

    [Theory]
    [InlineData("drill")]
    [InlineData("digest")]
    [InlineData("restored")]
    public void A_missing_field_is_named(string field)
    {
        var json = SampleEvidence.Json(SampleEvidence.Good);
        json.Remove(field);

        var problems = s_reader.Read("drill.json", Encoding.UTF8.GetBytes(json.ToJsonString())).Problems;

        Assert.Contains($"drill.json: {field}: is missing", problems.Select(told => told.ToString()));
    }

    [Fact]
    public void A_field_that_nobody_knows_is_refused_even_if_the_digest_is_right()
    {
        var json = SampleEvidence.Json(SampleEvidence.Good);
        json["approvedBy"] = "the boss";

        Assert.Equal([$"drill.json: expected no other fields than {Paths}, got 'approvedBy'"], Problems(Encoding.UTF8.GetBytes(json.ToJsonString())));
    }

    [Fact]
    public void A_field_that_is_there_twice_is_refused_whichever_is_right() => Assert.Equal(
        ["drill.json: passed: expected once, got it 2 times"],
        Problems(Encoding.UTF8.GetBytes(Text().Replace("\"passed\": true,\n  \"exercised\"", "\"passed\": true, \"passed\": true,\n  \"exercised\"", StringComparison.Ordinal))));

    [Fact]
    public void A_number_that_no_computer_can_hold_is_none() => Assert.Contains(
        "drill.json: achieved.recoveryPointMinutes: expected a number, got 1e999",
        Problems(Encoding.UTF8.GetBytes(Text().Replace("\"recoveryPointMinutes\": 8.5", "\"recoveryPointMinutes\": 1e999", StringComparison.Ordinal))));

    [Theory]
    [InlineData("{\"passed\": NaN}", "drill.json: expected JSON of at most 8 levels, got something else in line 1, byte 12")]
    [InlineData("", "drill.json: expected JSON of at most 8 levels, got something else in line 1, byte 1")]
    [InlineData("[[[[[[[[[1]]]]]]]]]", "drill.json: expected JSON of at most 8 levels, got something else in line 1, byte 9")]
    [InlineData("[]", "drill.json: expected an object, got []")]
    [InlineData("{\"drill\": \"\\ud800\"}", "drill.json: expected texts of Unicode, got half a character")]
    public void What_is_no_json_is_refused(string text, string problem) => Assert.Contains(problem, Problems(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void What_was_changed_by_hand_is_refused()
    {
        var problem = Assert.Single(Problems(Encoding.UTF8.GetBytes(Text().Replace("dr-test-20261120", "dr-test-20261121", StringComparison.Ordinal))));

        Assert.Matches("^drill.json: digest: expected sha256:[0-9a-f]{64} for what the file says, got sha256:[0-9a-f]{64}: it was changed after it was written$", problem);
    }

    /// <summary>Layout is no content.</summary>
    [Fact]
    public void The_same_in_one_line_is_the_same() => Assert.Empty(Problems(Encoding.UTF8.GetBytes(SampleEvidence.Json(SampleEvidence.Good).ToJsonString())));

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once()
    {
        var json = SampleEvidence.Json(SampleEvidence.Good);
        json["approvedBy"] = "the boss";
        Set(json, "phases[0].minutes", -31);
        Set(json, "achieved.recoveryTimeMinutes", 5);
        Set(json, "checks[3].passed", false);

        var problems = Problems(Encoding.UTF8.GetBytes(json.ToJsonString()));

        Assert.Equal(
            ["", "phases[0].minutes", "achieved.recoveryTimeMinutes", "phases[0].minutes", "passed", "digest"],
            s_reader.Read("drill.json", Encoding.UTF8.GetBytes(json.ToJsonString())).Problems.Select(problem => problem.Path));
        Assert.Equal(6, problems.Count);
    }

    [Theory]
    [InlineData(EvidenceReader.MaximumBytes, true)]
    [InlineData(EvidenceReader.MaximumBytes + 1, false)]
    public void A_file_has_a_greatest_size(int bytes, bool isRead)
    {
        var problems = Problems(Encoding.UTF8.GetBytes(Text().PadRight(bytes)));

        Assert.Equal(isRead ? [] : ["drill.json: expected at most 256 KiB, got more"], problems);
    }

    [Theory]
    [InlineData(1000, true)]
    [InlineData(1001, false)]
    public void A_text_has_a_greatest_length(int length, bool isRead) => Assert.Equal(
        isRead ? [] : ["drill.json: drill: expected at most 1000 characters, got 1001"],
        Problems(EvidenceWriter.Bytes(SampleEvidence.Good with { Drill = new string('d', length) })));

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void A_drill_lasts_a_week_at_most(int more, bool isRead)
    {
        var start = SampleEvidence.Good.FinishedAt.AddDays(-7).AddMinutes(-more);
        var evidence = SampleEvidence.Good with { StartedAt = start, Restored = SampleEvidence.Good.Restored! with { Time = start }, Achieved = new(10080 + more, 8.5) };

        Assert.Equal(isRead ? [] : ["drill.json: achieved.recoveryTimeMinutes: expected at most 10080 minutes, got 10081"], Problems(EvidenceWriter.Bytes(evidence)));
    }

    [Fact]
    public void What_restores_nothing_says_so()
    {
        var evidence = SampleEvidence.Exercise("database-failover", SampleEvidence.Day);

        Assert.Empty(Problems(EvidenceWriter.Bytes(evidence)));
        Assert.Equal(
            ["drill.json: restored: expected null for the path database-failover, got 'copy'"],
            Problems(EvidenceWriter.Bytes(evidence with { Restored = SampleEvidence.Good.Restored })));
    }

    /// <summary>A green run in which nobody looked is no proof.</summary>
    [Fact]
    public void Without_checks_nothing_passed() => Assert.Equal(
        ["drill.json: passed: expected false, as experiment was not checked, got true"],
        Problems(EvidenceWriter.Bytes(SampleEvidence.Exercise("database-failover", SampleEvidence.Day) with { Checks = [] })));

    [Fact]
    public void A_drill_that_failed_may_say_so_with_any_checks() => Assert.Empty(Problems(EvidenceWriter.Bytes(
        SampleEvidence.Good with { Passed = false, Checks = [SampleEvidence.Check("schema", null, passed: false)], Achieved = new(55.5, null) })));

    private static IReadOnlyList<string> Problems(byte[] content) => [.. s_reader.Read("drill.json", content).Problems.Select(problem => problem.ToString())];

    private static string Text() => Encoding.UTF8.GetString(EvidenceWriter.Bytes(SampleEvidence.Good));

    /// <param name="json">The file.</param>
    /// <param name="path">Such as <c>phases[0].minutes</c>.</param>
    /// <param name="value">The new value.</param>
    private static void Set(JsonObject json, string path, JsonNode? value)
    {
        var steps = path.Split('.');
        JsonNode at = json;
        foreach (var step in steps.SkipLast(1))
        {
            var name = step.Split('[')[0];
            at = step.EndsWith(']') ? at[name]![int.Parse(step.Split('[')[1].TrimEnd(']'), System.Globalization.CultureInfo.InvariantCulture)]! : at[name]!;
        }

        at[steps[^1]] = value;
    }
}
