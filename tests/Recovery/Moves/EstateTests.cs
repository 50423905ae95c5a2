using MlTa.Recovery.Moves;
using MlTa.Settings;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Recovery.Moves;

public sealed class EstateTests
{
    private static readonly Estate s_committed = CommittedMoves.Committed;

    public static TheoryData<string> Names => new(CommittedMoves.All.Keys);

    [Fact]
    public void Stacks_are_found_by_what_they_do()
    {
        Assert.Equal(("primary", "secondary", "backup"), (s_committed.Active!.Stack, s_committed.Standby!.Stack, s_committed.Archive!.Stack));
        Assert.Null(s_committed.Fenced);
        Assert.Equal("primary", CommittedMoves.AfterFailover.Fenced!.Stack);
        Assert.Equal("secondary", CommittedMoves.AfterFailover.KeeperOfRecords!.Stack);
    }

    [Fact]
    public void A_stack_is_changed_where_it_is_or_added_at_the_end()
    {
        Assert.Equal(["primary", "secondary", "backup"], s_committed.With(CommittedStacks.Secondary with { Role = Role.Active }).Stacks.Select(stack => stack.Stack));
        Assert.Equal(Role.Active, s_committed.With(CommittedStacks.Secondary with { Role = Role.Active })["secondary"].Role);
        Assert.Equal(["primary", "secondary", "backup", "fourth"], s_committed.With(CommittedStacks.Backup with { Stack = "fourth" }).Stacks.Select(stack => stack.Stack));
        Assert.Equal(["primary", "backup"], s_committed.Without("secondary").Stacks.Select(stack => stack.Stack));
    }

    /// <summary>The archive's number is taken although its database was never made.</summary>
    [Fact]
    public void The_next_generation_is_above_all_current_and_kept_ones()
    {
        Assert.Equal(3, s_committed.NextGeneration);
        Assert.Equal(8, s_committed.With(CommittedStacks.Backup.WithDatabase(database => database with { Generation = 7 })).NextGeneration);
        Assert.Equal(10, s_committed.With(CommittedStacks.Primary.WithDatabase(database => database with { Kept = [new() { Generation = 9 }] })).NextGeneration);
    }

    [Fact]
    public void Each_up_of_a_procedure_has_an_id_of_its_own() =>
        Assert.All(CommittedMoves.Procedures, move => Assert.Equal(move.Ids().Distinct(), move.Ids()));

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_up_begins_where_the_stack_was_left(string name)
    {
        var move = CommittedMoves.All[name];
        var now = move.Start;
        foreach (var phase in move.Phases)
        {
            Assert.Equal(now.Has(phase.Stack) ? now[phase.Stack] : null, phase.Before);
            now = now.With(phase.After);
        }

        Assert.All(now.Stacks, settings => Assert.Equal(settings, move.End[settings.Stack]));
    }
}
