using MlTa.Naming;

namespace MlTa.Settings.Rules;

/// <summary>The region that nothing is declared in yet: whatever is wrong with it would come out on the worst day.</summary>
internal static class RehomeRules
{
    private const string Key = "failover.rehome";

    public static readonly Rule<StackSettings>[] All =
    [
        new($"{Key}.region", s => Planned(s) is { } planned && !AwsRegions.IsKnown(planned.Region),
            s => $"expected a commercial AWS region such as us-east-2, got '{Planned(s)!.Region}'"),

        new($"{Key}.region", s => Planned(s) is { } planned && Taken(s).Contains(planned.Region),
            s => $"stands in for a region that never returns, so give one without a stack, that is none of {string.Join(", ", Taken(s))}, got {Planned(s)!.Region}", "region", "peers"),

        .. NetworkRules.Of<StackSettings>(Key, $"{Key}.region", s => Planned(s) is { } planned ? new(planned.Region, planned.Zones, planned.CidrBlock) : null),

        new($"{Key}.cidrBlock", s => Overlaps(s, s),
            s => $"must not overlap network.cidrBlock ({s.Network.CidrBlock}), got {Planned(s)!.CidrBlock}", "network.cidrBlock"),
    ];

    /// <summary>Asked of the stack that keeps the failover records and every other. The lost one's too: its network may come back.</summary>
    public static readonly PairRule[] Across =
    [
        new($"{Key}.cidrBlock", Overlaps,
            (own, other, file) => $"must not overlap {other.Network.CidrBlock} of {file}, got {Planned(own)!.CidrBlock}", "network.cidrBlock"),
    ];

    private static RehomeSettings? Planned(StackSettings settings) => settings.Failover?.Rehome;

    private static IEnumerable<string> Taken(StackSettings settings) => settings.Peers.Select(peer => peer.Region).Prepend(settings.Region);

    private static bool Overlaps(StackSettings own, StackSettings other) =>
        Planned(own) is { } planned && AddressRange.TryParse(planned.CidrBlock, out var range)
        && AddressRange.TryParse(other.Network.CidrBlock, out var taken) && range.Overlaps(taken);
}
