using System.Text.Json.Nodes;

namespace MlTa.Tests.Recovery.Evidence.Results;

/// <summary>What <c>pulumi up --json</c> prints, as pulumi/pulumi, sdk/go/common/apitype/events.go describes it.</summary>
internal sealed class EngineLog
{
    private readonly List<JsonObject> _events = [];

    public static EngineLog Of(DateTimeOffset start) => new EngineLog { Now = start }.Add("preludeEvent", new() { ["config"] = new JsonObject() });

    /// <summary>When the next event comes.</summary>
    public DateTimeOffset Now { get; private set; }

    public IReadOnlyList<string> Lines => [.. _events.Select(line => line.ToJsonString())];

    public EngineLog After(double minutes)
    {
        Now = Now.AddMinutes(minutes);
        return this;
    }

    public EngineLog Begin(string type, string name, string op = "create", JsonObject? before = null, JsonObject? after = null, bool isPlanned = false) =>
        Add("resourcePreEvent", Step(type, name, op, before, after, isPlanned));

    public EngineLog End(string type, string name, string op = "create", JsonObject? before = null, JsonObject? after = null, bool isPlanned = false) =>
        Add("resOutputsEvent", Step(type, name, op, before, after, isPlanned));

    public EngineLog Fail(string type, string name, string op = "create") => Add("resOpFailedEvent", Step(type, name, op, null, null, false));

    public EngineLog Error(string message) => Add("diagnosticEvent", new() { ["severity"] = "error", ["message"] = message, ["color"] = "never" });

    public EngineLog Summary(bool isPreview = false) => Add("summaryEvent", new()
    {
        ["maybeCorrupt"] = false,
        ["durationSeconds"] = 60,
        ["resourceChanges"] = new JsonObject { ["create"] = 3 },
        ["PolicyPacks"] = new JsonObject(),
        ["isPreview"] = isPreview,
    });

    private EngineLog Add(string kind, JsonObject content)
    {
        _events.Add(new() { ["sequence"] = _events.Count, ["timestamp"] = Now.ToUnixTimeSeconds(), [kind] = content });
        return this;
    }

    private static JsonObject Step(string type, string name, string op, JsonObject? before, JsonObject? after, bool isPlanned) => new()
    {
        ["metadata"] = new JsonObject
        {
            ["op"] = op,
            ["urn"] = $"urn:pulumi:dr-test-1::ml-ta::{type}::{name}",
            ["type"] = type,
            ["old"] = State(before),
            ["new"] = State(after ?? []),
            ["detailedDiff"] = null,
            ["provider"] = "",
        },
        ["planning"] = isPlanned,
    };

    private static JsonObject? State(JsonObject? inputs) => inputs is null ? null : new() { ["inputs"] = inputs.DeepClone(), ["outputs"] = new JsonObject { ["password"] = "[secret]" } };
}
