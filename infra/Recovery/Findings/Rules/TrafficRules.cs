namespace MlTa.Recovery.Findings.Rules;

/// <summary>The records that move users.</summary>
internal static class TrafficRules
{
    /// <summary>Route 53 developer guide, 'Values specific for failover records'.</summary>
    private const int MaximumTtlSeconds = 60;

    public static readonly RecoveryRule[] All =
    [
        new("traffic-pair", Severity.Error,
            "One stack declares both failover records of the service, one PRIMARY and one SECONDARY.",
            "Users stay with a region that is lost; or two stacks change the same name, and the one in the lost region cannot be changed.",
            "Declare both records in the stack that takes over (failover), for the name that users call.",
            "Route 53 developer guide, 'Active-active and active-passive failover'")
        {
            Check = declared =>
            {
                var service = declared.Stacks.Select(stack => stack.Settings.Hosts.Api).First();
                var found = FailoverPair.Kept(declared).Select(record => $"{record.Resource.Name} in {record.Stack.Name}").ToList();
                return FailoverPair.In(declared)?.Primary.Inputs.Text("name") == service
                    ? []
                    : [new(null, service, $"expected a PRIMARY and a SECONDARY record in one stack, got {(found.Count == 0 ? "none" : string.Join(", ", found))}")];
            },
        },

        new("answer-soon-forgotten", Severity.Error,
            "Resolvers forget the service's answer within a minute.",
            "For as long as they remember it users are sent to the lost region.",
            "Set failover.ttlSeconds to 60 or less.",
            "Route 53 developer guide, 'Values specific for failover records'")
        {
            Check = declared => FailoverPair.Records(declared)
                // Route 53 remembers an alias for 60 seconds by itself.
                .Where(record => !record.Resource.Inputs.Items("aliases").Any() && record.Resource.Inputs.Number("ttl") is null or > MaximumTtlSeconds)
                .Select(record => record.Gap($"ttl should be at most {MaximumTtlSeconds} seconds, got {record.Resource.Inputs["ttl"]?.ToString() ?? "nothing"}")),
        },

        new("answer-leads-somewhere", Severity.Error,
            "Each failover record leads to a region's own name, which that region's stack declares.",
            "After a failover users are sent to a name that does not exist.",
            "Let the record name the host for which the other stack declares its load balancer's record.",
            "This project's decision: names are predicted, so somebody has to check the prediction")
        {
            Check = declared =>
                from record in FailoverPair.Records(declared)
                let target = FailoverPair.TargetOf(record.Resource)
                where !declared.All(ResourceTypes.Record).Any(other => other.Resource != record.Resource && other.Resource.Inputs.Text("name") == target)
                select record.Gap($"no stack declares {target ?? "what it leads to"}"),
        },

        new("certificate-covers-service", Severity.Error,
            "Every region's certificate is for the name that users call and for the region's own.",
            "After a failover browsers refuse the region that took over.",
            "Request the certificate for both names.",
            "ACM user guide, 'AWS Certificate Manager public certificate characteristics and limitations'")
        {
            Check = declared =>
                from stack in declared.Stacks
                where stack.Of(ResourceTypes.Listener).Count > 0
                let hosts = stack.Settings.Hosts
                let covered = stack.Of(ResourceTypes.Certificate).SelectMany(certificate => certificate.Inputs.List("subjectAlternativeNames").Append(certificate.Inputs.Text("domainName"))).ToHashSet()
                let missing = new[] { hosts.Api, hosts.Regional(stack.Region) }.Where(host => !covered.Contains(host)).ToList()
                where missing.Count > 0
                select stack.Gap("certificate", $"does not cover {string.Join(", ", missing)}"),
        },
    ];
}
