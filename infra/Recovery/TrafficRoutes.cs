using System.Text.Json.Nodes;
using MlTa.Offline;

namespace MlTa.Recovery;

/// <summary>Reads from graphs how users reach a region, and which one. A record and what checks it may be in different stacks.</summary>
public static class TrafficRoutes
{
    private const string RecordType = "aws:route53/record:Record";
    private const string CheckType = "aws:route53/healthCheck:HealthCheck";
    private const string BalancerType = "aws:lb/loadBalancer:LoadBalancer";
    private const string CertificateType = "aws:acm/certificate:Certificate";

    /// <summary>What Route 53 takes where a check does not say (Route 53 API, HealthCheckConfig).</summary>
    private const int DefaultIntervalSeconds = 30;

    /// <summary>The answers of all names, those that depend on health first. Not what only proves a name to ACM.</summary>
    public static IReadOnlyList<TrafficRoute> Of(IReadOnlyList<StackGraph> graphs)
    {
        var resources = graphs.SelectMany(graph => graph.Resources).ToDictionary(resource => resource.Urn);
        return
        [
            .. resources.Values
                .Where(resource => resource.Type == RecordType && Named(resource, resources, CertificateType) is null)
                .Select(record => Read(record, resources))
                .OrderBy(route => route.Order is null)
                .ThenBy(route => route.Name, StringComparer.Ordinal)
                .ThenBy(route => route.Order, StringComparer.Ordinal),
        ];
    }

    private static TrafficRoute Read(DeclaredResource record, IReadOnlyDictionary<string, DeclaredResource> resources)
    {
        var name = Text(record, "name");
        var order = (record.Inputs["failoverRoutingPolicies"] as JsonArray)?[0]!["type"]!.GetValue<string>();
        var checks = record.Inputs["healthCheckId"] is not null
            ? [Named(record, resources, CheckType)!]
            : order is null ? resources.Values.Where(check => check.Type == CheckType && Text(check, "fqdn") == name) : [];
        return new(name, order, LeadsTo(record, resources), [.. checks.Select(Read).OrderBy(check => check.Path, StringComparer.Ordinal)]);
    }

    private static string LeadsTo(DeclaredResource record, IReadOnlyDictionary<string, DeclaredResource> resources) =>
        Named(record, resources, BalancerType) is { } balancer
            ? $"ALB in {balancer.Region}"
            : string.Join(", ", (record.Inputs["records"] as JsonArray ?? []).Select(value => value!.GetValue<string>()));

    private static TrafficCheck Read(DeclaredResource check) => new(
        Text(check, "resourcePath"),
        (int)(check.Inputs["requestInterval"]?.GetValue<long>() ?? DefaultIntervalSeconds),
        // Disabled alone counts as healthy, and inverted alone follows the region.
        IsOn(check, "disabled") && IsOn(check, "invertHealthcheck"));

    /// <summary>The resource of a type that another one's inputs name.</summary>
    private static DeclaredResource? Named(DeclaredResource resource, IReadOnlyDictionary<string, DeclaredResource> resources, string type) =>
        resource.DataDependsOn.Select(resources.GetValueOrDefault).FirstOrDefault(named => named?.Type == type);

    private static bool IsOn(DeclaredResource resource, string input) => resource.Inputs[input]?.GetValue<bool>() ?? false;

    private static string Text(DeclaredResource resource, string input) => resource.Inputs[input]!.GetValue<string>();
}
