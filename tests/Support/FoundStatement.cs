using System.Text.Json;

namespace MlTa.Tests.Support;

/// <summary>One statement of a policy document. Elements may be one text or a list of them.</summary>
internal sealed record FoundStatement(FoundPolicy Policy, JsonElement Json)
{
    public string? Sid => Json.TryGetProperty(nameof(Sid), out var sid) ? sid.GetString() : null;

    public bool IsAllow => Json.GetProperty("Effect").GetString() == "Allow";

    public IReadOnlyList<string> Actions => TextsOf("Action");

    public IReadOnlyList<string> Resources => TextsOf("Resource");

    public bool HasCondition => Json.TryGetProperty("Condition", out _);

    /// <summary>Kind and name: <c>Service</c> or <c>AWS</c>, and who.</summary>
    public IReadOnlyList<(string Kind, string Name)> Principals => !Json.TryGetProperty("Principal", out var principal) ? []
        : principal.ValueKind == JsonValueKind.String ? [("AWS", principal.GetString()!)]
        : [.. principal.EnumerateObject().SelectMany(kind => TextsOf(kind.Value).Select(name => (kind.Name, name)))];

    public bool Has(string element) => Json.TryGetProperty(element, out _);

    public override string ToString() => $"{Policy} {Sid}";

    private IReadOnlyList<string> TextsOf(string element) => Json.TryGetProperty(element, out var value) ? TextsOf(value) : [];

    private static IReadOnlyList<string> TextsOf(JsonElement value) => value.ValueKind == JsonValueKind.Array ? value.TextList() : [value.GetString()!];
}
