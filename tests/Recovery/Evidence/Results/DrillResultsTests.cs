using System.Text.Json.Nodes;
using MlTa.Recovery.Evidence;
using MlTa.Settings;
using Xunit;

namespace MlTa.Tests.Recovery.Evidence.Results;

/// <summary>What is taken from what a drill saw.</summary>
public sealed class DrillResultsTests
{
    private const string Database = "aws:rds/instance:Instance";
    private const string Nodes = "aws:eks/nodeGroup:NodeGroup";
    private const string Job = "kubernetes:batch/v1:Job";
    private const string Deployment = "kubernetes:apps/v1:Deployment";

    private static readonly DateTimeOffset s_start = SampleEvidence.At(SampleEvidence.Day, "03:10:00");

    [Fact]
    public void A_change_takes_from_its_beginning_to_its_end() => Assert.Equal(
        [EvidencePhase.Of("database.restore", s_start, s_start.AddMinutes(31))],
        Phases(EngineLog.Of(s_start).Begin(Database, "database").After(31).End(Database, "database").Summary()));

    /// <summary>One after the other they are steps of their own, with something else between them.</summary>
    [Fact]
    public void Of_several_of_a_kind_the_slowest_counts() => Assert.Equal(
        [EvidencePhase.Of("cluster.nodes", s_start.AddMinutes(1), s_start.AddMinutes(6))],
        Phases(EngineLog.Of(s_start).Begin(Nodes, "a").After(1).Begin(Nodes, "b").After(3).End(Nodes, "a").After(2).End(Nodes, "b").After(10).Begin(Nodes, "c").After(4).End(Nodes, "c")));

    [Fact]
    public void The_jobs_together_are_the_checks() => Assert.Equal(
        [EvidencePhase.Of("drill.checks", s_start, s_start.AddMinutes(7))],
        Phases(EngineLog.Of(s_start).Begin(Job, "check-database").After(2).Begin(Job, "check-cache").After(3).End(Job, "check-database").After(2).End(Job, "check-cache")));

    [Fact]
    public void What_the_change_is_decides_what_was_measured()
    {
        var source = new JsonObject { ["replicateSourceDb"] = "arn:aws:rds:us-west-2:1:db:ml-ta-production" };

        Assert.Equal(
            ["database.promotion", "database.modify", "database.replica", "workloads.stop", "workloads.start"],
            Phases(EngineLog.Of(s_start)
                .Begin(Database, "promoted", "update", before: source, after: []).After(1).End(Database, "promoted", "update")
                .Begin(Database, "modified", "update", before: [], after: []).After(1).End(Database, "modified", "update")
                .Begin(Database, "follower", after: source).After(1).End(Database, "follower")
                .Begin(Deployment, "worker", "update", after: Replicas(0)).After(1).End(Deployment, "worker", "update")
                .Begin(Deployment, "api", "update", after: Replicas(3)).After(1).End(Deployment, "api", "update")).Select(phase => phase.Id));
    }

    [Fact]
    public void Previews_and_what_does_not_change_take_no_time() => Assert.Empty(
        Phases(EngineLog.Of(s_start)
            .Begin(Database, "database", isPlanned: true).After(1).End(Database, "database", isPlanned: true)
            .Begin(Database, "database", "same").After(1).End(Database, "database", "same")
            .Begin("aws:ec2/vpc:Vpc", "network").After(1).End("aws:ec2/vpc:Vpc", "network")));

    [Fact]
    public void What_a_script_has_measured_itself_counts_before_the_events()
    {
        using var folder = new ResultFolder()
            .Write("events.ndjson", EngineLog.Of(s_start).Begin(Database, "database").After(31).End(Database, "database").Summary().Lines)
            .Write("phases.ndjson", Phase("database.restore", "03:11:00", "03:20:00"), Phase("database.lazy-load", "03:20:00", "03:25:30"));

        Assert.Equal(["database.restore 9", "database.lazy-load 5.5"], folder.Read().Phases.Select(phase => $"{phase.Id} {phase.Minutes}"));
    }

    [Fact]
    public void It_ends_with_the_last_that_was_heard()
    {
        using var folder = new ResultFolder()
            .Write("events.ndjson", EngineLog.Of(s_start).Begin(Database, "database").After(31).End(Database, "database").After(2).Begin("aws:ec2/vpc:Vpc", "network").After(9).Summary().Lines);

        Assert.Equal(s_start.AddMinutes(33), folder.Read().FinishedAt);
        Assert.Equal(s_start.AddMinutes(40), folder.Write("phases.ndjson", Phase("people.verify", "03:45:00", "03:50:00")).Read().FinishedAt);
    }

    [Fact]
    public void What_failed_is_named_without_its_message()
    {
        using var folder = new ResultFolder()
            .Write("events.ndjson", EngineLog.Of(s_start).Begin(Job, "check-database").Error("password hunter2 was refused").Fail(Job, "check-database").Summary().Lines);

        Assert.Equal(["kubernetes:batch/v1:Job check-database failed"], folder.Read().Failures(isStack: true));
    }

    [Fact]
    public void An_error_of_no_resource_is_a_failure_too()
    {
        using var folder = new ResultFolder().Write("events.ndjson", EngineLog.Of(s_start).Error("no credentials").Summary().Lines);

        Assert.Equal(["the engine reported an error"], folder.Read().Failures(isStack: true));
    }

