using MlTa.Naming;
using Pulumi.Aws.Route53;
using Pulumi.Aws.Route53.Inputs;

namespace MlTa.Components.Traffic;

/// <summary>
/// One of the two records of the service's own name. Route 53 tells records apart by name, type and set identifier (Route 53 API,
/// ChangeResourceRecordSets), and none of them says which region is behind it: so a region that takes a lost one's place changes a value,
/// and another stack can write over the record.
/// </summary>
internal static class ServiceRecord
{
    /// <param name="order">Which of the two.</param>
    /// <param name="zoneId">The hosted zone.</param>
    /// <param name="hosts">The names in it.</param>
    /// <param name="region">The region that users are sent to.</param>
    /// <param name="ttlSeconds">How long resolvers remember it.</param>
    public static RecordArgs Of(FailoverOrder order, string zoneId, ServiceHosts hosts, string region, int ttlSeconds) => new()
    {
        ZoneId = zoneId,
        Name = hosts.Api,
        Type = "CNAME",
        Records = { hosts.Regional(region) },
        Ttl = ttlSeconds,
        SetIdentifier = Words.Kebab(order),
        FailoverRoutingPolicies = { new RecordFailoverRoutingPolicyArgs { Type = order.ToString().ToUpperInvariant() } },
    };
}
