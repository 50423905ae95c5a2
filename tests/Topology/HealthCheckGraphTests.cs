using System.Text.Json.Nodes;
using MlTa.Offline;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Topology;

/// <summary>
/// What each health check of all stacks really watches. A check must end in the region that it is for; and it must not come through a
/// name that depends on health: its result would then decide what it finds next.
/// </summary>
public sealed class HealthCheckGraphTests
{
    private const string RecordType = "aws:route53/record:Record";
    private const string CheckType = "aws:route53/healthCheck:HealthCheck";

    [Fact]
    public async Task Every_check_watches_its_own_region_and_nothing_that_depends_on_health()
    {
        var graphs = await DeclaredStacks.AllAsync();

        Assert.Equal(10, new DeclaredDns(graphs).Checks.Count);
        Assert.Empty(Problems(graphs));
    }

    [Fact]
    public async Task A_check_of_the_services_name_would_be_found() => Assert.Equal(
        ["us-west-2-database watches api.ml-ta.com, which depends on health", "us-west-2-database watches api.ml-ta.com, which leads to us-east-1, us-west-2"],
        Problems(await ChangedAsync(CheckType, "check-us-west-2-database", check => check["fqdn"] = "api.ml-ta.com")));

    [Fact]
    public async Task A_check_of_the_other_region_would_be_found() => Assert.Equal(
        ["us-west-2-active watches api.us-east-1.ml-ta.com, which leads to us-east-1"],
        Problems(await ChangedAsync(CheckType, "check-us-west-2-active", check => check["fqdn"] = "api.us-east-1.ml-ta.com")));

    [Fact]
    public async Task A_check_of_a_name_that_nobody_has_would_be_found() => Assert.Equal(
        ["us-east-1-redis watches redis.ml-ta.com, which leads to "],
        Problems(await ChangedAsync(CheckType, "check-us-east-1-redis", check => check["fqdn"] = "redis.ml-ta.com")));

    /// <summary>The region's name as another name for the service: every check of the region would go round in a circle.</summary>
    [Fact]
    public async Task A_regions_name_that_leads_to_the_services_would_be_found()
    {
        var problems = Problems(await ChangedAsync(RecordType, "api", record =>
        {
            record.Remove("aliases");
            record["type"] = "CNAME";
            record["records"] = new JsonArray("api.ml-ta.com");
        }, "primary"));

        Assert.Equal(5, problems.Count(problem => problem.StartsWith("us-west-2-", StringComparison.Ordinal) && problem.EndsWith("api.us-west-2.ml-ta.com, which depends on health", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_regions_name_that_is_answered_only_while_healthy_would_be_found() => Assert.Equal(
        5,
        Problems(await ChangedAsync(RecordType, "api", record => record["healthCheckId"] = "any", "secondary")).Count(problem =>
            problem.EndsWith("api.us-east-1.ml-ta.com, which depends on health", StringComparison.Ordinal)));

    /// <summary>Without a record of its own a region cannot be asked: the check of a stack that has none.</summary>
    [Fact]
    public async Task A_region_without_a_name_would_be_found() => Assert.Equal(
        5,
        Problems([.. (await DeclaredStacks.AllAsync()).Where(graph => graph.Stack != "primary")]).Count(problem =>
            problem.EndsWith("api.us-west-2.ml-ta.com, which leads to ", StringComparison.Ordinal)));

    private static IReadOnlyList<string> Problems(IReadOnlyList<StackGraph> graphs)
    {
        var dns = new DeclaredDns(graphs);
        return
        [
            .. from check in dns.Checks
               let host = check.Text("fqdn")
               let regions = dns.RegionsOf(host)
               let what = $"{check.Inputs["tags"]!["Name"]} watches {host}, which"
               from problem in (string?[])
               [
                   dns.PathFrom(host).Any(record => record.Inputs["healthCheckId"] is not null || DeclaredDns.OrderOf(record) is not null) ? $"{what} depends on health" : null,
                   regions is [var region] && check.Name.StartsWith($"check-{region}-", StringComparison.Ordinal) ? null : $"{what} leads to {string.Join(", ", regions)}",
               ]
               where problem is not null
               select problem,
        ];
    }

    /// <summary>The committed stacks with one resource changed.</summary>
    private static async Task<IReadOnlyList<StackGraph>> ChangedAsync(string type, string name, Action<JsonObject> change, string stack = "secondary") =>
    [
        .. (await DeclaredStacks.AllAsync()).Select(graph => graph.Stack != stack ? graph : graph with
        {
            Resources = [.. graph.Resources.Select(resource => (resource.Type, resource.Name) == (type, name) ? Changed(resource, change) : resource)],
        }),
    ];

    private static DeclaredResource Changed(DeclaredResource resource, Action<JsonObject> change)
    {
        var inputs = resource.Inputs.DeepClone().AsObject();
        change(inputs);
        return resource with { Inputs = inputs };
    }
}
