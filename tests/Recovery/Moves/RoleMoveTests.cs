using MlTa.Recovery.Moves;
using MlTa.Settings;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Recovery.Moves;

/// <summary>Moves between the two serving stacks.</summary>
public sealed class RoleMoveTests
{
    [Fact]
    public void A_region_that_is_lost_is_fenced_when_it_is_back() => Assert.Equal(
        [
            "activate: secondary role standby -> active",
            "fence: primary role active -> fenced",
        ],
        CommittedMoves.All[CommittedMoves.Sudden].Texts());

    [Fact]
    public void A_region_that_answers_is_fenced_first() => Assert.Equal(
        [
            "fence: primary role active -> fenced",
            "activate: secondary role standby -> active",
        ],
        CommittedMoves.All[CommittedMoves.Graceful].Texts());

    [Fact]
    public void Both_end_alike() => Assert.All(
        CommittedMoves.All[CommittedMoves.Sudden].End.Stacks,
        settings => Assert.Equal(settings, CommittedMoves.All[CommittedMoves.Graceful].End[settings.Stack]));

    /// <summary>The replica that was made at the failover's beginning is a writer now and can never follow again: each return is a new lineage.</summary>
    [Fact]
    public void The_way_back_follows_first_takes_over_and_is_followed() => Assert.Equal(
        [
            "follow-primary: primary role fenced -> standby",
            "follow-primary: primary database.generation 0 -> 3",
            "follow-primary: primary database.source.region nothing -> us-east-1",
            "follow-primary: primary database.source.generation nothing -> 1",
            "follow-primary: primary database.kept[0].generation nothing -> 0",
            "unpin: secondary failover.pinned true -> false",
            "fence: secondary role active -> fenced",
            "activate: primary role standby -> active",
            "follow-secondary: secondary role fenced -> standby",
            "follow-secondary: secondary database.generation 1 -> 4",
            "follow-secondary: secondary database.source.generation 0 -> 3",
            "follow-secondary: secondary database.kept[0].generation nothing -> 1",
            "follow-secondary: secondary database.kept[0].source.region nothing -> us-west-2",
            "follow-secondary: secondary database.kept[0].source.generation nothing -> 0",
            "follow-secondary: secondary failover.pinned false -> true",
        ],
        FailBack.To(CommittedMoves.AfterFailover, "primary").Texts());

    [Fact]
    public void After_the_way_back_roles_are_as_before()
    {
        var end = CommittedMoves.All[CommittedMoves.ThereAndBack].End;

        Assert.Equal(CommittedMoves.Committed.Stacks.Select(stack => (stack.Stack, stack.Role)), end.Stacks.Select(stack => (stack.Stack, stack.Role)));
        Assert.Equal([0, 1], new[] { end["primary"], end["secondary"] }.Select(stack => Assert.Single(stack.Database.Kept).Generation));
    }

    [Fact]
    public void A_region_that_took_over_and_is_lost_leaves_the_old_one_with_what_it_kept() => Assert.Equal(
        [
            "reopen: primary role fenced -> active",
            "fence-secondary: secondary role active -> fenced",
        ],
        Reopen.Of(CommittedMoves.AfterFailover, "primary").Texts());

    /// <summary>Writes may be paused before a planned move. Whoever takes over later must not begin so.</summary>
    [Fact]
    public void A_pause_ends_where_a_fenced_stack_follows_or_serves_again()
    {
        var paused = FailOver.Graceful(CommittedMoves.Committed.With(CommittedStacks.Primary.WithWorkloads(workloads => workloads with { WritesPaused = true })), "secondary").End;
        var rehome = paused.KeeperOfRecords!.Failover!.Rehome!;

        Assert.True(paused["primary"].Workloads.WritesPaused);
        Assert.False(FailBack.To(paused, "primary").Phases[0].After.Workloads.WritesPaused);
        Assert.False(Reopen.Of(paused, "primary").End["primary"].Workloads.WritesPaused);
        Assert.False(Rehome.InPlaceOf(paused, "primary", rehome).Phases[0].After.Workloads.WritesPaused);
    }

    /// <summary>The other region is fenced then, and may not have heard of it: users must not be sent there.</summary>
    [Fact]
    public void A_keeper_of_the_records_that_is_opened_again_pins_the_region_that_is_left()
    {
        var swapped = FailOver.Sudden(CommittedMoves.Committed, "secondary").Then(next => Protect.By(next, "primary")).End;
        var lost = FailOver.Sudden(swapped, "primary").End;

        Assert.False(lost["secondary"].Failover!.Pinned);
        Assert.True(Reopen.Of(lost, "secondary").End["secondary"].Failover!.Pinned);
    }

    [Fact]
    public void Nothing_but_roles_and_lineages_changes_on_the_way()
    {
        string[] changed = ["role", "database.generation", "database.source", "database.kept", "failover.pinned"];

        Assert.All(
            CommittedMoves.All[CommittedMoves.BackTwice].Phases.SelectMany(phase => phase.Config),
            change => Assert.Contains(changed, key => change.Key.StartsWith($"ml-ta:{key}", StringComparison.Ordinal)));
    }

    [Fact]
    public void Whoever_follows_is_told_whom()
    {
        var writer = CommittedStacks.Primary;

        Assert.Equal(new DatabaseSourceSettings { Region = "us-west-2", Generation = 0 }, Protect.Of(writer));
    }
}
