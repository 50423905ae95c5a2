using System.Globalization;
using MlTa.Recovery.Time;

namespace MlTa.Commands;

/// <summary>How people read minutes.</summary>
internal static class Minutes
{
    private const double PerHour = 60;

    /// <summary>Above this hours are easier to read.</summary>
    private const double MostMinutes = 180;

    /// <summary>As a rule, and in brackets at best and at worst; a number that is assumed has a mark.</summary>
    public static string Text(MinuteRange? minutes, Grade grade) => minutes switch
    {
        null => "unknown",
        { Low: 0, High: 0 } => "0",
        { } range when range.Low == range.High => $"{One(range.High)}{Mark(grade)}",
        { High: > MostMinutes } range => $"{Round(range.Likely / PerHour)}{Mark(grade)} ({Round(range.Low / PerHour)} to {Round(range.High / PerHour)}) h",
        { } range => $"{Round(range.Likely)}{Mark(grade)} ({Round(range.Low)} to {Round(range.High)}) min",
    };

    /// <summary>One number, with its mark.</summary>
    public static string Marked(double minutes, Grade grade) => $"{One(minutes)}{Mark(grade)}";

    public static string One(double minutes) => Math.Abs(minutes) > MostMinutes
        ? $"{Round(minutes / PerHour)} h"
        : $"{Round(minutes)} min";

    /// <summary>A moment of the outage, as hours and full minutes.</summary>
    public static string Clock(double minutes) => TimeSpan.FromMinutes(Math.Round(minutes, MidpointRounding.AwayFromZero)).ToString(@"h\:mm", CultureInfo.InvariantCulture);

    private static string Mark(Grade grade) => grade switch { Grade.Measured => " ✓", Grade.Documented => "", _ => " ~" };

    private static string Round(double value) => Math.Round(value, 1, MidpointRounding.AwayFromZero).ToString("0.#", CultureInfo.InvariantCulture);
}
