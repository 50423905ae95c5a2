using System.Text.Json;
using System.Text.Json.Serialization;

namespace MlTa.Tests.Drills;

/// <summary>What one check printed: all of these and nothing else.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record CheckLine
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web) { RespectNullableAnnotations = true };

    public required string Check { get; init; }

    public required bool Passed { get; init; }

    public required decimal? Measured { get; init; }

    public required decimal? Limit { get; init; }

    public required string Unit { get; init; }

    public required string Detail { get; init; }

    public static CheckLine Read(string line) => JsonSerializer.Deserialize<CheckLine>(line, s_options)!;
}
