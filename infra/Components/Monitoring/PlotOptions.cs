namespace MlTa.Components.Monitoring;

/// <summary>The last element of a plot in a dashboard's body. What is null is left out.</summary>
internal sealed record PlotOptions
{
    public string? Expression { get; init; }

    public string? Id { get; init; }

    public string? Label { get; init; }

    public bool? Visible { get; init; }

    public string? Region { get; init; }

    public string? Stat { get; init; }

    public int? Period { get; init; }
}
