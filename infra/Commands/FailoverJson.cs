using System.Text.Json.Nodes;
using MlTa.Recovery.Changes;
using MlTa.Recovery.Moves;
using MlTa.Recovery.Procedures;
using MlTa.Recovery.Scenarios;

namespace MlTa.Commands;

/// <summary>The published shape of a failover.</summary>
internal static class FailoverJson
{
    public static void Write(FailoverReport report, TextWriter output) => output.WriteLine(new JsonObject
    {
        ["from"] = report.From.Stack,
        ["to"] = report.To.Stack,
        ["mode"] = report.IsGraceful ? "graceful" : "sudden",
        ["config"] = Json.ArrayOf(report.Plan.Planned.Move.Phases.SelectMany(phase => phase.Config), Config),
        ["changes"] = Json.ArrayOf(report.Plan.Ups.SelectMany(up => up.Changes), Change),
        ["steps"] = Json.ArrayOf(report.Plan.Steps, Step),
        ["awake"] = Json.ArrayOf(report.Plan.Awake, actor => Json.Word(actor)),
        ["rtoMinutes"] = Json.Range(report.Plan.Outage),
        ["rtoGrade"] = Json.Word(report.Plan.Grade),
        ["rpoMinutes"] = Json.Range(Losses.Together(report.Losses)),
        ["rpoGrade"] = Json.Word(report.Losses.Max(loss => loss.Grade)),
        ["stores"] = Json.ArrayOf(report.Losses, Store),
        ["unsafeOrders"] = Json.ArrayOf(report.Orders.Unsafe, order => Json.ArrayOf(order)),
        ["refusals"] = Json.ArrayOf(report.Refusals),
    }.ToJsonString(Json.Options));

    public static JsonObject Store(StoreLoss loss) => new()
    {
        ["store"] = loss.Store,
        ["copy"] = loss.Copy,
        ["rpoMinutes"] = Json.Range(loss.Minutes),
        ["grade"] = Json.Word(loss.Grade),
        ["source"] = loss.Source,
    };

    public static JsonObject Step(RecoveryStep step) => new()
    {
        ["id"] = step.Id,
        ["title"] = step.Title,
        ["actor"] = Json.Word(step.Actor),
        ["api"] = step.Api,
        ["command"] = step.Command,
        ["home"] = step.Home,
        ["plane"] = Json.Word(step.Plane),
        ["needs"] = Json.ArrayOf(step.Needs, need => new JsonObject { ["region"] = need.Region, ["what"] = need.What, ["plane"] = Json.Word(need.Plane) }),
        ["after"] = Json.ArrayOf(step.After),
        ["minutes"] = Json.Range(step.Duration.Minutes),
        ["grade"] = Json.Word(step.Duration.Grade),
        ["source"] = step.Duration.Source,
    };

    private static JsonObject Config(ConfigChange change) => new()
    {
        ["stack"] = change.Stack,
        ["key"] = change.Key,
        ["from"] = change.From,
        ["to"] = change.To is null ? null : Unknowns.Show(change.To),
    };

    private static JsonObject Change(ResourceChange change) => new()
    {
        ["stack"] = change.Stack,
        ["urn"] = change.Resource.Urn,
        ["type"] = change.Resource.Type,
        ["op"] = Json.Word(change.Kind),
        ["properties"] = Json.ArrayOf(change.Properties),
        ["sent"] = Json.ArrayOf(change.ModifiedProperties()),
        ["region"] = change.Resource.Region,
        ["why"] = change.Why,
    };
}
