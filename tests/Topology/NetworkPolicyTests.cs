using System.Text.Json.Nodes;
using MlTa.Naming;
using MlTa.Offline;
using MlTa.Tests.Support;
using Xunit;
using static MlTa.Tests.Support.KubernetesObjects;

namespace MlTa.Tests.Topology;

public sealed class NetworkPolicyTests
{
    private const string Inside = """["10.0.0.0/8","172.16.0.0/12","192.168.0.0/16","100.64.0.0/10","169.254.0.0/16"]""";

    [Fact]
    public async Task Every_pod_is_in_a_namespace_that_denies_what_is_not_allowed()
    {
        foreach (var graph in await DeclaredStacks.ServingAsync())
        {
            var denied = graph.Of(NetworkPolicy)
                .Where(policy => policy.Inputs["spec"].Json() == """{"podSelector":{},"policyTypes":["Ingress","Egress"]}""")
                .Select(policy => policy.Namespace())
                .ToList();

            Assert.Equal(["ml-ta", "velero"], denied);
            Assert.All(graph.PodTemplates(), pod => Assert.Contains(pod.Namespace, denied));
            Assert.Contains(graph.Of(Release).Single(release => release.Text("name") == "velero").Text("namespace"), denied);
        }
    }

    [Fact]
    public async Task Only_the_api_is_spoken_to_and_only_from_the_private_subnets()
    {
        foreach (var graph in await DeclaredStacks.ServingAsync())
        {
            var policy = Assert.Single(graph.Of(NetworkPolicy), policy => policy.Inputs["spec"]!["ingress"] is not null);
            var rule = Assert.Single(policy.Inputs["spec"]!["ingress"].Items());

            Assert.Equal("""{"matchLabels":{"app":"ml-ta-api"}}""", policy.Inputs["spec"]!["podSelector"].Json());
            Assert.Equal("""[{"port":8080,"protocol":"TCP"}]""", rule["ports"].Json());
            Assert.Equal(PrivateSubnets(graph), Ranges(rule["from"]));
        }
    }

    [Theory]
    [InlineData("ml-ta-api")]
    [InlineData("ml-ta-worker")]
    public async Task The_application_reaches_the_stores_of_its_region(string app)
    {
        foreach (var graph in await DeclaredStacks.ServingAsync())
        {
            var rule = Egress(graph, $"{app}-stores", $$$"""{"matchLabels":{"app":"{{{app}}}"}}""");

            Assert.Equal("""[{"port":5432,"protocol":"TCP"},{"port":6379,"protocol":"TCP"}]""", rule["ports"].Json());
            Assert.Equal(PrivateSubnets(graph), Ranges(rule["to"]));
        }
    }

    [Fact]
    public async Task The_heartbeat_reaches_the_api_and_no_store()
    {
        foreach (var graph in await DeclaredStacks.ServingAsync())
        {
            var rule = Egress(graph, "ml-ta-heartbeat-api", """{"matchLabels":{"app":"ml-ta-heartbeat"}}""");

            Assert.Equal("""[{"podSelector":{"matchLabels":{"app":"ml-ta-api"}}}]""", rule["to"].Json());
            Assert.Equal("""[{"port":8080,"protocol":"TCP"}]""", rule["ports"].Json());
        }
    }

    [Theory]
    [InlineData("ml-ta")]
    [InlineData("velero")]
    public async Task All_pods_reach_dns_and_the_agent_that_gives_them_credentials(string space)
    {
        foreach (var graph in await DeclaredStacks.ServingAsync())
        {
            Assert.Equal(
                """{"ports":[{"port":53,"protocol":"UDP"},{"port":53,"protocol":"TCP"}],"to":[{"namespaceSelector":{"matchLabels":{"kubernetes.io/metadata.name":"kube-system"}},"podSelector":{"matchLabels":{"k8s-app":"kube-dns"}}}]}""",
                Egress(graph, "dns", "{}", space).Json());
            Assert.Equal(
                """{"ports":[{"port":80,"protocol":"TCP"}],"to":[{"ipBlock":{"cidr":"169.254.170.23/32"}}]}""",
                Egress(graph, "pod-identity", "{}", space).Json());
        }
    }

    /// <summary>Not to neighbours in the VPC, and not to the metadata of the node, whose role is the node's.</summary>
    [Theory]
    [InlineData("ml-ta", $$"""{"cidr":"0.0.0.0/0","except":{{Inside}}}""")]
    [InlineData("velero", """{"cidr":"0.0.0.0/0"}""")] // the API server is inside
    public async Task The_application_reaches_https_outside_and_velero_everywhere(string space, string block)
    {
        foreach (var graph in await DeclaredStacks.ServingAsync())
        {
            Assert.Equal($$"""{"ports":[{"port":443,"protocol":"TCP"}],"to":[{"ipBlock":{{block}}}]}""", Egress(graph, "https", "{}", space).Json());
        }
    }

    [Fact]
    public async Task Nothing_else_is_allowed()
    {
        foreach (var graph in await DeclaredStacks.ServingAsync())
        {
            Assert.Equal(
                [
                    "ml-ta/default-deny", "ml-ta/dns", "ml-ta/https", "ml-ta/ml-ta-api-ingress", "ml-ta/ml-ta-api-stores", "ml-ta/ml-ta-heartbeat-api",
                    "ml-ta/ml-ta-worker-stores", "ml-ta/pod-identity", "velero/default-deny", "velero/dns", "velero/https", "velero/pod-identity",
                ],
                graph.Of(NetworkPolicy).Select(policy => $"{policy.Namespace()}/{policy.PhysicalName()}").Order(StringComparer.Ordinal));
        }
    }

    private static JsonObject Egress(StackGraph graph, string name, string selector, string space = "ml-ta")
    {
        var spec = Assert.Single(graph.Of(NetworkPolicy), policy => policy.PhysicalName() == name && policy.Namespace() == space).Inputs["spec"]!;
        Assert.Equal(selector, spec["podSelector"].Json());
        Assert.Equal("""["Egress"]""", spec["policyTypes"].Json());
        return Assert.Single(spec["egress"].Items());
    }

    private static IEnumerable<string> Ranges(JsonNode? peers) => peers.Items().Select(peer => peer["ipBlock"]!["cidr"]!.GetValue<string>());

    private static IEnumerable<string> PrivateSubnets(StackGraph graph)
    {
        var network = CommittedStacks.All.Single(settings => settings.Stack == graph.Stack).Network;
        return AddressPlan.For(AddressRange.Parse(network.CidrBlock), network.Zones).Select(zone => zone.Private.ToString());
    }
}
