namespace MlTa.Recovery.Scenarios;

/// <summary>How far apart the runs of an AWS cron expression are, as far as a backup's schedule needs.</summary>
internal static class BackupSchedule
{
    private const double MinutesPerDay = 24 * 60;
    private const int DaysPerWeek = 7;

    private static readonly string[] s_weekdays = ["1", "2", "3", "4", "5", "6", "7", "SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    /// <summary>Minutes; null for a schedule that is neither daily nor weekly, of which nobody has said yet how far apart its runs are.</summary>
    public static double? GapMinutes(string schedule)
    {
        var fields = schedule.Replace("cron(", "", StringComparison.Ordinal).TrimEnd(')').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields is [var minute, var hour, "*" or "?", "*", var weekday, "*"] && IsOne(minute) && IsOne(hour)
            ? weekday switch
            {
                "*" or "?" => MinutesPerDay,
                _ when s_weekdays.Contains(weekday, StringComparer.OrdinalIgnoreCase) => MinutesPerDay * DaysPerWeek,
                _ => null,
            }
            : null;
    }

    private static bool IsOne(string field) => field.All(char.IsAsciiDigit);
}
