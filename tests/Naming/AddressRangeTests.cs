using CsCheck;
using MlTa.Naming;
using Xunit;

namespace MlTa.Tests.Naming;

public sealed class AddressRangeTests
{
    /// <summary>Few enough addresses that two ranges often meet.</summary>
    private static readonly Gen<AddressRange> s_ranges = Gen.Int[24, 32].SelectMany(prefixLength =>
        Gen.Int[0, (1 << (prefixLength - 24)) - 1].Select(index => AddressRange.Parse("10.10.0.0/24").Block(prefixLength - 24, index)));

    [Theory]
    [InlineData("10.10.0.0/16", "10.10.0.0/16", true)]
    [InlineData("10.10.0.0/16", "10.10.128.0/20", true)]
    [InlineData("10.10.0.0/16", "10.10.255.255/32", true)]
    [InlineData("10.10.0.0/16", "10.11.0.0/16", false)]
    [InlineData("10.10.0.0/16", "10.9.255.255/32", false)]
    [InlineData("0.0.0.0/0", "255.255.255.255/32", true)]
    [InlineData("0.0.0.0/1", "128.0.0.0/1", false)]
    public void Ranges_overlap_where_they_share_an_address(string one, string other, bool overlap)
    {
        Assert.Equal(overlap, AddressRange.Parse(one).Overlaps(AddressRange.Parse(other)));
        Assert.Equal(overlap, AddressRange.Parse(other).Overlaps(AddressRange.Parse(one)));
    }

    [Fact]
    public void Of_two_ranges_that_overlap_one_contains_the_other() => Gen.Select(s_ranges, s_ranges).Sample((one, other) =>
        one.Overlaps(other) == other.Overlaps(one) && one.Overlaps(other) == (one.Contains(other) || other.Contains(one)));

    [Theory]
    [InlineData("10.0.0.0/8", "10.255.0.0/16", true)]
    [InlineData("10.0.0.0/8", "10.0.0.0/8", true)]
    [InlineData("10.0.0.0/8", "11.0.0.0/16", false)]
    [InlineData("10.10.0.0/16", "10.0.0.0/8", false)] // the smaller does not contain the larger
    public void A_range_contains_what_lies_wholly_within(string outer, string inner, bool contains) =>
        Assert.Equal(contains, AddressRange.Parse(outer).Contains(AddressRange.Parse(inner)));

    [Theory]
    [InlineData(0, 0, "10.10.0.0/16")]
    [InlineData(1, 1, "10.10.128.0/17")]
    [InlineData(3, 7, "10.10.224.0/19")]
    [InlineData(16, 65535, "10.10.255.255/32")]
    public void Blocks_are_numbered_from_the_first_address(int bits, int index, string block) =>
        Assert.Equal(AddressRange.Parse(block), AddressRange.Parse("10.10.0.0/16").Block(bits, index));

    [Fact]
    public void The_last_block_of_all_addresses_ends_with_the_last_address() =>
        Assert.Equal("255.0.0.0/8", AddressRange.Parse("0.0.0.0/0").Block(8, 255).ToString());

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(17, 0)] // longer than an address
    [InlineData(int.MaxValue, 0)]
    [InlineData(int.MaxValue - 31, 0)]
    [InlineData(3, -1)]
    [InlineData(3, 8)]
    [InlineData(0, 1)]
    public void A_block_that_the_range_does_not_have_is_refused(int bits, int index) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => AddressRange.Parse("10.10.0.0/16").Block(bits, index));
}
