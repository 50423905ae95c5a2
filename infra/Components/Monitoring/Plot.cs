namespace MlTa.Components.Monitoring;

/// <summary>One line, or one number, of a dashboard's widget: a metric, or an expression over the widget's other ones.</summary>
public sealed record Plot
{
    private Plot(WatchedMetric? metric, string? expression, string? id, string? label, bool isVisible, string? region)
    {
        Metric = metric;
        Expression = expression;
        Id = id;
        Label = label;
        IsVisible = isVisible;
        Region = region;
    }

    public WatchedMetric? Metric { get; }

    public string? Expression { get; }

    /// <summary>What expressions call it.</summary>
    public string? Id { get; }

    public string? Label { get; }

    public bool IsVisible { get; }

    /// <summary>Where its metric is, if not where the widget's others are.</summary>
    public string? Region { get; }

    public static Plot Shown(WatchedMetric metric, string label, string? region = null) => new(metric, null, null, label, true, region);

    public static Plot Shown(string id, string label, string expression) => new(null, expression, id, label, true, null);

    /// <summary>Only for expressions.</summary>
    public static Plot Hidden(string id, WatchedMetric metric) => new(metric, null, id, null, false, null);

    public static Plot Hidden(string id, string expression) => new(null, expression, id, null, false, null);

    /// <summary>The shape of the CloudWatch API, "Dashboard body structure and syntax": texts that say which metric, and an object that says how.</summary>
    internal Output<ImmutableArray<object>> ToRow() => Output
        .All(Metric?.Dimensions.Values ?? [])
        .Apply(values => ToRow(values));

    private ImmutableArray<object> ToRow(IReadOnlyList<string> dimensionValues) =>
    [
        .. Metric is null ? Array.Empty<object>() : [Metric.Namespace, Metric.Name],
        .. Metric is null ? Array.Empty<object>() : Metric.Dimensions.Keys.Zip(dimensionValues).SelectMany(pair => new object[] { pair.First, pair.Second }),
        new PlotOptions
        {
            Expression = Expression,
            Id = Id,
            Label = Label,
            Visible = IsVisible ? null : false,
            Region = Region,
            Stat = Metric?.Statistic,
            Period = Metric?.PeriodSeconds,
        },
    ];
}
