using System.Text.Json.Nodes;
using MlTa.Naming;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Topology;

public sealed class ProbeTests
{
    /// <summary>Must let a container load its models, and must end before Pulumi gives up waiting for the deployment.</summary>
    private const long PulumiWaitsSeconds = 600;

    /// <summary>A standby would never become ready, and the promotion would restart it.</summary>
    [Fact]
    public async Task No_probe_asks_whether_the_database_is_writable()
    {
        foreach (var graph in await DeclaredStacks.ServingAsync())
        {
            var probes = graph.Containers().SelectMany(Probes).ToList();

            Assert.Equal(5, probes.Count);
            Assert.All(probes, probe => Assert.NotEqual(HealthPaths.Active, Path(probe.Value)));
        }
    }

    [Fact]
    public async Task The_api_is_ready_when_it_can_answer_and_restarted_only_for_itself()
    {
        foreach (var graph in await DeclaredStacks.ServingAsync())
        {
            var api = graph.Container("ml-ta-api");

            Assert.Equal("/health", Path(api["readinessProbe"]!));
            Assert.Equal("/health/live", Path(api["livenessProbe"]!));
            Assert.Equal("/health/live", Path(api["startupProbe"]!));
        }
    }

    [Fact]
    public async Task Workers_are_ready_once_they_have_started()
    {
        foreach (var graph in await DeclaredStacks.ServingAsync())
        {
            var worker = graph.Container("ml-ta-worker");

            Assert.Equal(["livenessProbe", "startupProbe"], Probes(worker).Select(probe => probe.Key).Order(StringComparer.Ordinal));
            Assert.All(Probes(worker), probe => Assert.Equal("/health/live", Path(probe.Value)));
        }
    }

    [Fact]
    public async Task A_start_may_take_minutes_but_not_longer_than_pulumi_waits()
    {
        foreach (var graph in await DeclaredStacks.ServingAsync())
        {
            foreach (var name in (string[])["ml-ta-api", "ml-ta-worker"])
            {
                var probe = graph.Container(name)["startupProbe"]!;
                var seconds = probe["periodSeconds"]!.GetValue<long>() * probe["failureThreshold"]!.GetValue<long>();

                Assert.InRange(seconds, 120, PulumiWaitsSeconds - 60);
            }
        }
    }

    [Fact]
    public async Task A_pod_goes_on_answering_until_nobody_sends_requests_to_it()
    {
        foreach (var graph in await DeclaredStacks.ServingAsync())
        {
            var pod = graph.Get(KubernetesObjects.Deployment, "ml-ta-api").Inputs["spec"]!["template"]!["spec"]!;
            var delay = graph.Container("ml-ta-api")["lifecycle"]!["preStop"]!["sleep"]!["seconds"]!.GetValue<long>();

            Assert.InRange(delay, 1, pod["terminationGracePeriodSeconds"]!.GetValue<long>() / 2);
        }
    }

    private static string Path(JsonNode probe) => probe["httpGet"]!["path"]!.GetValue<string>();

    private static IEnumerable<(string Key, JsonNode Value)> Probes(JsonObject container) => container
        .Where(field => field.Key.EndsWith("Probe", StringComparison.Ordinal))
        .Select(field => (field.Key, field.Value!));
}
