using MlTa.Recovery.Scenarios;
using Xunit;

namespace MlTa.Tests.Recovery.Scenarios;

/// <summary>AWS's cron expressions: minutes, hours, day of month, month, day of week, year.</summary>
public sealed class BackupScheduleTests
{
    [Theory]
    [InlineData("cron(0 5 * * ? *)")]
    [InlineData("cron(30 23 ? * * *)")]
    public void A_daily_schedule_leaves_a_day(string schedule) => Assert.Equal(24 * 60, BackupSchedule.GapMinutes(schedule));

    [Theory]
    [InlineData("cron(0 5 ? * SUN *)")]
    [InlineData("cron(0 5 ? * wed *)")]
    [InlineData("cron(0 5 ? * 7 *)")]
    public void A_weekly_schedule_leaves_a_week(string schedule) => Assert.Equal(7 * 24 * 60, BackupSchedule.GapMinutes(schedule));

    [Theory]
    [InlineData("cron(0 5 1 * ? *)")]
    [InlineData("cron(0 5 ? 1 SUN *)")]
    [InlineData("cron(0 5 ? * SUN 2026)")]
    [InlineData("cron(0 5 ? * 5L *)")]
    [InlineData("cron(0 5 ? * 3#2 *)")]
    [InlineData("cron(0 5 ? * MON-FRI *)")]
    [InlineData("cron(0 5 ? * MON,THU *)")]
    [InlineData("cron(0 */6 * * ? *)")]
    [InlineData("cron(0/5 5 * * ? *)")]
    [InlineData("cron(0 5 * * ?)")]
    [InlineData("rate(1 day)")]
    [InlineData("daily")]
    [InlineData("")]
    public void Of_any_other_nobody_has_said_how_far_apart_its_runs_are(string schedule) => Assert.Null(BackupSchedule.GapMinutes(schedule));
}
