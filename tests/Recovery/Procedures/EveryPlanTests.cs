using MlTa.Recovery.Procedures;
using MlTa.Recovery.Time;
using Xunit;

namespace MlTa.Tests.Recovery.Procedures;

/// <summary>What is true of every procedure.</summary>
public sealed class EveryPlanTests
{
    [Fact]
    public async Task No_two_steps_have_the_same_id() => Assert.All(
        await Plans.AllAsync(), plan => Assert.Empty(plan.Steps.GroupBy(step => step.Id).Where(same => same.Count() > 1).Select(same => $"{plan.Title}: {same.Key}")));

    [Fact]
    public async Task Every_step_comes_after_all_that_it_waits_for() => Assert.All(await Plans.AllAsync(), plan =>
    {
        HashSet<string> known = [];
        foreach (var step in plan.Steps)
        {
            Assert.Subset(known, step.After.ToHashSet());
            known.Add(step.Id);
        }
    });

    [Fact]
    public async Task Beginning_decision_and_end_are_steps_in_this_order() => Assert.All(await Plans.AllAsync(), plan =>
    {
        var ids = plan.Steps.Select(step => step.Id).ToList();

        Assert.InRange(ids.IndexOf(plan.OutageFrom), 0, ids.IndexOf(plan.Done));
        Assert.InRange(ids.IndexOf(plan.Decided), 0, ids.IndexOf(plan.Done));
    });

    /// <summary>Otherwise a step's time would not count, and nobody would see that it was forgotten.</summary>
    [Fact]
    public async Task The_end_waits_for_everything_before_it() => Assert.All(await Plans.AllAsync(), plan => Assert.All(
        plan.Steps.TakeWhile(step => step.Id != plan.Done),
        step => Assert.True(plan.Waits(plan.Step(plan.Done), step.Id), $"{plan.Title}: nobody waits for {step.Id}")));

    [Fact]
    public async Task What_pulumi_does_is_done_somewhere_and_takes_time() => Assert.All(
        (await Plans.AllAsync()).SelectMany(plan => plan.Steps).Where(step => step.Actor == Actor.Pulumi),
        step =>
        {
            Assert.NotNull(step.Home);
            Assert.NotEqual(Plane.None, step.Plane);
            Assert.True(step.Duration.Minutes.High > 0, step.Title);
        });

    [Fact]
    public async Task A_time_is_known_as_well_as_the_worst_of_its_parts() => Assert.All(await Plans.AllAsync(), plan => Assert.Equal(Grade.Assumed, plan.Grade));
}
