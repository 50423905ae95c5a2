using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using MlTa.Recovery.Evidence;
using MlTa.Recovery.Time;

namespace MlTa.Tests.Recovery.Evidence;

/// <summary>A drill that went well, from which a test changes what it is about.</summary>
internal static class SampleEvidence
{
    public const string Path = "restore-copy-us-east-1";

    private static readonly string[] s_others =
    [
        "writable", "cache-ping", "cache-role", "cache-round-trip", "models-listed", "models-readable",
        "api-live", "api-ready", "api-database", "api-redis", "api-models", "api-active",
    ];

    /// <summary>The day of the drill.</summary>
    public static DateOnly Day { get; } = new(2026, 11, 20);

    public static string Hash { get; } = "sha256:" + new string('a', 64);

    public static DrillEvidence Good { get; } = On(Day);

    /// <summary>The same drill on another day.</summary>
    public static DrillEvidence On(DateOnly day) => new()
    {
        Path = Path,
        Drill = $"dr-test-{day:yyyyMMdd}",
        Region = "us-east-1",
        Commit = new string('c', 40),
        StartedAt = At(day, "03:05:00"),
        FinishedAt = At(day, "04:00:30"),
        Restored = new(RestoredData.Copy, "arn:aws:rds:us-east-1:111122223333:snapshot:awsbackup:copyjob-1", At(day, "02:58:00")),
        Phases =
        [
            EvidencePhase.Of(Durations.Restore.Id, At(day, "03:10:00"), At(day, "03:41:00")),
            EvidencePhase.Of(Durations.Cluster.Id, At(day, "03:10:00"), At(day, "03:21:20")),
            EvidencePhase.Of("drill.checks", At(day, "03:50:00"), At(day, "04:00:30")),
        ],
        Checks =
        [
            Check("schema", null), Check("row-counts", 120), Check("recent-rows", 1440), Check("gaps", 0), new(EvidenceCheck.RecoveryPoint, true, 8.5, 15, "minutes", "the newest record is of 02:56:30"),
            .. s_others.Select(id => Check(id, null)),
        ],
        Achieved = new(55.5, 8.5),
        Passed = true,
        Exercised = Hash,
    };

    /// <summary>Without what only a restore has; with the phase that it is about, if no other is named.</summary>
    public static DrillEvidence Exercise(string path, DateOnly day, params EvidencePhase[] phases) => On(day) with
    {
        Path = path,
        Drill = $"{path}-{day:yyyyMMdd}",
        Region = RecoveryPaths.RegionOf(path) ?? "us-west-2",
        Restored = null,
        Phases = phases.Length > 0 ? phases : [EvidencePhase.Of(RecoveryPaths.PhaseOf(path)!, At(day, "03:10:00"), At(day, "03:12:00"))],
        Checks = [.. RecoveryPaths.ChecksOf(path).Select(id => Check(id, null))],
        Achieved = new(55.5, null),
    };

    public static EvidenceCheck Check(string id, double? measured, bool passed = true) => new(id, passed, measured, null, "", "looked at");

    public static DateTimeOffset At(DateOnly day, string time) => new(day, TimeOnly.Parse(time, CultureInfo.InvariantCulture), TimeSpan.Zero);

    public static JsonObject Json(DrillEvidence evidence) => JsonNode.Parse(EvidenceWriter.Bytes(evidence))!.AsObject();

    /// <summary>As whoever makes a file up would do it: with a digest that is right.</summary>
    public static byte[] Forged(JsonObject json)
    {
        json.Remove("digest");
        json["digest"] = EvidenceJson.Hash(EvidenceJson.Text(json));
        return Encoding.UTF8.GetBytes(EvidenceJson.Text(json));
    }
}
