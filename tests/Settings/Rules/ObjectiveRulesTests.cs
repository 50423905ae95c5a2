using MlTa.Settings;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Settings.Rules;

public sealed class ObjectiveRulesTests
{
    [Theory]
    [InlineData(9, "objectives.recoveryPointMinutes: a replica may seem 5 minutes behind without a fault, and an alarm needs 5 more to be sure, so give at least 10, got 9")]
    [InlineData(10, null)]
    public void The_recovery_point_leaves_time_for_its_alarm(int point, string? problem) => Check(problem, objectives => objectives with { RecoveryPointMinutes = point });

    [Theory]
    [InlineData(15, "objectives.recoveryTimeMinutes: expected more than recoveryPointMinutes (15), got 15")]
    [InlineData(16, null)]
    public void Recovery_takes_longer_than_the_data_is_old(int time, string? problem) => Check(problem, objectives => objectives with { RecoveryTimeMinutes = time, MinorIncidentMinutes = 5, MajorIncidentMinutes = 10 });

    [Theory]
    [InlineData(239, "objectives.maximumDowntimeMinutes: expected at least recoveryTimeMinutes (240), got 239")]
    [InlineData(240, null)]
    public void No_downtime_that_may_be_tolerated_ends_before_recovery(int downtime, string? problem) =>
        Check(problem, objectives => objectives with { MaximumDowntimeMinutes = downtime });

    [Theory]
    [InlineData(0, "objectives.minorIncidentMinutes: expected at least 1, got 0")]
    [InlineData(1, null)]
    public void A_minor_incident_takes_some_time(int minor, string? problem) => Check(problem, objectives => objectives with { MinorIncidentMinutes = minor });

    [Theory]
    [InlineData(30, "objectives.majorIncidentMinutes: expected more than minorIncidentMinutes (30), got 30")]
    [InlineData(31, null)]
    [InlineData(240, null)]
    [InlineData(241, "objectives.majorIncidentMinutes: a region's loss is the worse incident, so give at most recoveryTimeMinutes (240), got 241")]
    public void A_major_incident_is_between_a_minor_one_and_the_loss_of_a_region(int major, string? problem) =>
        Check(problem, objectives => objectives with { MajorIncidentMinutes = major });

    [Fact]
    public void All_stacks_have_the_same_categories() => Verdict.IsAcross(
        [CommittedStacks.Primary, CommittedStacks.Secondary, CommittedStacks.Backup.WithObjectives(objectives => objectives with { MinorIncidentMinutes = 20, MajorIncidentMinutes = 90 })],
        [.. ((string[])["Pulumi.primary.yaml", "Pulumi.secondary.yaml"]).SelectMany(file => (string[])
        [
            $"{file}: ml-ta:objectives.minorIncidentMinutes: all stacks share this, which is 20 in Pulumi.backup.yaml, got 30",
            $"{file}: ml-ta:objectives.majorIncidentMinutes: all stacks share this, which is 90 in Pulumi.backup.yaml, got 120",
        ])]);

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
