using MlTa.Naming;

namespace MlTa.Settings.Rules;

internal static class NetworkRules
{
    /// <summary>The largest VPC (VPC user guide, "VPC CIDR blocks").</summary>
    private const int LargestPrefixLength = 16;

    /// <summary>A zone's private subnet is then a /24. With less, pods, which have addresses of their own, run out of them.</summary>
    private const int SmallestPrefixLength = 20;

    /// <summary>A Multi-AZ database and a load balancer need two.</summary>
    private const int MinimumZones = 2;

    private static readonly AddressRange[] s_private =
        [AddressRange.Parse("10.0.0.0/8"), AddressRange.Parse("172.16.0.0/12"), AddressRange.Parse("192.168.0.0/16")];

    public static readonly Rule[] All =
    [
        new("network.cidrBlock", s => !AddressRange.TryParse(s.Network.CidrBlock, out _),
            s => $"expected an IPv4 range without host bits such as 10.10.0.0/16, got '{s.Network.CidrBlock}'"),

        new("network.cidrBlock", s => AddressRange.TryParse(s.Network.CidrBlock, out var range) && range.PrefixLength is < LargestPrefixLength or > SmallestPrefixLength,
            s => $"a VPC is no larger than /{LargestPrefixLength}, and pods run out of addresses below /{SmallestPrefixLength}, so give one of these or between, got '{s.Network.CidrBlock}'"),

        new("network.cidrBlock", s => AddressRange.TryParse(s.Network.CidrBlock, out var range) && !s_private.Any(block => block.Contains(range)),
            s => $"expected private addresses, that is within {string.Join(", ", s_private)}, got '{s.Network.CidrBlock}'"),

        new("network.zones", s => s.Network.Zones.Count is < MinimumZones or > AddressPlan.MaximumZones,
            s => $"expected {MinimumZones} to {AddressPlan.MaximumZones} zones, got {s.Network.Zones.Count}"),

        new("network.zones", s => s.Network.Zones.Distinct().Count() != s.Network.Zones.Count,
            s => $"expected each zone once, got {Quoted(s.Network.Zones)}"),

        new("network.zones", s => s.Network.Zones.Any(zone => !IsZoneOf(s.Region, zone)),
            s => $"expected zones of {s.Region} such as {s.Region}a, got {Quoted(s.Network.Zones.Where(zone => !IsZoneOf(s.Region, zone)))}", "region"),

        new("network.natGateways", s => s.Tier == Tier.Serving && s.Network.NatGateways == NatGateways.None,
            s => "a serving stack needs a way out for its workloads, so give one or perZone, got none", "tier"),
    ];

    /// <summary>Whether any of it is private: such addresses are only ever seen within a network.</summary>
    public static bool IsPrivate(AddressRange range) => s_private.Any(block => block.Overlaps(range));

    private static string Quoted(IEnumerable<string> zones) => string.Join(", ", zones.Select(zone => $"'{zone}'"));

    private static bool IsZoneOf(string region, string zone) =>
        zone.Length == region.Length + 1 && zone.StartsWith(region, StringComparison.Ordinal) && char.IsAsciiLetterLower(zone[^1]);
}
