namespace Pulumi.SchemaGenerator.Json;

/// <summary>A JSON value; what is not there reads as empty, because the schema leaves out what does not apply.</summary>
internal sealed class JsonNode(object? value)
{
    private static readonly JsonNode s_missing = new(null);
    private static readonly Dictionary<string, JsonNode> s_noMembers = [];

    public object? Value { get; } = value;

    public string? Text => Value as string;

    public bool IsTrue => Value is true;

    public IReadOnlyList<JsonNode> Items => Value as List<JsonNode> ?? [];

    public IReadOnlyDictionary<string, JsonNode> Members => Value as Dictionary<string, JsonNode> ?? s_noMembers;

    public JsonNode this[string member] => Members.TryGetValue(member, out var found) ? found : s_missing;

    public IReadOnlyList<string> Texts => Items.Select(item => item.Text ?? "").ToList();
}
