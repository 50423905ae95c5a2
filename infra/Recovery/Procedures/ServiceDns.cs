using System.Text.Json.Nodes;
using MlTa.Naming;
using MlTa.Offline;

namespace MlTa.Recovery.Procedures;

/// <summary>How fast the service's name follows what the regions answer, as it is declared.</summary>
/// <param name="Name">The service's name.</param>
/// <param name="Region">The region of the stack that keeps the records.</param>
/// <param name="GateIntervalSeconds">How often a gate asks.</param>
/// <param name="GateFailures">How many answers in a row change its opinion.</param>
/// <param name="TtlSeconds">How long an answer is remembered.</param>
public sealed record ServiceDns(string Name, string Region, long GateIntervalSeconds, long GateFailures, long TtlSeconds)
{
    /// <summary>What Route 53 takes where a check does not say (Route 53 API, HealthCheckConfig).</summary>
    private const long DefaultIntervalSeconds = 30;
    private const long DefaultFailures = 3;

    public double GateSeconds => GateIntervalSeconds * GateFailures;

    /// <summary>Null where no stack keeps failover records.</summary>
    public static ServiceDns? Of(IReadOnlyList<StackGraph> graphs)
    {
        foreach (var graph in graphs)
        {
            var records = graph.Resources.Where(resource => resource.Type == "aws:route53/record:Record" && resource.Inputs["failoverRoutingPolicies"] is not null).ToList();
            if (records.Count > 0)
            {
                var gates = graph.Resources
                    .Where(resource => resource.Type == "aws:route53/healthCheck:HealthCheck" && (string?)resource.Inputs["resourcePath"] == HealthPaths.Active)
                    .ToList();
                return new(
                    (string)records[0].Inputs["name"]!,
                    graph.Region,
                    Slowest(gates, "requestInterval", DefaultIntervalSeconds),
                    Slowest(gates, "failureThreshold", DefaultFailures),
                    Slowest(records, "ttl", 0));
            }
        }

        return null;
    }

    private static long Slowest(IEnumerable<DeclaredResource> resources, string input, long otherwise) =>
        resources.Select(resource => resource.Inputs[input] is JsonValue value ? value.GetValue<long>() : otherwise).DefaultIfEmpty(otherwise).Max();
}
