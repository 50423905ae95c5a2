using MlTa.Recovery.Moves;
using MlTa.Recovery.Procedures;
using MlTa.Tests.Recovery.Moves;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Recovery.Proofs;

public sealed class WriterOrdersTests
{
    private static readonly string[] s_activateFirst = [FailOver.ActivatePhase, FailOver.FencePhase];

    [Fact]
    public async Task Fencing_before_activating_is_safe_and_the_other_way_round_is_not()
    {
        var orders = await OfAsync(FailOver.Graceful(CommittedMoves.Committed, "secondary"));

        Assert.Equal(2, orders.Checked);
        Assert.True(orders.IsStatedOrderSafe);
        Assert.Equal([s_activateFirst], orders.Unsafe);
    }

    [Fact]
    public async Task Activating_while_the_old_region_lives_is_not_safe()
    {
        var orders = await OfAsync(FailOver.Sudden(CommittedMoves.Committed, "secondary"));

        Assert.Equal(2, orders.Checked);
        Assert.False(orders.IsStatedOrderSafe);
        Assert.Equal([s_activateFirst], orders.Unsafe);
    }

    [Fact]
    public async Task Where_the_old_region_is_lost_there_is_one_order_and_it_is_safe()
    {
        var orders = await OfAsync(FailOver.Sudden(CommittedMoves.Committed, "secondary"), "us-west-2");

        Assert.Equal(1, orders.Checked);
        Assert.True(orders.IsStatedOrderSafe);
        Assert.Empty(orders.Unsafe);
    }

    /// <summary>Two of one stack and three of the other: ten ways to merge them, of which three activate before anything is fenced.</summary>
    [Fact]
    public async Task The_way_back_has_three_unsafe_orders_in_ten()
    {
        var orders = await OfAsync(FailBack.To(CommittedMoves.AfterFailover, "primary"));

        Assert.Equal(10, orders.Checked);
        Assert.True(orders.IsStatedOrderSafe);
        Assert.Equal(3, orders.Unsafe.Count);
        Assert.All(orders.Unsafe, order => Assert.True(Index(order, FailOver.ActivatePhase) < Index(order, FailOver.FencePhase)));
    }

    [Fact]
    public async Task A_planned_cold_restore_is_safe_once_the_writer_is_fenced()
    {
        var orders = await OfAsync(RestoreCold.In(CommittedMoves.Committed, "backup", isGraceful: true));

        Assert.Equal(6, orders.Checked);
        Assert.True(orders.IsStatedOrderSafe);
        Assert.Equal(3, orders.Unsafe.Count);
        Assert.All(orders.Unsafe, order => Assert.True(Index(order, "rebuild") < Index(order, "fence-primary")));
    }

    [Fact]
    public async Task One_region_alone_cannot_write_twice()
    {
        var orders = await OfAsync(RecoverContent.Of(CommittedMoves.Committed));

        Assert.Equal(4, orders.Checked);
        Assert.Empty(orders.Unsafe);
    }

    [Fact]
    public async Task A_writer_is_paused_before_another_one_is_opened()
    {
        var paused = CommittedMoves.Committed.With(CommittedStacks.Primary.WithWorkloads(workloads => workloads with { WritesPaused = true }));

        Assert.Empty((await OfAsync(FailOver.Sudden(paused, "secondary"))).Unsafe);
    }

    [Fact]
    public async Task A_move_that_does_nothing_has_one_order()
    {
        var orders = await OfAsync(new(CommittedMoves.Committed));

        Assert.Equal((1, true), (orders.Checked, orders.IsStatedOrderSafe));
    }

    private static int Index(IReadOnlyList<string> order, string id) => order.ToList().IndexOf(id);

    private static async Task<WriterOrders> OfAsync(Move move, params string[] lost) => WriterOrders.Of(
        (await PlannedMove.OfAsync(move, ChangedGraphs.Sound)).Ups, await ChangedGraphs.Sound.OfAsync(move.Start.Stacks), lost.ToHashSet());
}
