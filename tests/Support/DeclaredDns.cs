using MlTa.Offline;

namespace MlTa.Tests.Support;

/// <summary>The records of several stacks, answered as Route 53 documents it.</summary>
internal sealed class DeclaredDns(IReadOnlyList<StackGraph> graphs)
{
    private readonly IReadOnlyDictionary<string, DeclaredResource> _resources = graphs.SelectMany(graph => graph.Resources).ToDictionary(resource => resource.Urn);

    public IReadOnlyList<DeclaredResource> Checks => Of("aws:route53/healthCheck:HealthCheck");

    public IReadOnlyList<DeclaredResource> Named(string name) => [.. Of("aws:route53/record:Record").Where(record => record.Text("name") == name)];

    /// <summary>Every record that a resolver may see on its way from a name, each once.</summary>
    public IReadOnlyList<DeclaredResource> PathFrom(string name)
    {
        List<DeclaredResource> path = [];
        for (Queue<string> names = new([name]); names.TryDequeue(out var next);)
        {
            foreach (var record in Named(next).Except(path).ToList())
            {
                path.Add(record);
                Targets(record).ToList().ForEach(names.Enqueue);
            }
        }

        return path;
    }

    /// <summary>The regions whose load balancers a name may lead to.</summary>
    public IReadOnlyList<string> RegionsOf(string name) =>
        [.. PathFrom(name).Select(record => Source(record, "aws:lb/loadBalancer:LoadBalancer")?.Region).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The only region of a name.</summary>
    public string RegionOf(string name) => RegionsOf(name).Single();

    /// <summary>
    /// Where a failover record's name leads (Route 53 developer guide, "How Amazon Route 53 chooses records when health checking is
    /// configured"): a record without a check is healthy, and with no healthy one the primary is answered.
    /// </summary>
    /// <param name="name">The name.</param>
    /// <param name="isGood">What a region answers to a health check.</param>
    public string Answer(string name, Func<DeclaredResource, bool> isGood)
    {
        var primary = Named(name).Single(record => OrderOf(record) == "PRIMARY");
        var secondary = Named(name).Single(record => OrderOf(record) == "SECONDARY");
        return Targets(!IsHealthy(primary, isGood) && IsHealthy(secondary, isGood) ? secondary : primary).Single();
    }

    /// <summary>What a record asks before it is answered.</summary>
    public DeclaredResource? CheckOf(DeclaredResource record) =>
        record.Inputs["healthCheckId"] is null ? null : Source(record, "aws:route53/healthCheck:HealthCheck");

    public static string? OrderOf(DeclaredResource record) => record.Inputs["failoverRoutingPolicies"]?.Items()[0]["type"]!.GetValue<string>();

    /// <summary>Route 53 API, HealthCheckConfig: a disabled check is always good, and an inverted one says the opposite.</summary>
    private bool IsHealthy(DeclaredResource record, Func<DeclaredResource, bool> isGood) =>
        CheckOf(record) is not { } check || (IsOn(check, "disabled") || isGood(check)) != IsOn(check, "invertHealthcheck");

    private static bool IsOn(DeclaredResource check, string input) => check.Inputs[input]?.GetValue<bool>() ?? false;

    private static IEnumerable<string> Targets(DeclaredResource record) =>
    [
        .. record.Inputs["records"]?.AsArray().Select(value => value!.GetValue<string>()) ?? [],
        .. record.Inputs["aliases"]?.Items().Select(alias => alias["name"]!.GetValue<string>()) ?? [],
    ];

    private DeclaredResource? Source(DeclaredResource resource, string type) =>
        resource.DataDependsOn.Select(_resources.GetValueOrDefault).SingleOrDefault(source => source?.Type == type);

    private IReadOnlyList<DeclaredResource> Of(string type) => [.. _resources.Values.Where(resource => resource.Type == type)];
}
