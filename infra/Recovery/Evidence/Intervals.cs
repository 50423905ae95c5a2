namespace MlTa.Recovery.Evidence;

/// <summary>How old evidence may be.</summary>
public static class Intervals
{
    /// <summary>The longest month.</summary>
    private const int DaysPerMonth = 31;

    /// <summary>The longest quarter.</summary>
    private const int DaysPerQuarter = 92;

    /// <summary>The longest half of a year.</summary>
    private const int DaysPerHalfYear = 184;

    /// <summary>A drill that failed for a reason of its own can be done again before its path counts as late. Decided by this project.</summary>
    private const int GraceDays = 7;

    public static int DaysOf(Interval interval) => interval switch
    {
        Interval.Monthly => DaysPerMonth,
        Interval.Quarterly => DaysPerQuarter,
        _ => DaysPerHalfYear,
    };

    /// <summary>Up to this age a path is proven.</summary>
    public static int ProvenDays(Interval interval) => DaysOf(interval) + GraceDays;

    /// <summary>Up to this age what was measured still counts. Decided by this project: one drill was left out.</summary>
    public static int MeasuredDays(Interval interval) => 2 * DaysOf(interval);
}
