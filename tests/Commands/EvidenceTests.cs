using System.Text.Json.Nodes;
using MlTa.Commands;
using MlTa.Recovery.Evidence;
using MlTa.Tests.Recovery.Evidence;
using MlTa.Tests.Recovery.Evidence.Results;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Commands;

/// <summary><c>evidence</c>: from what a drill left behind to a file that <c>assess</c> takes.</summary>
public sealed class EvidenceTests : IDisposable
{
    private const string Today = "2026-11-20";
    private const string Database = "aws:rds/instance:Instance";

    private readonly ResultFolder _results = new();
    private readonly EvidenceFiles _evidence = new();

    private string File => Path.Combine(_evidence.Folder, "drill.json");

    private string Config => Path.Combine(_results.Folder.FullName, "Pulumi.dr-test-1.yaml");

    public void Dispose()
    {
        _results.Dispose();
        _evidence.Dispose();
    }

    [Fact]
    public async Task A_drill_that_passed_is_written_down_and_proves_its_path()
    {
        Restore();

        var typed = await WriteAsync("restore-copy-us-east-1");

        Assert.Equal((ExitCode.Good, ""), (typed.ExitCode, typed.Error));
        Assert.Equal(["wrote " + File, "passed: recovered in 52 min, with 8.5 min of data lost"], typed.Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
        var json = JsonNode.Parse(System.IO.File.ReadAllText(File))!;
        Assert.Equal(("restore-copy-us-east-1", "dr-test-1", "us-east-1", true), ((string)json["path"]!, (string)json["drill"]!, (string)json["region"]!, (bool)json["passed"]!));
        Assert.True(JsonNode.DeepEquals(
            new JsonObject { ["kind"] = "copy", ["source"] = "arn:aws:rds:us-east-1:111122223333:snapshot:awsbackup:copyjob-1", ["time"] = "2026-11-20T02:58:00Z" }, json["restored"]));
        Assert.Equal(["database.restore", "drill.checks", "workloads.start"], json["phases"]!.AsArray().Select(phase => (string)phase!["id"]!));
        Assert.Equal((52, 8.5), ((double)json["achieved"]!["recoveryTimeMinutes"]!, (double)json["achieved"]!["recoveryPointMinutes"]!));

        var assessed = JsonNode.Parse((await Typed.Good("assess", "--json", "--today", Today, "--evidence", _evidence.Folder)).Output)!;
        Assert.Equal("proven", (string?)assessed["evidence"]![0]!["state"]);
    }

    /// <summary>Inputs, outputs and messages stay where they are.</summary>
    [Fact]
    public async Task Nothing_of_the_engines_log_but_times_is_copied()
    {
        Restore();

        await WriteAsync("restore-copy-us-east-1");

        Assert.All(["hunter2", "[secret]", "password"], text => Assert.DoesNotContain(text, System.IO.File.ReadAllText(File), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_results_are_the_same_bytes()
    {
        Restore();

        await WriteAsync("restore-copy-us-east-1");
        var first = await System.IO.File.ReadAllBytesAsync(File);
        await WriteAsync("restore-copy-us-east-1");

        Assert.Equal(first, await System.IO.File.ReadAllBytesAsync(File));
    }

    [Fact]
    public async Task A_drill_that_failed_is_written_down_as_failed_and_why_is_said()
    {
        Restore(Checks("gaps"), log => log.Fail("kubernetes:batch/v1:Job", "validation-database"));

        var typed = await WriteAsync("restore-copy-us-east-1");

        Assert.Equal(ExitCode.Findings, typed.ExitCode);
        Assert.EndsWith("did not pass: gaps failed; kubernetes:batch/v1:Job validation-database failed\n", typed.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Equal("failed", (string?)JsonNode.Parse((await Typed.Run("assess", "--json", "--today", Today, "--evidence", _evidence.Folder, "-C", CommittedStacks.Folder)).Output)!["evidence"]![0]!["state"]);
    }

    /// <summary>An <c>up</c> that went well and looked at nothing proves nothing.</summary>
    [Fact]
    public async Task Without_the_checks_it_did_not_pass()
    {
        Restore([]);

        var typed = await WriteAsync("restore-copy-us-east-1");

        Assert.Equal(ExitCode.Findings, typed.ExitCode);
        Assert.Contains("did not pass: writable, schema, row-counts, ", typed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_that_is_wrong_with_what_was_typed_is_told_at_once()
    {
        _results.Write("checks.ndjson", "no");
        var file = Path.Combine(_evidence.Folder, "none", "drill.json");

        var lines = (await Typed.Bad("evidence", "--path", "restore-copy-us-west-2", "--results", _results.Folder.FullName, "--out", file, "--started", "noon", "-C", CommittedStacks.Folder)).ErrorLines;

        Assert.Equal(
            [
                $"  - command line: --out: expected a file in a folder that exists, got '{file}'",
                "  - checks.ndjson: line 1: expected one JSON object, got something else",
                "  - command line: --path: expected one of restore-copy-us-east-1, restore-copy-eu-west-1, restore-point-in-time-us-east-1, database-failover, application-recovery, object-replication, regional-failover-us-east-1, got 'restore-copy-us-west-2'",
                "  - command line: --started: expected a time in UTC such as 2026-11-23T03:05:00Z, got 'noon'",
            ],
            lines.Skip(1));
    }

    [Fact]
    public async Task What_a_drill_restored_is_taken_from_its_file_and_from_nowhere_else()
    {
        Restore();

        Assert.Contains(
            "  - command line: --stack: what restore-copy-us-east-1 restored is in the file of its drill, so name its stack, dr-test-ID, with --config-file, got none",
            (await Typed.Bad("evidence", "--path", "restore-copy-us-east-1", "--results", _results.Folder.FullName, "--out", File, "--started", "2026-11-20T03:05:00Z", "-C", CommittedStacks.Folder)).ErrorLines);
        Assert.Contains(
            "  - command line: --path: expected one of us-east-1, where dr-test-1 is, got 'restore-copy-eu-west-1'", (await WriteAsync("restore-copy-eu-west-1")).ErrorLines);
        Assert.Contains(
            "  - command line: --stack: application-recovery is walked in the stacks that stand, and a drill's stack proves nothing about them, so leave it out, got 'dr-test-1'",
            (await WriteAsync("application-recovery")).ErrorLines);
        Assert.Contains(
            "  - command line: --started: dr-test-1 says itself when it began, so leave it out, got '2026-11-20T03:05:00Z'", (await WriteAsync("restore-copy-us-east-1", "--started", "2026-11-20T03:05:00Z")).ErrorLines);
        Assert.False(System.IO.File.Exists(File));
    }

    /// <summary>What <c>assess</c> would refuse is not written, and what was there stays.</summary>
    [Fact]
    public async Task Results_that_make_no_sense_are_refused_and_nothing_is_written()
    {
        Restore(Checks(null, lost: -3));
        await System.IO.File.WriteAllTextAsync(File, "of last month");

        var typed = await WriteAsync("restore-point-in-time-us-east-1");

        Assert.Equal(ExitCode.CannotEvaluate, typed.ExitCode);
        Assert.Equal(
            [
                "  - drill.json: achieved.recoveryPointMinutes: expected 0 minutes or more, got -3",
                "  - drill.json: restored: expected the kind 'point-in-time' for the path restore-point-in-time-us-east-1, got 'copy'",
            ],
            typed.ErrorLines.Skip(1));
        Assert.Equal("of last month", await System.IO.File.ReadAllTextAsync(File));
        Assert.Single(Directory.EnumerateFiles(_evidence.Folder));
    }

    /// <summary>As infra/Drills/drill.sh leaves it: the up began five minutes after the disaster.</summary>
    private void Restore(IEnumerable<string>? checks = null, Func<EngineLog, EngineLog>? last = null)
    {
        var config = System.IO.File.ReadAllText(Path.Combine(CommittedStacks.Folder, "Pulumi.dr-test.yaml"))
            .Replace("2026-11-01T05:10:00Z", "2026-11-20T02:58:00Z", StringComparison.Ordinal)
            .Replace("2026-11-01T09:00:00Z", "2026-11-20T03:05:00Z", StringComparison.Ordinal)
            .Replace("2026-11-01T15:00:00Z", "2026-11-20T09:05:00Z", StringComparison.Ordinal)
            .Replace("copyjob-00000000-0000-0000-0000-000000000000", "copyjob-1", StringComparison.Ordinal);
        System.IO.File.WriteAllText(Config, config);
        var log = EngineLog.Of(SampleEvidence.At(SampleEvidence.Day, "03:10:00"))
            .Begin(Database, "database", after: new() { ["password"] = "hunter2" }).After(31).End(Database, "database")
            .Begin("kubernetes:batch/v1:Job", "validation-database").After(6).End("kubernetes:batch/v1:Job", "validation-database");
        _results
            .Write("events.ndjson", (last?.Invoke(log) ?? log).Summary().Lines)
            .Write("checks.ndjson", checks ?? Checks(null))
            .Write("phases.ndjson", new JsonObject { ["phase"] = "workloads.start", ["startedAt"] = "2026-11-20T03:54:00Z", ["finishedAt"] = "2026-11-20T03:57:00Z" }.ToJsonString());
    }

    private static IEnumerable<string> Checks(string? failed, double lost = 8.5) => SampleEvidence.Good.Checks.Select(check =>
        Line(check.Id, check.Id != failed, check.Id == EvidenceCheck.RecoveryPoint ? lost : null));

    private static string Line(string id, bool passed, double? measured = null) => new JsonObject
    {
        ["check"] = id,
        ["passed"] = passed,
        ["measured"] = measured,
        ["limit"] = null,
        ["unit"] = "",
        ["detail"] = "looked at",
    }.ToJsonString();

    private Task<Typed> WriteAsync(string path, params string[] more) => Typed.Run(
        [
            "evidence", "--path", path, "--results", _results.Folder.FullName, "--out", File, "--stack", "dr-test-1", "--config-file", Config,
            "--today", Today, "-C", CommittedStacks.Folder, .. more,
        ]);
}
