using MlTa.Settings;

namespace MlTa.Components.Monitoring;

/// <summary>
/// The recovery plan's key metrics, as metric math over what was really measured. Dashboards may use functions that alarms should
/// not, such as running sums, because their range does not move (CloudWatch user guide, "Math expressions with metrics").
/// </summary>
/// <param name="Region">Where the metrics are.</param>
/// <param name="Writable">For each region that can serve, 1 in the minutes in which it was writable.</param>
internal sealed record KeyMetrics(string Region, IReadOnlyList<WatchedMetric> Writable)
{
    private const string Down = "down";

    /// <summary>How many, how long each, and how long nobody noticed.</summary>
    public Panel Numbers => new("Outages in this range, in minutes", Region,
    [
        .. Inputs,
        Outage,
        Plot.Hidden("begun", $"IF(DIFF({Down}) > 0, 1, 0)"),
        Plot.Hidden("detected", RecoveryMetric.Detected),
        // Noticed until it is over; before the first notice there is nothing to repeat.
        Plot.Hidden("unnoticed", $"{Down} * (1 - MAX([FILL(detected, REPEAT), TIME_SERIES(0)]))"),
        Plot.Shown("impact", "Customer impact", $"TIME_SERIES(SUM({Down}))"),
        Plot.Shown("outages", "Outages", "TIME_SERIES(SUM(begun))"),
        // At least one: an outage that began before the range has minutes in it, and no beginning.
        Plot.Shown("mttr", "Mean time to recovery", "impact / MAX([outages, TIME_SERIES(1)])"),
        Plot.Shown("mttd", "Mean time to detection", "TIME_SERIES(SUM(unnoticed)) / MAX([outages, TIME_SERIES(1)])"),
    ])
    {
        IsNumbers = true,
    };

    /// <summary>All minutes of the range together: no single recovery can have taken longer.</summary>
    public Panel RecoveryTime(ObjectivesSettings objectives) => new("Recovery time: minutes without a writable region, added up, against the objective", Region,
    [
        .. Inputs,
        Outage,
        Plot.Shown("sum", "Customer impact so far", $"RUNNING_SUM({Down})"),
    ])
    {
        Limits = [("Recovery time objective", objectives.RecoveryTimeMinutes), ("Maximum tolerable downtime", objectives.MaximumDowntimeMinutes)],
    };

    private IEnumerable<Plot> Inputs => Writable.Select((metric, index) => Plot.Hidden(IdOf(index), metric));

    /// <summary>1 in each minute in which no region was writable. No value at all counts as one, as it does in the ladder.</summary>
    private Plot Outage => Plot.Hidden(Down, $"1 - MAX([{string.Join(", ", Writable.Select((_, index) => IdOf(index)))}, TIME_SERIES(0)])");

    private static string IdOf(int index) => $"writable{index}";
}
