using System.Globalization;
using System.Text.RegularExpressions;

namespace MlTa.Settings.Rules;

/// <summary>The two windows that RDS has, as minutes of the week in UTC. A daily one occurs seven times.</summary>
internal static partial class DatabaseWindows
{
    /// <summary>RDS API, CreateDBInstance: both windows last at least 30 minutes.</summary>
    public const int MinimumMinutes = 30;

    private const int MinutesPerDay = 24 * 60;
    private const int MinutesPerWeek = 7 * MinutesPerDay;

    private static readonly string[] s_days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    /// <summary><c>hh:mm-hh:mm</c>, which may pass midnight.</summary>
    public static bool IsDaily(string text) =>
        DailyPattern().Match(text) is { Success: true } match && Length(At(match, 1), At(match, 3), MinutesPerDay) >= MinimumMinutes;

    /// <summary><c>ddd:hh:mm-ddd:hh:mm</c>, which may pass the end of the week.</summary>
    public static bool IsWeekly(string text) =>
        WeeklyPattern().Match(text) is { Success: true } match && Length(Week(match, 1), Week(match, 4), MinutesPerWeek) >= MinimumMinutes;

    /// <summary>Whether a daily and a weekly window, both well formed, have a minute in common.</summary>
    public static bool Overlap(string daily, string weekly)
    {
        var day = DailyPattern().Match(daily);
        var week = WeeklyPattern().Match(weekly);
        var length = Length(At(day, 1), At(day, 3), MinutesPerDay);
        var weekStart = Week(week, 1);
        var weekLength = Length(weekStart, Week(week, 4), MinutesPerWeek);
        return Enumerable.Range(0, s_days.Length)
            .Select(index => (index * MinutesPerDay) + At(day, 1))
            .Any(start => Length(weekStart, start, MinutesPerWeek) < weekLength || Length(start, weekStart, MinutesPerWeek) < length);
    }

    private static int Length(int from, int to, int cycle) => (to - from + cycle) % cycle;

    private static int At(Match match, int group) => (Number(match, group) * 60) + Number(match, group + 1);

    private static int Week(Match match, int group) =>
        (Array.IndexOf(s_days, match.Groups[group].Value) * MinutesPerDay) + At(match, group + 1);

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^([01][0-9]|2[0-3]):([0-5][0-9])-([01][0-9]|2[0-3]):([0-5][0-9])\z")]
    private static partial Regex DailyPattern();

    [GeneratedRegex(@"^(mon|tue|wed|thu|fri|sat|sun):([01][0-9]|2[0-3]):([0-5][0-9])-(mon|tue|wed|thu|fri|sat|sun):([01][0-9]|2[0-3]):([0-5][0-9])\z")]
    private static partial Regex WeeklyPattern();
}
