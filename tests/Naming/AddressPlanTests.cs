using CsCheck;
using MlTa.Naming;
using Xunit;

namespace MlTa.Tests.Naming;

public sealed class AddressPlanTests
{
    /// <summary>What AWS reserves in a subnet leaves nothing of one that is smaller (VPC user guide, "Subnet CIDR blocks").</summary>
    private const int SmallestSubnetPrefixLength = 28;

    private static readonly Gen<AddressRange> s_ranges = Gen.Int[16, 20].SelectMany(prefixLength =>
        Gen.Int[0, (1 << prefixLength) - 1].Select(index => AddressRange.Parse("0.0.0.0/0").Block(prefixLength, index)));

    private static readonly Gen<(AddressRange Range, IReadOnlyList<string> Zones)> s_networks =
        Gen.Select(s_ranges, Gen.Int[1, AddressPlan.MaximumZones], (range, count) => (range, Zones(count)));

    [Fact]
    public void Three_zones_of_the_primary_region_get_these_addresses() => Assert.Equal(
        [
            "us-west-2a 10.10.0.0/20 10.10.16.0/22",
            "us-west-2b 10.10.32.0/20 10.10.48.0/22",
            "us-west-2c 10.10.64.0/20 10.10.80.0/22",
        ],
        AddressPlan.For(AddressRange.Parse("10.10.0.0/16"), ["us-west-2a", "us-west-2b", "us-west-2c"])
            .Select(zone => $"{zone.Zone} {zone.Private} {zone.Public}"));

    [Fact]
    public void Every_zone_keeps_its_name_and_its_place() => s_networks.Sample(network =>
        AddressPlan.For(network.Range, network.Zones).Select(zone => zone.Zone).SequenceEqual(network.Zones));

    [Fact]
    public void Subnets_lie_within_the_range() => s_networks.Sample(network => Subnets(network).All(network.Range.Contains));

    [Fact]
    public void Subnets_never_overlap() => s_networks.Sample(network =>
    {
        var subnets = Subnets(network);
        return subnets.Index().All(one => subnets.Skip(one.Index + 1).All(other => !one.Item.Overlaps(other)));
    });

    [Fact]
    public void A_zone_that_is_added_at_the_end_moves_nobody() => s_networks
        .Where(network => network.Zones.Count < AddressPlan.MaximumZones)
        .Sample(network => AddressPlan.For(network.Range, [.. network.Zones, "added"])
            .Take(network.Zones.Count)
            .SequenceEqual(AddressPlan.For(network.Range, network.Zones)));

    [Fact]
    public void No_subnet_is_smaller_than_aws_allows() => s_networks.Sample(network =>
        Subnets(network).All(subnet => subnet.PrefixLength <= SmallestSubnetPrefixLength));

    [Fact]
    public void Private_subnets_have_room_for_the_addresses_of_pods() => s_networks.Sample(network =>
        AddressPlan.For(network.Range, network.Zones).All(zone => zone.Private.Size >= 256));

    [Fact]
    public void More_zones_than_the_plan_has_room_for_are_refused() => Assert.Throws<ArgumentOutOfRangeException>(
        () => AddressPlan.For(AddressRange.Parse("10.10.0.0/16"), Zones(AddressPlan.MaximumZones + 1)));

    private static IReadOnlyList<string> Zones(int count) => [.. Enumerable.Range(0, count).Select(index => $"us-east-1{(char)('a' + index)}")];

    private static IReadOnlyList<AddressRange> Subnets((AddressRange Range, IReadOnlyList<string> Zones) network) =>
        [.. AddressPlan.For(network.Range, network.Zones).SelectMany(zone => new[] { zone.Private, zone.Public })];
}
