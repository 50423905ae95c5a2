using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MlTa.Components.Monitoring;

/// <summary>A dashboard in the shape of the CloudWatch API, "Dashboard body structure and syntax".</summary>
internal sealed record DashboardBody(IReadOnlyList<DashboardBody.Widget> Widgets)
{
    private static readonly JsonSerializerOptions s_options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>A week. Longer ranges can be chosen, up to the 15 days for which CloudWatch keeps values by the minute (CloudWatch API, GetMetricStatistics).</summary>
    [JsonPropertyOrder(-2)]
    public string Start { get; } = "-P7D";

    /// <summary>Otherwise a longer range would be shown in longer periods, and minutes would no longer be minutes.</summary>
    [JsonPropertyOrder(-1)]
    public string PeriodOverride { get; } = "inherit";

    public string ToJson() => JsonSerializer.Serialize(this, s_options);

    public sealed record Widget(int X, int Y, int Width, int Height, Properties Properties)
    {
        [JsonPropertyOrder(-1)]
        public string Type { get; } = "metric";
    }

    public sealed record Properties(string Title, string Region, string View, IReadOnlyList<IReadOnlyList<object>> Metrics, Annotations? Annotations);

    public sealed record Annotations(IReadOnlyList<Line> Horizontal);

    public sealed record Line(string Label, double Value);
}
