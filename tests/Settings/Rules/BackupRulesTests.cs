using MlTa.Settings;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Settings.Rules;

public sealed class BackupRulesTests
{
    private static readonly StackSettings s_primary = CommittedStacks.Primary;

    [Theory]
    [InlineData("cron(0 5 * * ? *)", true)]
    [InlineData("cron(0/15 5,17 ? JAN-MAR MON-FRI 2026)", true)]
    [InlineData("cron(0 5 L * ? *)", true)]
    [InlineData("cron(0 5 ? * FRI#2 *)", true)]
    [InlineData("cron(59 23 * * ? *)", true)]
    [InlineData("cron(60 5 * * ? *)", false)]
    [InlineData("cron(0 24 * * ? *)", false)]
    [InlineData("cron(0 5 * * *)", false)] // five fields, as elsewhere
    [InlineData("cron(0 5 * * ? * *)", false)]
    [InlineData("cron(0 5 * * * *)", false)] // AWS wants a ? for one of the two days
    [InlineData("cron(0 5 ? * ? *)", false)]
    [InlineData("cron(? 5 * * ? *)", false)]
    [InlineData("0 5 * * ? *", false)]
    [InlineData("rate(1 day)", false)]
    [InlineData("cron(0  5 * * ? *)", false)]
    [InlineData("cron(0 5 * * ? *)\n", false)]
    [InlineData("", false)]
    public void A_schedule_is_a_cron_expression_of_aws(string schedule, bool accepted)
    {
        Verdict.Is(
            accepted ? null : $"backup.schedule: expected an AWS cron expression of six fields, one of the two days a ?, such as cron(0 5 * * ? *), got '{schedule}'",
            s_primary.WithBackup(backup => backup with { Schedule = schedule }));
        Verdict.Is(
            accepted ? null : $"backup.restoreTest.schedule: expected an AWS cron expression of six fields, one of the two days a ?, such as cron(0 9 ? * SUN *), got '{schedule}'",
            WithRestoreTest(test => test with { Schedule = schedule }));
    }

    [Theory]
    [InlineData(59, "backup.startWindowMinutes: expected at least 60, got 59")]
    [InlineData(60, null)]
    [InlineData(int.MinValue, "backup.startWindowMinutes: expected at least 60, got -2147483648")]
    public void A_job_may_wait_an_hour_to_start(int minutes, string? problem) =>
        Verdict.Is(problem, s_primary.WithBackup(backup => backup with { StartWindowMinutes = minutes }));

    [Theory]
    [InlineData(60, 119, "backup.completionWindowMinutes: expected at least 60 more than startWindowMinutes (60), got 119")]
    [InlineData(60, 120, null)]
    [InlineData(90, 149, "backup.completionWindowMinutes: expected at least 60 more than startWindowMinutes (90), got 149")]
    [InlineData(90, 150, null)]
    [InlineData(int.MaxValue, int.MaxValue, "backup.completionWindowMinutes: expected at least 60 more than startWindowMinutes (2147483647), got 2147483647")]
    public void A_job_that_starts_late_has_an_hour_to_finish(int start, int completion, string? problem) => Verdict.Is(
        problem, s_primary.WithBackup(backup => backup with { StartWindowMinutes = start, CompletionWindowMinutes = completion }));

    [Theory]
    [InlineData(6, "backup.deleteAfterDays: the vault's lock takes 7 to 365 days and fails other jobs, got 6")]
    [InlineData(7, null)]
    [InlineData(365, null)]
    [InlineData(366, "backup.deleteAfterDays: the vault's lock takes 7 to 365 days and fails other jobs, got 366")]
    public void A_recovery_point_is_kept_within_the_vault_lock(int days, string? problem) =>
        Verdict.Is(problem, s_primary.WithBackup(backup => backup with { DeleteAfterDays = days }));

    [Theory]
    [InlineData(0, "backup.copyDeleteAfterDays: expected 1 to 36500, got 0")]
    [InlineData(1, null)]
    [InlineData(36500, null)]
    [InlineData(36501, "backup.copyDeleteAfterDays: expected 1 to 36500, got 36501")]
    public void A_copy_is_kept_for_a_day_to_a_century(int days, string? problem) =>
        Verdict.Is(problem, s_primary.WithBackup(backup => backup with { CopyDeleteAfterDays = days }));

    [Theory]
    [InlineData(0, "backup.restoreTest.selectionWindowDays: expected 1 to 365, got 0")]
    [InlineData(1, null)]
    [InlineData(365, null)]
    [InlineData(366, "backup.restoreTest.selectionWindowDays: expected 1 to 365, got 366")]
    public void A_restore_test_looks_back_for_a_day_to_a_year(int days, string? problem) =>
        Verdict.Is(problem, WithRestoreTest(test => test with { SelectionWindowDays = days }));

    [Theory]
    [InlineData(0, "backup.restoreTest.validationWindowHours: expected 1 to 168, got 0")]
    [InlineData(1, null)]
    [InlineData(168, null)]
    [InlineData(169, "backup.restoreTest.validationWindowHours: expected 1 to 168, got 169")]
    public void A_restored_database_stays_for_an_hour_to_a_week(int hours, string? problem) =>
        Verdict.Is(problem, WithRestoreTest(test => test with { ValidationWindowHours = hours }));

    private static StackSettings WithRestoreTest(Func<RestoreTestSettings, RestoreTestSettings> change) =>
        CommittedStacks.Secondary.WithBackup(backup => backup with { RestoreTest = change(backup.RestoreTest!) });
}
