using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MlTa.Settings;

namespace MlTa.Recovery.Evidence;

/// <summary>Evidence as JSON. Fields come in one order and numbers in one form, so that equal evidence is equal bytes.</summary>
internal static class EvidenceJson
{
    private const string HashPrefix = "sha256:";

    private static readonly JsonSerializerOptions s_options = new() { WriteIndented = true, NewLine = "\n" };

    public static string Text(JsonNode node) => node.ToJsonString(s_options);

    public static string Hash(string text) => HashPrefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Over everything but itself.</summary>
    public static string DigestOf(DrillEvidence evidence) => Hash(Text(Content(evidence)));

    public static JsonObject Content(DrillEvidence evidence) => new()
    {
        [EvidenceFields.Version] = DrillEvidence.Version,
        [EvidenceFields.Path] = evidence.Path,
        [EvidenceFields.Drill] = evidence.Drill,
        [EvidenceFields.Region] = evidence.Region,
        [EvidenceFields.Commit] = evidence.Commit,
        [EvidenceFields.StartedAt] = UtcTime.Of(evidence.StartedAt),
        [EvidenceFields.FinishedAt] = UtcTime.Of(evidence.FinishedAt),
        [EvidenceFields.Restored] = evidence.Restored is { } restored ? Restored(restored) : null,
        [EvidenceFields.Phases] = new JsonArray([.. evidence.Phases.Select(Phase)]),
        [EvidenceFields.Checks] = new JsonArray([.. evidence.Checks.Select(Check)]),
        [EvidenceFields.Achieved] = new JsonObject
        {
            [EvidenceFields.RecoveryTimeMinutes] = evidence.Achieved.RecoveryTimeMinutes,
            [EvidenceFields.RecoveryPointMinutes] = evidence.Achieved.RecoveryPointMinutes,
        },
        [EvidenceFields.Passed] = evidence.Passed,
        [EvidenceFields.Exercised] = new JsonObject { [EvidenceFields.Hash] = evidence.Exercised },
    };

    private static JsonObject Restored(RestoredData restored) => new()
    {
        [EvidenceFields.Kind] = restored.Kind,
        [EvidenceFields.Source] = restored.Source,
        [EvidenceFields.Time] = UtcTime.Of(restored.Time),
    };

    private static JsonObject Phase(EvidencePhase phase) => new()
    {
        [EvidenceFields.Id] = phase.Id,
        [EvidenceFields.StartedAt] = UtcTime.Of(phase.StartedAt),
        [EvidenceFields.FinishedAt] = UtcTime.Of(phase.FinishedAt),
        [EvidenceFields.Minutes] = phase.Minutes,
    };

    private static JsonObject Check(EvidenceCheck check) => new()
    {
        [EvidenceFields.Id] = check.Id,
        [EvidenceFields.Passed] = check.Passed,
        [EvidenceFields.Measured] = check.Measured,
        [EvidenceFields.Limit] = check.Limit,
        [EvidenceFields.Unit] = check.Unit,
        [EvidenceFields.Detail] = check.Detail,
    };
}
