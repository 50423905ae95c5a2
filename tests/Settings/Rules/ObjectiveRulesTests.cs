using MlTa.Settings;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Settings.Rules;

public sealed class ObjectiveRulesTests
{
    [Theory]
    [InlineData(0, "objectives.recoveryPointMinutes: a copy is always a little older than what it is of, so give at least 1, got 0")]
    [InlineData(1, null)]
    public void Some_data_is_always_lost(int point, string? problem) => Check(problem, objectives => objectives with { RecoveryPointMinutes = point });

    [Theory]
    [InlineData(15, "objectives.recoveryTimeMinutes: expected more than recoveryPointMinutes (15), got 15")]
    [InlineData(16, null)]
    public void Recovery_takes_longer_than_the_data_is_old(int time, string? problem) => Check(problem, objectives => objectives with { RecoveryTimeMinutes = time });

    [Theory]
    [InlineData(239, "objectives.maximumDowntimeMinutes: expected at least recoveryTimeMinutes (240), got 239")]
    [InlineData(240, null)]
    public void No_downtime_that_may_be_tolerated_ends_before_recovery(int downtime, string? problem) =>
        Check(problem, objectives => objectives with { MaximumDowntimeMinutes = downtime });

    [Fact]
    public void All_stacks_promise_the_same() => Verdict.IsAcross(
        [CommittedStacks.Primary, CommittedStacks.Secondary.WithObjectives(objectives => objectives with { RecoveryTimeMinutes = 241, RecoveryPointMinutes = 16, MaximumDowntimeMinutes = 481 }), CommittedStacks.Backup],
        [
            .. Disagreements("Pulumi.primary.yaml", "Pulumi.secondary.yaml", 240, 241, 15, 16, 480, 481),
            .. Disagreements("Pulumi.secondary.yaml", "Pulumi.backup.yaml", 241, 240, 16, 15, 481, 480),
        ]);

    private static string[] Disagreements(string file, string other, int ownTime, int time, int ownPoint, int point, int ownDowntime, int downtime) =>
    [
        $"{file}: ml-ta:objectives.recoveryTimeMinutes: all stacks share this, which is {time} in {other}, got {ownTime}",
        $"{file}: ml-ta:objectives.recoveryPointMinutes: all stacks share this, which is {point} in {other}, got {ownPoint}",
        $"{file}: ml-ta:objectives.maximumDowntimeMinutes: all stacks share this, which is {downtime} in {other}, got {ownDowntime}",
    ];

    private static void Check(string? problem, Func<ObjectivesSettings, ObjectivesSettings> change) =>
        Verdict.Is(problem, CommittedStacks.Primary.WithObjectives(change));
}
