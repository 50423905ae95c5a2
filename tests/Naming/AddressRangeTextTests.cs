using MlTa.Naming;
using Xunit;

namespace MlTa.Tests.Naming;

public sealed class AddressRangeTextTests
{
    [Theory]
    [InlineData("10.10.0.0/16")]
    [InlineData("10.10.0.0/15")]
    [InlineData("192.168.255.254/31")]
    [InlineData("192.168.255.255/32")]
    [InlineData("255.255.255.255/32")]
    [InlineData("128.0.0.0/1")]
    [InlineData("0.0.0.0/0")]
    public void A_range_is_read_and_written_alike(string text) => Assert.Equal(text, AddressRange.Parse(text).ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ten")]
    [InlineData("10.10.0.0")] // no length
    [InlineData("10.10.0.0/")]
    [InlineData("/16")]
    [InlineData("10.10.0.0/33")]
    [InlineData("10.10.0.0/-1")]
    [InlineData("10.10.0.0/+16")]
    [InlineData("10.10.0.0/016")]
    [InlineData("10.10.0.1/16")] // host bits
    [InlineData("10.11.0.0/15")]
    [InlineData("10.10/16")] // short for 10.0.0.10
    [InlineData("10/8")]
    [InlineData("168427520/16")]
    [InlineData("010.10.0.0/16")] // octal
    [InlineData("0x0a.10.0.0/16")]
    [InlineData("10.10.0.256/32")]
    [InlineData("10.10.0.0.0/16")]
    [InlineData(" 10.10.0.0/16")]
    [InlineData("10.10.0.0/16\n")]
    [InlineData("10.10.0.0 /16")]
    [InlineData("١٠.10.0.0/16")] // digits, but not these
    [InlineData("fd00::/16")]
    [InlineData("::ffff:10.10.0.0/112")]
    public void Anything_else_is_refused(string? text)
    {
        Assert.False(AddressRange.TryParse(text, out var range));
        Assert.Equal(default, range);
    }

    [Fact]
    public void The_refusal_gives_an_example_and_the_text() => Assert.Equal(
        "'10.10.0.1/16' is not an IPv4 range such as 10.10.0.0/16",
        Assert.Throws<FormatException>(() => AddressRange.Parse("10.10.0.1/16")).Message);

    [Theory]
    [InlineData("10.10.0.0/16", 16, 65536)]
    [InlineData("10.10.0.0/32", 32, 1)]
    [InlineData("0.0.0.0/0", 0, 4294967296)]
    public void The_length_of_the_prefix_gives_the_size(string text, int prefixLength, long size)
    {
        var range = AddressRange.Parse(text);

        Assert.Equal((prefixLength, size), (range.PrefixLength, range.Size));
    }
}
