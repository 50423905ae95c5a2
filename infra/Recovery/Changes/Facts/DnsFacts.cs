namespace MlTa.Recovery.Changes.Facts;

/// <summary>Route 53. Where the type or the set identifier of a record changes, one update deletes the old record and makes the new one.</summary>
internal static class DnsFacts
{
    public static IReadOnlyList<TypeFacts> All { get; } =
    [
        new("aws:route53/healthCheck:HealthCheck", "internal/service/route53/health_check.go")
        {
            Replacing = ["measureLatency", "referenceName", "requestInterval", "routingControlArn", "type"],
            InPlace =
            [
                "childHealthThreshold", "childHealthchecks", "cloudwatchAlarmName", "cloudwatchAlarmRegion", "disabled", "enableSni", "failureThreshold",
                "fqdn", "insufficientDataHealthStatus", "invertHealthcheck", "ipAddress", "port", "regions", "resourcePath", "searchString", "tags",
            ],
        },
        new("aws:route53/record:Record", "internal/service/route53/record.go")
        {
            Replacing = ["name", "zoneId"],
            InPlace = ["aliases", "allowOverwrite", "failoverRoutingPolicies", "healthCheckId", "records", "setIdentifier", "ttl", "type"],
        },
    ];
}
