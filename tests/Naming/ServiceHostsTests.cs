using MlTa.Naming;
using Xunit;

namespace MlTa.Tests.Naming;

public sealed class ServiceHostsTests
{
    private static readonly ServiceHosts s_hosts = new("ml-ta.com");

    [Fact]
    public void Users_call_the_service() => Assert.Equal("api.ml-ta.com", s_hosts.Api);

    [Fact]
    public void Every_region_has_a_name_of_its_own() => Assert.Equal("api.us-west-2.ml-ta.com", s_hosts.Regional("us-west-2"));

    [Fact]
    public void The_status_page_has_one() => Assert.Equal("status.ml-ta.com", s_hosts.Status);

    [Theory]
    [InlineData("ml-ta.com", true)]
    [InlineData("api.ml-ta.com", true)]
    [InlineData("not-ml-ta.com", false)]
    [InlineData("ml-ta.com.example.org", false)]
    [InlineData("com", false)]
    public void A_name_belongs_to_its_zone(string host, bool isWithin) => Assert.Equal(isWithin, HostNames.IsWithin(host, "ml-ta.com"));

    [Theory]
    [InlineData(63, true)]
    [InlineData(64, false)]
    public void A_label_has_63_characters_at_most(int length, bool isOne) => Assert.Equal(isOne, HostNames.IsOne($"{new string('a', length)}.com"));

    [Theory]
    [InlineData(253, true)]
    [InlineData(254, false)]
    public void A_name_has_253_characters_at_most(int length, bool isOne) =>
        Assert.Equal(isOne, HostNames.IsOne($"{string.Concat(Enumerable.Repeat("a.", (length - 3) / 2))}{new string('b', 1 + (length % 2 == 0 ? 1 : 0))}om"));
}
