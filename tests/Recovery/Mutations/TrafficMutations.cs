using T = MlTa.Recovery.Findings.ResourceTypes;

namespace MlTa.Tests.Recovery.Mutations;

/// <summary>Records, checks and certificates.</summary>
internal static class TrafficMutations
{
    private const string PrimaryRecord = $"secondary {T.Record} failover-primary";
    private const string SecondaryRecord = $"secondary {T.Record} failover-secondary";
    private const string PrimaryGate = $"secondary {T.HealthCheck} check-us-west-2-active";

    public static IReadOnlyList<GraphMutation> All { get; } =
    [
        new("two primaries", s => s.Set(SecondaryRecord, "failoverRoutingPolicies[0].type", "PRIMARY"), "traffic-pair"),
        new("no secondary", s => s.Drop(SecondaryRecord), "traffic-pair"),
        new("one of the records in the region that may be lost", s => s.Move(SecondaryRecord, "primary"), "traffic-pair"),
        new("an answer that is remembered for five minutes", s => s.Set(PrimaryRecord, "ttl", 300), "answer-soon-forgotten"),
        new("an answer that leads to a name that nobody declares", s => s.Drop($"primary {T.Record} api"), "answer-leads-somewhere"),
        new("a certificate without the service's name", s => s.Set($"secondary {T.Certificate}", "domainName", "api.us-east-1.ml-ta.com"), "certificate-covers-service"),
        new("a health check that watches its own record", s => s.Set(PrimaryGate, "fqdn", "api.ml-ta.com"), "check-asks-a-region"),
        new("a gate that asks the other region", s => s.Set(PrimaryGate, "fqdn", "api.us-east-1.ml-ta.com"), "gate-asks-writable"),
        new("a gate that asks whether the process runs", s => s.Set($"secondary {T.HealthCheck} check-us-east-1-active", "resourcePath", "/health"), "gate-asks-writable", "outage-told-twice"),
        new("a check that is disabled and not inverted", s => s.Set(PrimaryGate, "disabled", true), "pin-complete"),
        new("a check that is inverted and not disabled", s => s.Set(PrimaryGate, "invertHealthcheck", true), "pin-complete"),
        new("a pin in time of peace", s => s.Set(PrimaryGate, "disabled", true).Set(PrimaryGate, "invertHealthcheck", true), "users-follow-the-writer"),
        new("a standby's record without a check", s => s.Set(SecondaryRecord, "healthCheckId", null), "users-follow-the-writer"),
        new("an active region's record without a check", s => s.Set(PrimaryRecord, "healthCheckId", null), "users-follow-the-writer"),
    ];
}
