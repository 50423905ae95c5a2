namespace MlTa.Components.Monitoring;

/// <summary>One widget of a dashboard, before its place is known.</summary>
/// <param name="Title">The title.</param>
/// <param name="Region">Where its metrics are. Always said: a dashboard reads other regions too, and would silently read its own.</param>
/// <param name="Plots">The lines.</param>
public sealed record Panel(string Title, string Region, IReadOnlyList<Plot> Plots)
{
    /// <summary>Whether it shows numbers instead of lines.</summary>
    public bool IsNumbers { get; init; }

    /// <summary>Limits that are drawn as lines of their own.</summary>
    public IReadOnlyList<(string Label, double Value)> Limits { get; init; } = [];

    internal Output<DashboardBody.Properties> ToProperties() => Output.All(Plots.Select(plot => plot.ToRow())).Apply(rows => new DashboardBody.Properties(
        Title,
        Region,
        IsNumbers ? "singleValue" : "timeSeries",
        [.. rows.Select(IReadOnlyList<object> (row) => row)],
        Limits.Count == 0 ? null : new([.. Limits.Select(limit => new DashboardBody.Line(limit.Label, limit.Value))])));
}
