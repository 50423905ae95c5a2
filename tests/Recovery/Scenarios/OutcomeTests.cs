using MlTa.Recovery.Scenarios;
using MlTa.Recovery.Time;
using Xunit;

namespace MlTa.Tests.Recovery.Scenarios;

/// <summary>Verdicts on both sides of each limit, of outcomes made by hand: four hours, fifteen minutes of data.</summary>
public sealed class OutcomeTests
{
    [Theory]
    [InlineData(10, 100, 240, Verdict.Met)]
    [InlineData(10, 100, 240.1, Verdict.AtRisk)]
    [InlineData(10, 240, 300, Verdict.AtRisk)]
    [InlineData(10, 240.1, 300, Verdict.Missed)]
    [InlineData(240, 240, 240, Verdict.Met)]
    [InlineData(0, 0, 0, Verdict.Met)]
    public void An_outage_is_judged_by_its_worst_case_and_then_by_its_rule(double low, double likely, double high, Verdict verdict)
    {
        var outcome = Of(new(low, likely, high), MinuteRange.Zero);

        Assert.Equal(verdict, outcome.TimeVerdict);
        Assert.Equal(verdict, outcome.Verdict);
    }

    [Theory]
    [InlineData(0, 1, 15, Verdict.Met)]
    [InlineData(0, 1, 15.1, Verdict.AtRisk)]
    [InlineData(0, 15, 20, Verdict.AtRisk)]
    [InlineData(0, 15.1, 20, Verdict.Missed)]
    public void So_is_what_is_lost(double low, double likely, double high, Verdict verdict)
    {
        var outcome = Of(MinuteRange.Zero, new(low, likely, high));

        Assert.Equal(verdict, outcome.LossVerdict);
        Assert.Equal(verdict, outcome.Verdict);
    }

    [Fact]
    public void The_worse_of_both_counts()
    {
        Assert.Equal(Verdict.Missed, Of(new(1, 300, 300), new(0, 1, 20)).Verdict);
        Assert.Equal(Verdict.Missed, Of(new(1, 200, 300), new(0, 16, 20)).Verdict);
    }

    [Fact]
    public void What_nobody_can_bound_is_missed() => Assert.Equal((Verdict.Met, Verdict.Missed), (Of(MinuteRange.Zero, null).TimeVerdict, Of(MinuteRange.Zero, null).LossVerdict));

    [Fact]
    public void What_nothing_brings_back_is_unrecoverable()
    {
        var outcome = Of(null, MinuteRange.Zero) with { Serves = null };

        Assert.Equal((Verdict.Unrecoverable, Verdict.Unrecoverable, Verdict.Unrecoverable), (outcome.TimeVerdict, outcome.LossVerdict, outcome.Verdict));
    }

    [Fact]
    public void All_stores_come_back_to_the_moment_of_the_one_that_is_furthest_behind()
    {
        var outcome = Of(MinuteRange.Zero, new(0, 1, 20)) with { Stores = [Store(new(0, 1, 20), Grade.Assumed), Store(MinuteRange.Exactly(15), Grade.Documented)] };

        Assert.Equal(new MinuteRange(15, 15, 20), outcome.Loss);
        Assert.Equal(Grade.Assumed, outcome.LossGrade);
    }

    [Fact]
    public void One_store_without_a_bound_leaves_all_without() => Assert.Null(Losses.Together([Store(MinuteRange.Zero, Grade.Documented), Store(null, Grade.Assumed)]));

    private static Outcome Of(MinuteRange? outage, MinuteRange? loss) => new()
    {
        Scenario = Scenario.OfRegions(["us-west-2"], isGraceful: false),
        Serves = "secondary",
        Outage = outage,
        OutageGrade = Grade.Assumed,
        Stores = [Store(loss, Grade.Assumed)],
        TargetMinutes = 240,
        RecoveryPointMinutes = 15,
        Why = "",
    };

    private static StoreLoss Store(MinuteRange? minutes, Grade grade) => new("store", "copy", minutes, grade, "a test");
}
