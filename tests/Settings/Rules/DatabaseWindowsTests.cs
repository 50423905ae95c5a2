using CsCheck;
using MlTa.Settings.Rules;
using Xunit;

namespace MlTa.Tests.Settings.Rules;

public sealed class DatabaseWindowsTests
{
    private const int MinutesPerDay = 24 * 60;
    private const int MinutesPerWeek = 7 * MinutesPerDay;

    private static readonly string[] s_days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    /// <summary>Start and length; the longest ends a minute before it begins again.</summary>
    private static readonly Gen<(int Start, int Length)> s_daily = Gen.Select(Gen.Int[0, MinutesPerDay - 1], Gen.Int[30, MinutesPerDay - 1]);

    private static readonly Gen<(int Start, int Length)> s_weekly = Gen.Select(Gen.Int[0, MinutesPerWeek - 1], Gen.Int[30, 3 * MinutesPerDay]);

    [Theory]
    [InlineData("07:00-07:30", true)]
    [InlineData("07:00-07:29", false)] // a minute short
    [InlineData("23:45-00:15", true)] // passes midnight
    [InlineData("23:45-00:14", false)]
    [InlineData("00:00-23:59", true)]
    [InlineData("07:00-07:00", false)]
    [InlineData("07:30-07:00", true)] // until the next day
    [InlineData("7:00-7:30", false)]
    [InlineData("24:00-24:30", false)]
    [InlineData("07:00-07:60", false)]
    [InlineData("07:00 - 07:30", false)]
    [InlineData("07:00-07:30\n", false)]
    [InlineData("0٧:00-07:30", false)] // a digit, but not this one
    [InlineData("sun:07:00-sun:07:30", false)]
    [InlineData("", false)]
    public void A_daily_window_has_hours_and_at_least_30_minutes(string text, bool isDaily) =>
        Assert.Equal(isDaily, DatabaseWindows.IsDaily(text));

    [Theory]
    [InlineData("sun:08:00-sun:08:30", true)]
    [InlineData("sun:08:00-sun:08:29", false)]
    [InlineData("sun:23:45-mon:00:15", true)] // passes the end of the week
    [InlineData("sun:23:45-mon:00:14", false)]
    [InlineData("sun:08:00-sun:08:00", false)]
    [InlineData("Sun:08:00-Sun:09:00", false)]
    [InlineData("sunday:08:00-sunday:09:00", false)]
    [InlineData("sun:08:00-09:00", false)]
    [InlineData("08:00-09:00", false)]
    [InlineData("sun:08:00-sun:09:00\n", false)]
    [InlineData("sun:0٨:00-sun:09:00", false)]
    public void A_weekly_window_has_days_and_at_least_30_minutes(string text, bool isWeekly) =>
        Assert.Equal(isWeekly, DatabaseWindows.IsWeekly(text));

    [Theory]
    [InlineData("07:00-08:00", "sun:08:00-sun:09:00", false)] // one ends where the other begins
    [InlineData("07:00-08:01", "sun:08:00-sun:09:00", true)]
    [InlineData("09:00-10:00", "sun:08:00-sun:09:00", false)]
    [InlineData("08:59-10:00", "sun:08:00-sun:09:00", true)]
    [InlineData("23:30-00:30", "mon:00:00-mon:00:30", true)] // of Sunday's into Monday
    [InlineData("00:00-00:30", "sun:23:30-mon:00:01", true)]
    [InlineData("00:00-00:30", "sun:23:30-mon:00:00", false)]
    [InlineData("12:00-12:30", "mon:13:00-tue:12:00", false)]
    [InlineData("12:00-12:30", "mon:13:00-tue:12:01", true)]
    public void Windows_overlap_where_they_share_a_minute(string daily, string weekly, bool overlap) =>
        Assert.Equal(overlap, DatabaseWindows.Overlap(daily, weekly));

    [Fact]
    public void Windows_overlap_as_they_do_minute_by_minute() => Gen.Select(s_daily, s_weekly).Sample((daily, weekly) =>
        DatabaseWindows.Overlap(Daily(daily), Weekly(weekly)) == MinutesOf(daily, MinutesPerDay).Intersect(MinutesOf(weekly, MinutesPerWeek)).Any());

    [Fact]
    public void Any_window_of_30_minutes_or_more_is_one() => Gen.Select(s_daily, s_weekly).Sample(
        (daily, weekly) => DatabaseWindows.IsDaily(Daily(daily)) && DatabaseWindows.IsWeekly(Weekly(weekly)));

    /// <summary>Every minute of the week in which the window is open.</summary>
    private static IEnumerable<int> MinutesOf((int Start, int Length) window, int cycle) =>
        from first in Enumerable.Range(0, MinutesPerWeek / cycle)
        from minute in Enumerable.Range(0, window.Length)
        select ((first * cycle) + window.Start + minute) % MinutesPerWeek;

    private static string Daily((int Start, int Length) window) =>
        $"{Time(window.Start)}-{Time((window.Start + window.Length) % MinutesPerDay)}";

    private static string Weekly((int Start, int Length) window) =>
        $"{DayAndTime(window.Start)}-{DayAndTime((window.Start + window.Length) % MinutesPerWeek)}";

    private static string DayAndTime(int minute) => $"{s_days[minute / MinutesPerDay]}:{Time(minute % MinutesPerDay)}";

    private static string Time(int minute) => $"{minute / 60:00}:{minute % 60:00}";
}
