namespace MlTa.Settings;

/// <summary>
/// How long an outage lasts before a level hears of it, as an alarm counts: so many bad minutes out of somewhat more. One that
/// stays is reported at its minute. One that flickers is too, as long as it is bad for three minutes out of four; if every
/// minute had to be bad, a single good answer would start the clock again.
/// </summary>
/// <param name="BadMinutes">After so many.</param>
/// <param name="Minutes">Out of so many.</param>
public readonly record struct EscalationWindow(int BadMinutes, int Minutes)
{
    /// <summary>CloudWatch API, PutMetricAlarm: with periods shorter than an hour an alarm looks back one day at most.</summary>
    public const int MaximumMinutes = 24 * 60;

    /// <summary>The longest wait whose window fits.</summary>
    public const int MaximumBadMinutes = MaximumMinutes * BadMinutesPerGoodOne / (BadMinutesPerGoodOne + 1);

    /// <summary>One good minute may come with every three bad ones.</summary>
    private const int BadMinutesPerGoodOne = 3;

    public static EscalationWindow After(int badMinutes) => new(badMinutes, badMinutes + (badMinutes / BadMinutesPerGoodOne));
}
