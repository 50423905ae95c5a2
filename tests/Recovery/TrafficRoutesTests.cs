using System.Text.Json.Nodes;
using MlTa.Offline;
using MlTa.Recovery;
using MlTa.Settings;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Recovery;

/// <summary>Where names lead, read from graphs.</summary>
public sealed class TrafficRoutesTests
{
    private const string Record = "aws:route53/record:Record";
    private const string Check = "aws:route53/healthCheck:HealthCheck";
    private const string Balancer = "aws:lb/loadBalancer:LoadBalancer";
    private const string Certificate = "aws:acm/certificate:Certificate";

    [Fact]
    public async Task The_committed_stacks_lead_users_to_a_region_by_what_it_can_write()
    {
        var routes = TrafficRoutes.Of(await DeclaredStacks.AllAsync());

        Assert.Equal(
            [
                ("api.ml-ta.com", "PRIMARY", "api.us-west-2.ml-ta.com", "/health/active"),
                ("api.ml-ta.com", "SECONDARY", "api.us-east-1.ml-ta.com", "/health/active"),
                ("api.us-east-1.ml-ta.com", null, "ALB in us-east-1", "/health /health/active /health/database /health/models /health/redis"),
                ("api.us-west-2.ml-ta.com", null, "ALB in us-west-2", "/health /health/active /health/database /health/models /health/redis"),
                ("status.ml-ta.com", null, "ml-ta.statuspage.example", ""),
            ],
            routes.Select(route => (route.Name, route.Order, route.LeadsTo, string.Join(' ', route.Checks.Select(check => check.Path)))));
    }

    [Fact]
    public void No_graph_has_no_names() => Assert.Empty(TrafficRoutes.Of([]));

    [Fact]
    public void A_record_leads_to_its_values() => Assert.Equal(
        ("a.example", null, "b.example, c.example"),
        Text(Only(Resource(Record, "a", """{ "name": "a.example", "records": ["b.example", "c.example"] }"""))));

    [Fact]
    public void An_alias_leads_to_the_load_balancer_that_it_names() => Assert.Equal(
        ("a.example", null, "ALB in us-east-1"),
        Text(Only(Resource(Record, "a", """{ "name": "a.example", "aliases": [{ "name": "any" }] }""", Resource(Balancer, "one", "{}")), Resource(Balancer, "one", "{}"))));

    [Fact]
    public void What_proves_a_name_leads_nowhere() => Assert.Empty(TrafficRoutes.Of([Graph(
        Resource(Record, "proof", """{ "name": "_x.example", "records": ["_y.example"] }""", Resource(Certificate, "one", "{}")), Resource(Certificate, "one", "{}"))]));

    [Theory]
    [InlineData("true", "true", true)]
    [InlineData("true", "false", false)]
    [InlineData("false", "true", false)]
    [InlineData("false", "false", false)]
    public void A_check_is_pinned_that_is_off_and_inverted(string disabled, string inverted, bool isPinned)
    {
        var check = Resource(Check, "gate", $$"""{ "fqdn": "b.example", "resourcePath": "/ok", "requestInterval": 10, "disabled": {{disabled}}, "invertHealthcheck": {{inverted}} }""");

        Assert.Equal(new TrafficCheck("/ok", 10, isPinned), Assert.Single(Only(Gated(check), check).Checks));
    }

    [Fact]
    public void A_check_asks_every_30_seconds_if_it_does_not_say()
    {
        var check = Resource(Check, "gate", """{ "fqdn": "b.example", "resourcePath": "/ok" }""");

        Assert.Equal(new TrafficCheck("/ok", 30, IsPinned: false), Assert.Single(Only(Gated(check), check).Checks));
    }

    [Fact]
    public void A_record_is_not_checked_by_what_watches_the_same_name_if_another_answer_is_possible()
    {
        var check = Resource(Check, "other", """{ "fqdn": "a.example", "resourcePath": "/ok" }""");

        Assert.Empty(Only(Resource(Record, "a", """{ "name": "a.example", "records": ["b.example"], "failoverRoutingPolicies": [{ "type": "SECONDARY" }] }"""), check).Checks);
    }

    [Fact]
    public void A_name_is_checked_from_another_stack()
    {
        var name = Resource(Record, "a", """{ "name": "a.example", "records": ["b.example"] }""");
        var check = Resource(Check, "one", """{ "fqdn": "a.example", "resourcePath": "/ok" }""");

        Assert.Equal(["/ok"], Assert.Single(TrafficRoutes.Of([Graph(name), Graph(check)])).Checks.Select(found => found.Path));
    }

    private static DeclaredResource Gated(DeclaredResource check) =>
        Resource(Record, "a", """{ "name": "a.example", "records": ["b.example"], "healthCheckId": "id", "failoverRoutingPolicies": [{ "type": "PRIMARY" }] }""", check);

    private static (string, string?, string) Text(TrafficRoute route) => (route.Name, route.Order, route.LeadsTo);

    private static TrafficRoute Only(params DeclaredResource[] resources) => Assert.Single(TrafficRoutes.Of([Graph(resources)]));

    private static StackGraph Graph(params DeclaredResource[] resources) => new("secondary", "us-east-1", Role.Standby, resources);

    private static DeclaredResource Resource(string type, string name, string inputs, params DeclaredResource[] sources) => new()
    {
        Urn = $"urn:pulumi:secondary::ml-ta::{type}::{name}",
        Type = type,
        Name = name,
        Region = "us-east-1",
        Parent = null,
        Protect = false,
        DependsOn = [],
        DataDependsOn = [.. sources.Select(source => source.Urn)],
        Inputs = JsonNode.Parse(inputs)!.AsObject(),
        IsComponent = false,
        RetainOnDelete = false,
        DeleteBeforeReplace = false,
        IgnoreChanges = [],
    };
}
