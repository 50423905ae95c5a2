using System.Text.Json.Nodes;
using MlTa.Commands;
using MlTa.Tests.Recovery.Evidence.Results;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Commands;

/// <summary><c>evidence</c> of what is not a drill's stack: somebody says when it began, and perhaps when it was given up.</summary>
public sealed class EvidenceOfExperimentTests : IDisposable
{
    private const string Begun = "2026-11-20T03:09:00Z";

    private readonly ResultFolder _results = new();
    private readonly EvidenceFiles _evidence = new();

    private string File => Path.Combine(_evidence.Folder, "experiment.json");

    public void Dispose()
    {
        _results.Dispose();
        _evidence.Dispose();
    }

    [Fact]
    public async Task It_is_written_down_with_when_it_began()
    {
        _results
            .Write("checks.ndjson", Check("experiment", true))
            .Write("phases.ndjson", new JsonObject { ["phase"] = "database.zone-failover", ["startedAt"] = "2026-11-20T03:10:00Z", ["finishedAt"] = "2026-11-20T03:11:15Z" }.ToJsonString());

        var typed = await WriteAsync("database-failover", "--started", Begun, "--commit", new string('c', 40));

        Assert.Equal((ExitCode.Good, ""), (typed.ExitCode, typed.Error));
        var json = JsonNode.Parse(System.IO.File.ReadAllText(File))!;
        Assert.Equal(("database-failover-20261120", "us-west-2", new string('c', 40)), ((string)json["drill"]!, (string)json["region"]!, (string)json["commit"]!));
        Assert.Null(json["restored"]);
    }

    [Fact]
    public async Task What_was_not_watched_to_its_end_proves_nothing()
    {
        _results
            .Write("checks.ndjson", Check("database-answers", true))
            .Write("phases.ndjson", new JsonObject { ["phase"] = "workloads.start", ["startedAt"] = "2026-11-20T03:10:00Z", ["finishedAt"] = "2026-11-20T03:11:15Z" }.ToJsonString());

        var typed = await WriteAsync("database-failover", "--started", Begun);

        Assert.Equal(ExitCode.Findings, typed.ExitCode);
        Assert.Contains("did not pass: experiment was not checked; database.zone-failover was not measured", typed.Output, StringComparison.Ordinal);
    }

    /// <summary>Otherwise what it had proven a month before would stay proven.</summary>
    [Fact]
    public async Task One_that_failed_and_measured_nothing_is_written_down_too()
    {
        _results.Write("checks.ndjson", Check("experiment", false));

        var typed = await WriteAsync("database-failover", "--started", Begun, "--finished", "2026-11-20T03:39:00Z");

        Assert.Equal((ExitCode.Findings, ""), (typed.ExitCode, typed.Error));
        var json = JsonNode.Parse(System.IO.File.ReadAllText(File))!;
        Assert.Equal((false, 30), ((bool)json["passed"]!, (double)json["achieved"]!["recoveryTimeMinutes"]!));
    }

    [Fact]
    public async Task When_it_ended_has_to_be_known()
    {
        _results.Write("checks.ndjson", Check("experiment", false));

        Assert.Contains("expected phases or events that say when the drill ended, got none", (await WriteAsync("database-failover", "--started", Begun)).Error, StringComparison.Ordinal);
        Assert.Contains(
            "--finished: expected a time in UTC such as 2026-11-23T03:05:00Z, got 'late'", (await WriteAsync("database-failover", "--started", Begun, "--finished", "late")).Error, StringComparison.Ordinal);
        Assert.False(System.IO.File.Exists(File));
    }

    private static string Check(string id, bool passed) => new JsonObject
    {
        ["check"] = id,
        ["passed"] = passed,
        ["measured"] = null,
        ["limit"] = null,
        ["unit"] = "minutes",
        ["detail"] = "looked at",
    }.ToJsonString();

    private Task<Typed> WriteAsync(string path, params string[] more) => Typed.Run(
        ["evidence", "--path", path, "--results", _results.Folder.FullName, "--out", File, "--today", "2026-11-20", "-C", CommittedStacks.Folder, .. more]);
}
