using System.Text.RegularExpressions;
using MlTa.Naming;

namespace MlTa.Settings.Rules;

internal static partial class ClusterRules
{
    /// <summary>Nobody's pipeline or office has more addresses; a broader range was meant to be everybody, or is a slip.</summary>
    private const int BroadestPrefixLength = 8;

    /// <summary>In every zone, so that the loss of one leaves nodes in all others.</summary>
    private const int MinimumNodes = 1;

    public static readonly Rule<DeployedSettings>[] All =
    [
        new("cluster.version", s => !VersionPattern().IsMatch(s.Cluster.Version),
            s => $"expected a minor version of Kubernetes in quotes such as \"1.35\", got '{s.Cluster.Version}'"),

        new("cluster.publicAccessCidrs", s => s.Cluster.PublicAccessCidrs.Any(range => !AddressRange.TryParse(range, out _)),
            s => $"expected IPv4 ranges without host bits such as 203.0.113.0/24, got {Quoted(s, range => !AddressRange.TryParse(range, out _))}"),

        new("cluster.publicAccessCidrs", s => s.Cluster.PublicAccessCidrs.Any(IsTooBroad),
            s => $"the API server is for the pipeline and the office, so give ranges of /{BroadestPrefixLength} or smaller, got {Quoted(s, IsTooBroad)}"),

        new("cluster.publicAccessCidrs", s => s.Cluster.PublicAccessCidrs.Any(IsPrivate),
            s => $"EKS refuses private addresses, which never arrive from the internet, so leave them out, got {Quoted(s, IsPrivate)}"),

        new("cluster.instanceType", s => !InstanceTypePattern().IsMatch(s.Cluster.InstanceType),
            s => $"expected an EC2 instance type such as m6i.large, got '{s.Cluster.InstanceType}'"),

        new("cluster.minimumNodesPerZone", s => s.Cluster.MinimumNodesPerZone < MinimumNodes,
            s => $"a zone without nodes takes over nothing from another, so give at least {MinimumNodes}, got {s.Cluster.MinimumNodesPerZone}"),

        new("cluster.maximumNodesPerZone", s => s.Cluster.MaximumNodesPerZone < s.Cluster.MinimumNodesPerZone,
            s => $"expected at least minimumNodesPerZone ({s.Cluster.MinimumNodesPerZone}), got {s.Cluster.MaximumNodesPerZone}", "cluster.minimumNodesPerZone"),
    ];

    /// <summary>Asked of a standby and the stack that it would take over from.</summary>
    public static readonly PairRule[] OfStandby =
    [
        PairRule.SameAsActive("cluster.instanceType", s => s.Cluster.InstanceType),
        PairRule.SameAsActive("cluster.minimumNodesPerZone", s => $"{s.Cluster.MinimumNodesPerZone}"),
        PairRule.SameAsActive("cluster.maximumNodesPerZone", s => $"{s.Cluster.MaximumNodesPerZone}"),
    ];

    private static bool IsTooBroad(string text) => AddressRange.TryParse(text, out var range) && range.PrefixLength < BroadestPrefixLength;

    private static bool IsPrivate(string text) => !IsTooBroad(text) && AddressRange.TryParse(text, out var range) && NetworkRules.IsPrivate(range);

    private static string Quoted(DeployedSettings settings, Func<string, bool> isWrong) =>
        string.Join(", ", settings.Cluster.PublicAccessCidrs.Where(isWrong).Select(range => $"'{range}'"));

    [GeneratedRegex(@"^1\.[0-9]{2}\z")]
    private static partial Regex VersionPattern();

    [GeneratedRegex(@"^[a-z][a-z0-9-]*\.[a-z0-9-]+\z")]
    private static partial Regex InstanceTypePattern();
}
