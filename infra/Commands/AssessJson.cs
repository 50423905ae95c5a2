using System.Text.Json.Nodes;
using MlTa.Recovery;
using MlTa.Recovery.Evidence;
using MlTa.Recovery.Findings;
using MlTa.Recovery.Proofs;
using MlTa.Recovery.Scenarios;
using MlTa.Settings;

namespace MlTa.Commands;

/// <summary>The published shape of an assessment.</summary>
internal static class AssessJson
{
    public static void Write(Assessment assessment, IReadOnlyList<string>? differences, TextWriter output)
    {
        var json = new JsonObject
        {
            ["objectives"] = Objectives(assessment.Objectives),
            ["scenarios"] = Json.ArrayOf(assessment.Outcomes.Concat(assessment.SecondLosses), Scenario),
            ["budget"] = Json.ArrayOf(assessment.Slacks, Budget),
            ["ways"] = Json.ArrayOf(new[] { assessment.Home, assessment.Onward }.OfType<WayBack>(), Way),
            ["findings"] = Json.ArrayOf(assessment.Findings, Finding),
        };
        if (assessment.Proofs is { } proofs)
        {
            json["evidence"] = Json.ArrayOf(proofs.Paths, Proof);
            json["leastRecentlyProven"] = proofs.LeastRecentlyProven?.Path.Id;
        }

        if (differences is not null)
        {
            json["differences"] = Json.ArrayOf(differences);
        }

        output.WriteLine(json.ToJsonString(Json.Options));
    }

    private static JsonObject Objectives(ObjectivesSettings objectives) => new()
    {
        ["recoveryTimeMinutes"] = objectives.RecoveryTimeMinutes,
        ["recoveryPointMinutes"] = objectives.RecoveryPointMinutes,
        ["maximumDowntimeMinutes"] = objectives.MaximumDowntimeMinutes,
        ["minorIncidentMinutes"] = objectives.MinorIncidentMinutes,
        ["majorIncidentMinutes"] = objectives.MajorIncidentMinutes,
    };

    private static JsonObject Scenario(Outcome outcome) => new()
    {
        ["id"] = outcome.Scenario.Id,
        ["lost"] = Json.ArrayOf(outcome.Scenario.Lost),
        ["mode"] = outcome.Scenario.IsGraceful ? "graceful" : "sudden",
        ["category"] = Json.Word(outcome.Scenario.Category),
        ["serves"] = outcome.Serves,
        ["rtoMinutes"] = Json.Range(outcome.Outage),
        ["rtoGrade"] = outcome.Outage is null ? null : Json.Word(outcome.OutageGrade),
        ["rpoMinutes"] = outcome.Serves is null ? null : Json.Range(outcome.Loss),
        ["rpoGrade"] = outcome.Serves is null ? null : Json.Word(outcome.LossGrade),
        ["stores"] = Json.ArrayOf(outcome.Stores, FailoverJson.Store),
        ["targetMinutes"] = outcome.TargetMinutes,
        ["verdict"] = Json.Word(outcome.Verdict),
        ["why"] = outcome.Why,
        ["chain"] = Json.ArrayOf(outcome.Plan?.Chain ?? []),
    };

    private static JsonObject Budget(Slack slack) => new()
    {
        ["category"] = Json.Word(slack.Category),
        ["scenario"] = slack.Scenario,
        ["targetMinutes"] = slack.TargetMinutes,
        ["slackMinutes"] = Json.Range(slack.Left),
        ["grade"] = Json.Word(slack.Grade),
        ["latestDecisionMinute"] = Json.Tenths(slack.LatestDecisionMinute),
    };

    private static JsonObject Way(WayBack way) => new()
    {
        ["title"] = way.Plan.Title,
        ["ups"] = Json.ArrayOf(way.Plan.Planned.Ups, up => $"{up.Phase.Stack}: {up.Phase.Purpose}"),
        ["unprotectedMinutes"] = Json.Range(way.Protection.Outage),
        ["grade"] = Json.Word(way.Protection.Grade),
        ["problems"] = Json.ArrayOf(way.Problems),
    };

    private static JsonObject Proof(PathProof proof) => new()
    {
        ["path"] = proof.Path.Id,
        ["state"] = Json.Word(proof.State),
        ["provenOn"] = proof.ProvenOn is { } day ? $"{day:yyyy-MM-dd}" : null,
        ["ageDays"] = proof.AgeDays,
        ["file"] = proof.Decisive?.Name,
        ["recoveryTimeMinutes"] = proof.Achieved?.RecoveryTimeMinutes,
        ["recoveryPointMinutes"] = proof.Achieved?.RecoveryPointMinutes,
    };

    private static JsonObject Finding(JudgedFinding judged) => new()
    {
        ["rule"] = judged.Finding.Rule,
        ["severity"] = Json.Word(judged.Finding.Severity),
        ["stack"] = judged.Finding.Stack,
        ["urn"] = judged.Finding.Subject,
        ["problem"] = judged.Finding.Problem,
        ["remedy"] = judged.Finding.Remedy,
        ["waiver"] = judged.Waiver is { } waiver ? new JsonObject { ["reason"] = waiver.Reason, ["expires"] = waiver.Expires } : null,
    };
}
