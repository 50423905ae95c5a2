namespace MlTa.Components.Monitoring;

/// <summary>What an alarm compares with its threshold: a metric, or several made into one.</summary>
public sealed record Signal
{
    private Signal(IReadOnlyList<WatchedMetric> metrics, string? expression)
    {
        Metrics = metrics;
        Expression = expression;
    }

    public IReadOnlyList<WatchedMetric> Metrics { get; }

    /// <summary>Metric math over the metrics, which are called <c>m0</c>, <c>m1</c> and so on; null where there is only one.</summary>
    public string? Expression { get; }

    public static Signal Of(WatchedMetric metric) => new([metric], null);

    /// <summary>
    /// The highest in each period. A metric that has no value is left out, so one that is silent for good does not silence the
    /// others; where all are silent there is no value. Not filled with zeros: that would also fill the newest minute, whose value
    /// may only be late (CloudWatch user guide, "Math expressions with metrics").
    /// </summary>
    public static Signal HighestOf(IReadOnlyList<WatchedMetric> metrics) => Combined("MAX", metrics);

    public static Signal SumOf(IReadOnlyList<WatchedMetric> metrics) => Combined("SUM", metrics);

    public static string IdOf(int index) => $"m{index}";

    private static Signal Combined(string function, IReadOnlyList<WatchedMetric> metrics) =>
        new(metrics, $"{function}([{string.Join(", ", metrics.Select((_, index) => IdOf(index)))}])");
}
