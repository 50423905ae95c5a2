using MlTa.Settings;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Settings.Rules;

public sealed class EscalationRulesTests
{
    private const string Limit = "so give more, and at most 1080, which is as far as an alarm counts";

    [Theory]
    [InlineData(3, $"escalation.onCallAfterMinutes: where heartbeats are missed the first level is told after 3, {Limit}, got 3")]
    [InlineData(4, null)]
    public void The_second_level_comes_after_the_first(int minutes, string? problem) => Check(problem, escalation => escalation with { OnCallAfterMinutes = minutes });

    [Theory]
    [InlineData(15, $"escalation.managementAfterMinutes: comes after onCallAfterMinutes (15), {Limit}, got 15")]
    [InlineData(16, null)]
    public void The_third_level_comes_after_the_second(int minutes, string? problem) => Check(problem, escalation => escalation with { ManagementAfterMinutes = minutes });

    [Theory]
    [InlineData(30, $"escalation.customersAfterMinutes: comes after managementAfterMinutes (30), {Limit}, got 30")]
    [InlineData(31, null)]
    [InlineData(1080, null)]
    [InlineData(1081, $"escalation.customersAfterMinutes: comes after managementAfterMinutes (30), {Limit}, got 1081")]
    public void The_fourth_level_comes_after_the_third_and_within_a_day(int minutes, string? problem) =>
        Check(problem, escalation => escalation with { CustomersAfterMinutes = minutes });

    [Fact]
    public void All_stacks_escalate_alike() => Verdict.IsAcross(
        [CommittedStacks.Primary, CommittedStacks.Secondary, CommittedStacks.Backup.WithEscalation(_ => new() { OnCallAfterMinutes = 10, ManagementAfterMinutes = 20, CustomersAfterMinutes = 40 })],
        [.. ((string[])["Pulumi.primary.yaml", "Pulumi.secondary.yaml"]).SelectMany(file => (string[])
        [
            $"{file}: ml-ta:escalation.onCallAfterMinutes: all stacks share this, which is 10 in Pulumi.backup.yaml, got 15",
            $"{file}: ml-ta:escalation.managementAfterMinutes: all stacks share this, which is 20 in Pulumi.backup.yaml, got 30",
            $"{file}: ml-ta:escalation.customersAfterMinutes: all stacks share this, which is 40 in Pulumi.backup.yaml, got 60",
        ])]);

    private static void Check(string? problem, Func<EscalationSettings, EscalationSettings> change) =>
        Verdict.Is(problem, CommittedStacks.Primary.WithEscalation(change));
}
