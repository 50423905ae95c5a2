using MlTa.Settings;
using MlTa.Settings.Rules;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Settings.Rules;

public sealed class VaultLockRulesTests
{
    private const string Compliance = "backup.lock.changeableForDays: a compliance lock can be taken back for a while, so give 3 to 36500 days";

    private static readonly StackSettings s_backup = CommittedStacks.Backup;

    [Theory]
    [InlineData(0, "backup.lock.minimumRetentionDays: expected at least 1, got 0")]
    [InlineData(1, null)]
    public void A_lock_keeps_for_a_day_at_least(int days, string? problem) =>
        Verdict.Is(problem, s_backup.WithLock(vaultLock => vaultLock with { MinimumRetentionDays = days }));

    [Theory]
    [InlineData(35, 35, null)]
    [InlineData(1, 36500, null)]
    [InlineData(1, 36501, "backup.lock.maximumRetentionDays: expected minimumRetentionDays (1) to 36500, got 36501")]
    public void A_lock_has_a_longest_time(int minimum, int maximum, string? problem) => Verdict.Is(
        problem, s_backup.WithLock(vaultLock => vaultLock with { MinimumRetentionDays = minimum, MaximumRetentionDays = maximum }));

    [Fact]
    public void A_lock_whose_longest_time_is_shorter_than_its_shortest_takes_nothing()
    {
        var problems = StackRules.Check(
            s_backup.WithLock(vaultLock => vaultLock with { MinimumRetentionDays = 36, MaximumRetentionDays = 35 }), null, "file", "");

        Assert.Equal(
            [
                "file: backup.lock.maximumRetentionDays: expected minimumRetentionDays (36) to 36500, got 35",
                "file: backup.deleteAfterDays: the vault's lock takes 36 to 35 days and fails other jobs, got 35",
            ],
            problems.Select(problem => problem.ToString()));
    }

    [Theory]
    [InlineData(null, $"{Compliance}, got nothing")]
    [InlineData(2, $"{Compliance}, got 2")]
    [InlineData(3, null)]
    [InlineData(36500, null)]
    [InlineData(36501, $"{Compliance}, got 36501")]
    public void A_compliance_lock_says_how_long_it_can_be_taken_back(int? days, string? problem) => Verdict.Is(
        problem, s_backup.WithLock(vaultLock => vaultLock with { Mode = LockMode.Compliance, ChangeableForDays = days }));

    [Theory]
    [InlineData(null, null)]
    [InlineData(3, "backup.lock.changeableForDays: AWS turns a lock with this number into a compliance lock, so remove it or say mode compliance, got 3")]
    public void A_governance_lock_does_not(int? days, string? problem) => Verdict.Is(
        problem, s_backup.WithLock(vaultLock => vaultLock with { Mode = LockMode.Governance, ChangeableForDays = days }));
}
