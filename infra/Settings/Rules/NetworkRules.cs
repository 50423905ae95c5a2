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

    public static readonly Rule<StackSettings>[] All =
    [
        .. Of<StackSettings>("network", "region", s => new(s.Region, s.Network.Zones, s.Network.CidrBlock)),

        new("network.natGateways", s => s.Tier == Tier.Serving && s.Network.NatGateways == NatGateways.None,
            s => "a serving stack needs a way out for its workloads, so give one or perZone, got none", "tier"),

        new("network.natGateways", s => s.Tier == Tier.Archive && s.CanServe && s.Network.NatGateways == NatGateways.None,
            s => "a cold restore starts nodes that reach their cluster and the registry through a gateway, so give one or perZone, got none", "tier", "role"),
    ];

    /// <summary>Whether any of it is private: such addresses are only ever seen within a network.</summary>
    public static bool IsPrivate(AddressRange range) => s_private.Any(block => block.Overlaps(range));

    /// <summary>What every VPC has to keep to, also one that is only planned.</summary>
    /// <param name="path">The key that describes it.</param>
    /// <param name="regionPath">The key of its region.</param>
    /// <param name="vpc">The VPC; null where there is none.</param>
    public static IEnumerable<Rule<T>> Of<T>(string path, string regionPath, Func<T, Vpc?> vpc)
        where T : DeployedSettings
    {
        return
        [
            On("cidrBlock", v => !AddressRange.TryParse(v.CidrBlock, out _),
                v => $"expected an IPv4 range without host bits such as 10.10.0.0/16, got '{v.CidrBlock}'"),

            On("cidrBlock", v => AddressRange.TryParse(v.CidrBlock, out var range) && range.PrefixLength is < LargestPrefixLength or > SmallestPrefixLength,
                v => $"a VPC is no larger than /{LargestPrefixLength}, and pods run out of addresses below /{SmallestPrefixLength}, so give one of these or between, got '{v.CidrBlock}'"),

            On("cidrBlock", v => AddressRange.TryParse(v.CidrBlock, out var range) && !s_private.Any(block => block.Contains(range)),
                v => $"expected private addresses, that is within {string.Join(", ", s_private)}, got '{v.CidrBlock}'"),

            On("zones", v => v.Zones.Count is < MinimumZones or > AddressPlan.MaximumZones,
                v => $"expected {MinimumZones} to {AddressPlan.MaximumZones} zones, got {v.Zones.Count}"),

            On("zones", v => v.Zones.Distinct().Count() != v.Zones.Count,
                v => $"expected each zone once, got {Quoted(v.Zones)}"),

            On("zones", v => v.Zones.Any(zone => !IsZoneOf(v.Region, zone)),
                v => $"expected zones of {v.Region} such as {v.Region}a, got {Quoted(v.Zones.Where(zone => !IsZoneOf(v.Region, zone)))}", regionPath),
        ];

        Rule<T> On(string key, Func<Vpc, bool> isBroken, Func<Vpc, string> text, params string[] alsoReads) => new(
            $"{path}.{key}", s => vpc(s) is { } v && isBroken(v), s => text(vpc(s)!), alsoReads);
    }

    private static string Quoted(IEnumerable<string> zones) => string.Join(", ", zones.Select(zone => $"'{zone}'"));

    private static bool IsZoneOf(string region, string zone) =>
        zone.Length == region.Length + 1 && zone.StartsWith(region, StringComparison.Ordinal) && char.IsAsciiLetterLower(zone[^1]);

    /// <param name="Region">Where it is.</param>
    /// <param name="Zones">Its zones.</param>
    /// <param name="CidrBlock">Its addresses.</param>
    public sealed record Vpc(string Region, IReadOnlyList<string> Zones, string CidrBlock);
}
