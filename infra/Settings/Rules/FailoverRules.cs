using MlTa.Naming;

namespace MlTa.Settings.Rules;

/// <summary>The records that move users.</summary>
internal static class FailoverRules
{
    /// <summary>With 0 every request asks Route 53 first.</summary>
    private const int MinimumTtlSeconds = 1;

    /// <summary>Where AWS serves pages of its customers. Not all of it, but what a status page is likely to be put on.</summary>
    private static readonly string[] s_hostedByAws = ["amazonaws.com", "cloudfront.net", "amplifyapp.com"];

    public static readonly Rule<StackSettings>[] All =
    [
        new("failover", s => s.Failover is not null && s.Tier != Tier.Serving,
            s => $"only a stack that can serve takes over, so leave it out here, got it in tier {SettingNames.Of(s.Tier)}", "tier"),

        new("failover.primaryStack", s => s.Failover is { } failover && s.Peers.All(peer => peer.Stack != failover.PrimaryStack),
            s => $"expected another stack ({string.Join(", ", s.Peers.Select(peer => peer.Stack).DefaultIfEmpty("none"))}), got '{s.Failover!.PrimaryStack}'", "peers"),

        new("failover.ttlSeconds", s => s.Failover?.TtlSeconds is < MinimumTtlSeconds or > FailoverSettings.MaximumTtlSeconds,
            s => $"resolvers remember an answer for so long, in an outage too, so give {MinimumTtlSeconds} to {FailoverSettings.MaximumTtlSeconds}, got {s.Failover!.TtlSeconds}"),

        new("failover.pinned", s => s.Failover is { Pinned: false } && s.Role == Role.Standby,
            _ => "a failover pins the region that was lost, so leave it true on a standby, got false", "role"),

        new("failover.statusPageHost", s => s.Failover is { } failover && !HostNames.IsOne(failover.StatusPageHost),
            s => $"expected a host in small letters such as ml-ta.statuspage.example, got '{s.Failover!.StatusPageHost}'"),

        new("failover.statusPageHost", s => s.Failover is { } failover && s_hostedByAws.Append(s.Dns.Zone).Any(domain => HostNames.IsWithin(failover.StatusPageHost, domain)),
            s => $"has to say that AWS or {s.Dns.Zone} is down, so give a host outside of both, got '{s.Failover!.StatusPageHost}'", "dns.zone"),
    ];

    /// <summary>Asked of the stack that keeps the records and the one that users are sent to first.</summary>
    public static readonly PairRule[] Across =
    [
        new("failover.primaryStack", (own, other) => own.Failover?.PrimaryStack == other.Stack && !other.CanServe,
            (_, other, file) => $"users are sent to an archive only after a cold restore, when it is active, got '{other.Stack}', which has the role {SettingNames.Of(other.Role)} in {file}",
            "tier", "role"),

        new("failover.pinned", (own, other) => own.Failover is { Pinned: false } && own.Role == Role.Active && own.Failover.PrimaryStack == other.Stack && other.Role != Role.Standby,
            (_, other, file) => $"users may be sent back only to a region that follows and so cannot write, so leave it true while {other.Stack} has the role {SettingNames.Of(other.Role)} in {file}, got false",
            "role", "failover.primaryStack"),
    ];
}