    [Fact]
    public void An_up_that_was_killed_did_not_pass()
    {
        using var folder = new ResultFolder()
            .Write("events.ndjson", EngineLog.Of(s_start).Summary(isPreview: true).Begin(Database, "database").Lines);

        Assert.Equal(["the up did not come to its end"], folder.Read().Failures(isStack: false));
    }

    [Fact]
    public void An_exercise_without_an_up_needs_none()
    {
        using var folder = new ResultFolder().Write("phases.ndjson", Phase("zone.failover", "03:10:00", "03:11:15"));

        Assert.Empty(folder.Read().Failures(isStack: false));
        Assert.Equal(["the up did not come to its end"], folder.Read().Failures(isStack: true));
    }

    [Fact]
    public void Checks_are_as_their_scripts_print_them()
    {
        using var folder = new ResultFolder().Write("checks.ndjson", Check("gaps", measured: "0", limit: "0"), "", Check("schema", measured: "null", limit: "null", passed: "false"));

        Assert.Equal([new("gaps", true, 0, 0, "rows", "looked at"), new("schema", false, null, null, "rows", "looked at")], folder.Read().Checks);
    }

    [Fact]
    public void Everything_that_cannot_be_read_is_told_at_once()
    {
        using var folder = new ResultFolder()
            .Write("checks.ndjson", Check("gaps", measured: "\"none\""), "psql: error: connection refused", "{\"check\": \"Rows!\", \"passed\": 1, \"measured\": null, \"unit\": \"\", \"detail\": \"\"}")
            .Write("phases.ndjson", "{\"phase\": \"zone.failover\", \"startedAt\": \"03:10\", \"finishedAt\": \"2026-11-20T03:11:15Z\", \"note\": \"\"}")
            .Write("events.ndjson", "{\"timestamp\": \"now\"}", "{\"sequence\": 1}", "[]", "{\"timestamp\": 1, \"cancelEvent\": {}}");

        Assert.Equal(
            [
                "checks.ndjson: line 1.measured: expected a number, got 'none'",
                "checks.ndjson: line 2: expected one JSON object, got something else",
                "checks.ndjson: line 3.limit: is missing",
                "checks.ndjson: line 3.check: expected small letters, digits, hyphens and dots, at most 64, got 'Rows!'",
                "checks.ndjson: line 3.passed: expected true or false, got 1",
                "phases.ndjson: line 1: expected no other fields than phase, startedAt, finishedAt, got 'note'",
                "phases.ndjson: line 1.startedAt: expected a time in UTC such as 2026-11-23T03:05:00Z, got '03:10'",
                "events.ndjson: line 1: expected one JSON object, got something else",
                "events.ndjson: line 2: expected one JSON object, got something else",
                "events.ndjson: line 3: expected one JSON object, got something else",
            ],
            Assert.Throws<InvalidSettingsException>(folder.Read).Problems.Select(problem => problem.ToString()));
    }

    /// <summary>An engine that was stopped has not come to its end; what it did before is no secret for that.</summary>
    [Fact]
    public void A_log_may_break_off_in_its_last_line()
    {
        using var folder = new ResultFolder().Write("events.ndjson", [.. EngineLog.Of(s_start).Begin(Database, "database").After(31).End(Database, "database").Lines, "{\"timesta"]);

        var results = folder.Read();

        Assert.Equal(["database.restore"], results.Phases.Select(phase => phase.Id));
        Assert.Equal(["the up did not come to its end"], results.Failures(isStack: true));
    }

    [Fact]
    public void A_line_has_a_greatest_length()
    {
        using var folder = new ResultFolder().Write("checks.ndjson", Check("gaps").PadRight(4 * 1024 * 1024 + 1));

        Assert.Equal(
            ["checks.ndjson: line 1: expected at most 20000 lines of 4096 KiB, got more"],
            Assert.Throws<InvalidSettingsException>(folder.Read).Problems.Select(problem => problem.ToString()));
        Assert.Single(folder.Write("checks.ndjson", Check("gaps").PadRight(4 * 1024 * 1024)).Read().Checks);
    }

    [Fact]
    public void A_folder_without_results_is_named()
    {
        using var folder = new ResultFolder();

        var problem = Assert.Single(Assert.Throws<InvalidSettingsException>(folder.Read).Problems);
        Assert.Equal($"command line: --results: expected a folder with checks.ndjson, phases.ndjson, events.ndjson, got '{folder.Folder.FullName}'", problem.ToString());
    }

    private static IReadOnlyList<EvidencePhase> Phases(EngineLog log)
    {
        using var folder = new ResultFolder().Write("events.ndjson", log.Lines);
        return folder.Read().Phases;
    }

    private static JsonObject Replicas(int count) => new() { ["spec"] = new JsonObject { ["replicas"] = count } };

    private static string Phase(string id, string start, string end) => new JsonObject
    {
        ["phase"] = id,
        ["startedAt"] = $"2026-11-20T{start}Z",
        ["finishedAt"] = $"2026-11-20T{end}Z",
    }.ToJsonString();

    private static string Check(string id, string measured = "1", string limit = "null", string passed = "true") => new JsonObject
    {
        ["check"] = id,
        ["passed"] = JsonNode.Parse(passed),
        ["measured"] = JsonNode.Parse(measured),
        ["limit"] = JsonNode.Parse(limit),
        ["unit"] = "rows",
        ["detail"] = "looked at",
    }.ToJsonString();
}
