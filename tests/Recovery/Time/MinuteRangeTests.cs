using MlTa.Recovery.Time;
using Xunit;

namespace MlTa.Tests.Recovery.Time;

public sealed class MinuteRangeTests
{
    [Fact]
    public void One_after_the_other_takes_both_times() => Assert.Equal(new(5, 7, 9), new MinuteRange(1, 2, 3) + new MinuteRange(4, 5, 6));

    [Fact]
    public void Both_at_once_take_the_longer_one_number_by_number() =>
        Assert.Equal(new(4, 5, 9), MinuteRange.Longest(new(1, 5, 9), new(4, 2, 6)));

    [Fact]
    public void An_exact_time_is_the_same_at_best_and_at_worst() => Assert.Equal(new(7, 7, 7), MinuteRange.Exactly(7));

    [Fact]
    public void Nothing_takes_no_time() => Assert.Equal(MinuteRange.Exactly(3), MinuteRange.Zero + MinuteRange.Exactly(3));
}
