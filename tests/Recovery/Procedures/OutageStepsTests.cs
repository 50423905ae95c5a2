using MlTa.Offline;
using MlTa.Recovery.Procedures;
using MlTa.Recovery.Time;
using MlTa.Tests.Recovery.Mutations;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Recovery.Procedures;

/// <summary>Who hears of an outage, when and from where, is read from the alarms that are declared.</summary>
public sealed class OutageStepsTests
{
    private const string Alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";

    [Fact]
    public async Task The_loss_of_oregon_is_noticed_by_the_gate_and_told_from_virginia() => Assert.Equal(
        [
            "Notice that no region is writable, in us-east-1, 0.5 min",
            "Call the on-call engineer and the deputy, after 15 minutes of outage, in us-east-1, 15 min",
            "Answer, open the dashboard and AWS's health page, 5 min",
            "Call the incident commander, after 30 minutes of outage, in us-east-1, 30 min",
        ],
        Of(await DeclaredStacks.AllAsync(), Plans.Oregon));

    /// <summary>Its alarms listen to heartbeats, whose minutes are in the levels already.</summary>
    [Fact]
    public async Task If_virginia_is_lost_too_ireland_tells() => Assert.Equal(
        [
            "Notice that no region is writable, in eu-west-1, 0 min",
            "Call the on-call engineer and the deputy, after 15 minutes of outage, in eu-west-1, 15 min",
            "Answer, open the dashboard and AWS's health page, 5 min",
            "Call the incident commander, after 30 minutes of outage, in eu-west-1, 30 min",
        ],
        Of(await DeclaredStacks.AllAsync(), Plans.Oregon, Plans.Virginia));

    [Fact]
    public async Task Without_any_alarm_people_notice_and_call_each_other()
    {
        var steps = new StepList();
        OutageSteps.Add(steps, await DeclaredStacks.AllAsync(), Plans.Set(Plans.Oregon, Plans.Virginia, Plans.Ireland));

        Assert.Equal(
            ["Notice that no region is writable: no alarm is left that would", "Call the on-call engineer and the deputy: no alarm is left that would", "Call the incident commander: no alarm is left that would"],
            steps.Steps.Where(step => step.Id != "acknowledge").Select(step => step.Title));
        Assert.All(steps.Steps.Where(step => step.Id != "acknowledge"), step => Assert.Equal((Actor.Team, null), (step.Actor, step.Home)));
        Assert.Equal(Durations.NoticeDamage, steps.Steps[0].Duration);
        Assert.Equal(MinuteRange.Zero, steps.Steps[1].Duration.Minutes);
    }

    [Fact]
    public async Task Other_levels_in_the_settings_are_other_minutes_in_the_plan()
    {
        var stacks = CommittedStacks.All.Select(stack => stack.WithEscalation(levels => levels with { OnCallAfterMinutes = 5, ManagementAfterMinutes = 20 }));
        var declared = await Plans.Graphs.OfAsync(stacks);

        Assert.Equal(
            ["Call the on-call engineer and the deputy, after 5 minutes of outage, in us-east-1, 5 min", "Call the incident commander, after 20 minutes of outage, in us-east-1, 20 min"],
            Of(declared, Plans.Oregon).Where(line => line.StartsWith("Call", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_level_without_an_alarm_waits_until_somebody_sees_it()
    {
        var declared = new ChangedStacks(await DeclaredStacks.AllAsync()).Drop($"secondary {Alarm} outage-management").Graphs;

        Assert.Equal("Call the incident commander: no alarm is left that would, 15 min", Of(declared, Plans.Oregon)[^1]);
        Assert.Equal("Call the on-call engineer and the deputy, after 15 minutes of outage, in us-east-1, 15 min", Of(declared, Plans.Oregon)[1]);
    }

    [Fact]
    public async Task Numbers_of_settings_are_documented_and_say_which_setting()
    {
        var steps = new StepList();
        OutageSteps.Add(steps, await DeclaredStacks.AllAsync(), Plans.Set(Plans.Oregon));

        Assert.Equal(
            new("escalation.management", MinuteRange.Exactly(30), Grade.Documented, "the level's alarm, which is set by ml-ta:escalation"),
            steps.Steps.Single(step => step.Id == OutageSteps.WakeCommander).Duration);
    }

    private static List<string> Of(IReadOnlyList<StackGraph> declared, params string[] lost)
    {
        var steps = new StepList();
        OutageSteps.Add(steps, declared, Plans.Set(lost));
        return [.. steps.Steps.Select(step => $"{step.Title}{(step.Home is null ? "" : $", in {step.Home}")}, {step.Duration.Minutes.Likely} min")];
    }
}
