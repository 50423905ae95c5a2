using System.Text.RegularExpressions;
using MlTa.Naming;

namespace MlTa.Settings.Rules;

/// <summary>The zone that all names of the service are in.</summary>
internal static partial class DnsRules
{
    /// <summary>ACM API, RequestCertificate: DomainName. Here that is the service's name.</summary>
    private const int MaximumNameLength = 64;

    public static readonly Rule<StackSettings>[] All =
    [
        new("dns.zone", s => !HostNames.IsOne(s.Dns.Zone),
            s => $"expected a domain in small letters such as ml-ta.com, got '{s.Dns.Zone}'"),

        new("dns.zone", s => HostNames.IsOne(s.Dns.Zone) && s.Hosts.Api.Length > MaximumNameLength,
            s => $"ACM limits the name {s.Hosts.Api} to {MaximumNameLength} characters, so give at most {MaximumNameLength - s.Hosts.Api.Length + s.Dns.Zone.Length}, got {s.Dns.Zone.Length}"),

        new("dns.zoneId", s => !ZoneIdPattern().IsMatch(s.Dns.ZoneId),
            s => $"expected a hosted zone's ID such as Z123456789ABCDEFGHIJ, got '{s.Dns.ZoneId}'"),
    ];

    /// <summary>Route 53 API, CreateHostedZone: an ID has at most 32 characters. That they are these is how all IDs look that AWS shows.</summary>
    [GeneratedRegex(@"^Z[A-Z0-9]{1,31}\z")]
    private static partial Regex ZoneIdPattern();
}
