using System.Text.Json;
using System.Text.Json.Serialization;

namespace MlTa.Components.Policies;

/// <summary>An IAM or resource policy.</summary>
public sealed record PolicyDocument(params IReadOnlyList<PolicyStatement> Statement)
{
    private static readonly JsonSerializerOptions s_options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // The default escapes quotes and angle brackets for HTML, which makes diffs hard to read.
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [JsonPropertyOrder(-1)]
    public string Version { get; } = "2012-10-17";

    /// <summary>
    /// Lets AWS services assume the role. Without a condition on the account: not every service says for whom it asks,
    /// and one that does not could no longer assume the role.
    /// </summary>
    public static PolicyDocument TrustOf(params IReadOnlyList<string> services) => new(new PolicyStatement
    {
        Effect = PolicyEffect.Allow,
        Principal = new Dictionary<string, IReadOnlyList<string>> { ["Service"] = services },
        Action = ["sts:AssumeRole"],
    });

    public string ToJson() => JsonSerializer.Serialize(this, s_options);
}
