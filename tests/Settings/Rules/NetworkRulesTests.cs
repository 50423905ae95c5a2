using MlTa.Settings;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Settings.Rules;

public sealed class NetworkRulesTests
{
    private static readonly StackSettings s_primary = CommittedStacks.Primary;

    [Theory]
    [InlineData("10.10.0.0/16")]
    [InlineData("10.10.0.0/20")]
    [InlineData("10.0.0.0/16")]
    [InlineData("10.255.0.0/16")]
    [InlineData("172.16.0.0/16")]
    [InlineData("172.31.0.0/16")]
    [InlineData("192.168.0.0/16")]
    public void A_private_range_of_the_right_size_is_accepted(string cidrBlock) => Verdict.Is(null, WithRange(cidrBlock));

    [Theory]
    [InlineData("10.10.0.1/16")]
    [InlineData("10.10.0.0")]
    [InlineData("fd00::/16")]
    [InlineData("")]
    public void What_is_no_range_is_refused(string cidrBlock) => Verdict.Is(
        $"network.cidrBlock: expected an IPv4 range without host bits such as 10.10.0.0/16, got '{cidrBlock}'", WithRange(cidrBlock));

    [Theory]
    [InlineData("10.10.0.0/15")]
    [InlineData("10.10.0.0/21")]
    public void A_range_of_the_wrong_size_is_refused(string cidrBlock) => Verdict.Is(
        $"network.cidrBlock: a VPC is no larger than /16, and pods run out of addresses below /20, so give one of these or between, got '{cidrBlock}'",
        WithRange(cidrBlock));

    [Theory]
    [InlineData("9.255.0.0/16")]
    [InlineData("11.0.0.0/16")]
    [InlineData("172.15.0.0/16")]
    [InlineData("172.32.0.0/16")]
    [InlineData("192.167.0.0/16")]
    [InlineData("192.169.0.0/16")]
    [InlineData("100.64.0.0/16")]
    public void Addresses_that_belong_to_others_are_refused(string cidrBlock) => Verdict.Is(
        $"network.cidrBlock: expected private addresses, that is within 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, got '{cidrBlock}'",
        WithRange(cidrBlock));

    [Theory]
    [InlineData(1, "network.zones: expected 2 to 8 zones, got 1")]
    [InlineData(2, null)]
    [InlineData(8, null)]
    [InlineData(9, "network.zones: expected 2 to 8 zones, got 9")]
    public void Zones_are_two_to_eight(int count, string? problem) =>
        Verdict.Is(problem, WithZones([.. Enumerable.Range(0, count).Select(index => $"us-west-2{(char)('a' + index)}")]));

    [Fact]
    public void A_zone_is_named_once() => Verdict.Is(
        "network.zones: expected each zone once, got 'us-west-2a', 'us-west-2b', 'us-west-2a'", WithZones("us-west-2a", "us-west-2b", "us-west-2a"));

    [Theory]
    [InlineData("us-east-1a")]
    [InlineData("us-west-2")]
    [InlineData("us-west-2A")]
    [InlineData("us-west-21")]
    [InlineData("us-west-2-lax-1a")] // a local zone
    [InlineData("usw2-az1")] // a zone's ID
    [InlineData("")]
    public void Zones_are_those_of_the_region(string zone) => Verdict.Is(
        $"network.zones: expected zones of us-west-2 such as us-west-2a, got '{zone}'", WithZones("us-west-2a", zone));

    [Theory]
    [InlineData(NatGateways.One)]
    [InlineData(NatGateways.PerZone)]
    public void A_serving_stack_has_a_way_out(NatGateways natGateways) => Verdict.Is(null, WithGateways(s_primary, natGateways));

    [Fact]
    public void A_serving_stack_without_a_way_out_is_refused() => Verdict.Is(
        "network.natGateways: a serving stack needs a way out for its workloads, so give one or perZone, got none",
        WithGateways(s_primary, NatGateways.None));

    [Theory]
    [InlineData(NatGateways.None)]
    [InlineData(NatGateways.One)]
    public void An_archive_needs_none(NatGateways natGateways) => Verdict.Is(null, WithGateways(CommittedStacks.Backup, natGateways));

    [Fact]
    public void One_that_serves_does() => Verdict.Is(
        "network.natGateways: a cold restore starts nodes that reach their cluster and the registry through a gateway, so give one or perZone, got none",
        CommittedStacks.Backup.ColdRestored().WithNetwork(network => network with { NatGateways = NatGateways.None }));

    private static StackSettings WithRange(string cidrBlock) => s_primary.WithNetwork(network => network with { CidrBlock = cidrBlock });

    private static StackSettings WithZones(params string[] zones) => s_primary.WithNetwork(network => network with { Zones = zones });

    private static StackSettings WithGateways(StackSettings settings, NatGateways natGateways) =>
        settings.WithNetwork(network => network with { NatGateways = natGateways });
}
