using MlTa.Recovery.Procedures;
using MlTa.Recovery.Time;
using Xunit;

namespace MlTa.Tests.Recovery.Time;

public sealed class CriticalPathTests
{
    /// <summary>A page, then two things at once, then a check.</summary>
    private static readonly RecoveryStep[] s_steps =
    [
        Step("page", new(1, 2, 3), Grade.Measured),
        Step("promote", new(4, 5, 20), Grade.Assumed, "page"),
        Step("pods", new(1, 9, 10), Grade.Documented, "page"),
        Step("check", new(10, 10, 10), Grade.Documented, "promote", "pods"),
        Step("report", new(1, 1, 1), Grade.Measured, "page"),
    ];

    [Fact]
    public void A_step_is_done_its_own_time_after_the_slowest_that_it_waits_for_at_best_as_a_rule_and_at_worst()
    {
        var path = new CriticalPath(s_steps);

        Assert.Equal(new(1, 2, 3), path.EndOf("page"));
        Assert.Equal(new(5, 7, 23), path.EndOf("promote"));
        Assert.Equal(new(2, 11, 13), path.EndOf("pods"));

        // At best and at worst the promotion decides, as a rule the pods do.
        Assert.Equal(new(15, 21, 33), path.EndOf("check"));
    }

    [Fact]
    public void The_chain_is_what_decides_as_a_rule() => Assert.Equal(["page", "pods", "check"], new CriticalPath(s_steps).ChainTo("check"));

    [Fact]
    public void An_end_is_known_as_well_as_the_worst_known_step_before_it()
    {
        var path = new CriticalPath(s_steps);

        Assert.Equal(Grade.Measured, path.GradeOf("page"));
        Assert.Equal(Grade.Documented, path.GradeOf("pods"));
        Assert.Equal(Grade.Assumed, path.GradeOf("check"));
        Assert.Equal(Grade.Measured, path.GradeOf("report"));
    }

    [Fact]
    public void From_a_step_on_what_came_before_it_or_beside_it_takes_no_time()
    {
        var path = CriticalPath.From("promote", s_steps);

        Assert.Equal(MinuteRange.Zero, path.EndOf("page"));
        Assert.Equal(MinuteRange.Zero, path.EndOf("pods"));
        Assert.Equal(new(4, 5, 20), path.EndOf("promote"));
        Assert.Equal(new(14, 15, 30), path.EndOf("check"));
        Assert.Equal(["page", "promote", "check"], path.ChainTo("check"));
    }

    /// <summary>What takes no time cannot make a number worse.</summary>
    [Fact]
    public void From_a_step_on_only_what_counts_is_graded() => Assert.Equal(Grade.Documented, CriticalPath.From("pods", s_steps).GradeOf("check"));

    [Fact]
    public void A_step_that_waits_for_a_later_one_is_refused() =>
        Assert.Throws<KeyNotFoundException>(() => new CriticalPath([Step("early", MinuteRange.Zero, Grade.Assumed, "late"), Step("late", MinuteRange.Zero, Grade.Assumed)]));

    private static RecoveryStep Step(string id, MinuteRange minutes, Grade grade, params string[] after) => new()
    {
        Id = id,
        Title = id,
        Actor = Actor.Machine,
        Api = "",
        After = after,
        Duration = new(id, minutes, grade, "a test"),
    };
}
