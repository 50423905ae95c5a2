using System.Text.Json.Nodes;

namespace MlTa.Recovery.Findings;

/// <summary>What a declared alarm looks at.</summary>
internal static class WatchedMetrics
{
    /// <summary>One metric of an alarm.</summary>
    /// <param name="Namespace">As CloudWatch calls it.</param>
    /// <param name="Name">As CloudWatch calls it.</param>
    /// <param name="Statistic">Such as <c>Maximum</c>.</param>
    /// <param name="Dimensions">What it is about.</param>
    internal sealed record Metric(string? Namespace, string? Name, string? Statistic, JsonNode? Dimensions)
    {
        public bool Is(string itsNamespace, string name) => (Namespace, Name) == (itsNamespace, name);

        public bool IsAbout(string dimension, string? value) => value is not null && Dimensions.Text(dimension) == value;
    }

    /// <summary>Its own metric, or those of its expression.</summary>
    public static IReadOnlyList<Metric> Metrics(this PlacedResource alarm)
    {
        var inputs = alarm.Resource.Inputs;
        return inputs["metricName"] is not null
            ? [new(inputs.Text("namespace"), inputs.Text("metricName"), inputs.Text("statistic"), inputs["dimensions"])]
            :
            [
                .. inputs.Items("metricQueries").Select(query => query["metric"]).OfType<JsonObject>()
                    .Select(metric => new Metric(metric.Text("namespace"), metric.Text("metricName"), metric.Text("stat"), metric["dimensions"])),
            ];
    }

    public static bool FiresAbove(this PlacedResource alarm) => alarm.Compares("Greater");

    public static bool FiresBelow(this PlacedResource alarm) => alarm.Compares("Less");

    public static double? Threshold(this PlacedResource alarm) => alarm.Resource.Inputs.Number("threshold");

    /// <summary>How long its signal has to be bad.</summary>
    public static double? Seconds(this PlacedResource alarm) => alarm.Resource.Inputs.Number("evaluationPeriods") * alarm.Resource.Inputs.Number("period");

    private static bool Compares(this PlacedResource alarm, string how) =>
        alarm.Resource.Inputs.Text("comparisonOperator")?.StartsWith(how, StringComparison.Ordinal) == true;
}
