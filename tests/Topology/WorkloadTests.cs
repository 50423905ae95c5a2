using MlTa.Offline;
using MlTa.Tests.Support;
using Xunit;
using static MlTa.Tests.Support.KubernetesObjects;

namespace MlTa.Tests.Topology;

/// <summary>What the recovery plan's kubectl commands find.</summary>
public sealed class WorkloadTests
{
    [Theory]
    [InlineData("ml-ta-api")]
    [InlineData("ml-ta-worker")]
    public async Task Deployments_have_the_names_and_labels_of_the_plan(string name)
    {
        foreach (var graph in await DeclaredStacks.ServingAsync())
        {
            var deployment = graph.Get(Deployment, name);

            Assert.Equal("ml-ta", deployment.Namespace());
            Assert.Equal($$"""{"app":"{{name}}"}""", deployment.Inputs["metadata"]!["labels"].Json());
            Assert.Equal($$$"""{"matchLabels":{"app":"{{{name}}}"}}""", deployment.Inputs["spec"]!["selector"].Json());
            Assert.Equal($$"""{"app":"{{name}}"}""", deployment.Inputs["spec"]!["template"]!["metadata"]!["labels"].Json());
        }
    }

    [Fact]
    public async Task Images_come_from_the_registry_of_the_stack()
    {
        foreach (var graph in await DeclaredStacks.ServingAsync())
        {
            var registry = $"111122223333.dkr.ecr.{graph.Region}.amazonaws.com/";
            string[] images =
            [
                .. graph.Containers().Select(container => container["image"]!.GetValue<string>()),
                .. graph.Of(Release).SelectMany(InputTexts.Texts)
                    .Where(input => input.Path.EndsWith(".repository", StringComparison.Ordinal) || input.Path.EndsWith(".image", StringComparison.Ordinal))
                    .Select(input => input.Text),
            ];

            // Two applications and the heartbeat; Velero with its plugin, and the autoscaler.
            Assert.Equal(6, images.Length);
            Assert.All(images, image => Assert.StartsWith(registry, image, StringComparison.Ordinal));
            Assert.Equal([$"{registry}ml-ta-api:1.0.0", $"{registry}ml-ta-worker:1.0.0"], images.Where(image => image.Contains("ml-ta-", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task Workers_wait_for_the_promotion_and_the_api_does_not()
    {
        var graph = await DeclaredStacks.OfAsync(CommittedStacks.Secondary);

        Assert.Contains("urn:pulumi:secondary::ml-ta::ml-ta:index:Database::database", graph.Get(Deployment, "ml-ta-worker").DependsOn);
        Assert.DoesNotContain("urn:pulumi:secondary::ml-ta::ml-ta:index:Database::database", graph.Get(Deployment, "ml-ta-api").DependsOn);
        Assert.All(graph.Of(Autoscaler), autoscaler => Assert.Empty(autoscaler.DependsOn));
    }

    [Fact]
    public async Task Pods_start_after_their_secret_and_their_role()
    {
        foreach (var graph in await DeclaredStacks.ServingAsync())
        {
            foreach (var (deployment, identity) in ((string, string)[])[("ml-ta-api", "api"), ("ml-ta-worker", "worker")])
            {
                var before = graph.Get(Deployment, deployment).DependsOn;

                Assert.Contains(before, urn => urn.EndsWith("ml-ta:index:ConnectionSecret::connections", StringComparison.Ordinal));
                Assert.Contains(before, urn => urn.EndsWith($"ml-ta:index:PodIdentity::{identity}", StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public async Task The_load_balancer_finds_the_api_on_every_node()
    {
        foreach (var graph in await DeclaredStacks.ServingAsync())
        {
            var spec = graph.Get("kubernetes:core/v1:Service", "ml-ta-api").Inputs["spec"]!;

            Assert.Equal("""[{"name":"http","nodePort":30080,"port":8080,"targetPort":8080}]""", spec["ports"].Json());
            Assert.Equal("""{"app":"ml-ta-api"}""", spec["selector"].Json());
            Assert.Equal(("NodePort", "Cluster"), (spec["type"]!.GetValue<string>(), spec["externalTrafficPolicy"]!.GetValue<string>()));
        }
    }

    [Fact]
    public async Task A_container_listens_and_is_asked_where_requests_are_sent()
    {
        foreach (var graph in await DeclaredStacks.ServingAsync())
        {
            var probes = graph.Containers().SelectMany(container => container.Where(field => field.Key.EndsWith("Probe", StringComparison.Ordinal))).ToList();

            Assert.Equal("""[{"containerPort":8080,"name":"http"}]""", graph.Container("ml-ta-api")["ports"].Json());
            Assert.NotEmpty(probes);
            Assert.All(probes, probe => Assert.Equal(8080, probe.Value!["httpGet"]!["port"]!.GetValue<long>()));
        }
    }

    /// <summary>A part of what a pod requests: without a request the autoscaler could not tell, and would do nothing.</summary>
    [Fact]
    public async Task There_are_more_pods_when_the_processor_is_busy()
    {
        foreach (var autoscaler in (await DeclaredStacks.ServingAsync()).SelectMany(graph => graph.Of(Autoscaler)))
        {
            var metric = Assert.Single(autoscaler.Inputs["spec"]!["metrics"].Items());

            Assert.Equal(("Resource", "cpu"), (metric["type"]!.GetValue<string>(), metric["resource"]!["name"]!.GetValue<string>()));
            Assert.Equal("Utilization", metric["resource"]!["target"]!["type"]!.GetValue<string>());
            Assert.InRange(metric["resource"]!["target"]!["averageUtilization"]!.GetValue<long>(), 1, 99);
        }
    }

    [Fact]
    public async Task A_node_can_always_be_emptied_one_pod_at_a_time()
    {
        foreach (var graph in await DeclaredStacks.ServingAsync())
        {
            var budgets = graph.Of("kubernetes:policy/v1:PodDisruptionBudget");

            Assert.Equal(["ml-ta-api", "ml-ta-worker"], budgets.Select(budget => budget.PhysicalName()));
            Assert.All(budgets, budget => Assert.Equal(
                $$$"""{"maxUnavailable":1,"selector":{"matchLabels":{"app":"{{{budget.PhysicalName()}}}"}},"unhealthyPodEvictionPolicy":"AlwaysAllow"}""",
                budget.Inputs["spec"].Json()));
        }
    }

    [Fact]
    public async Task Pods_spread_over_zones_and_nodes_and_run_all_the_same_without_them()
    {
        foreach (var deployment in (await DeclaredStacks.ServingAsync()).SelectMany(graph => graph.Of(Deployment)))
        {
            var rules = deployment.Inputs["spec"]!["template"]!["spec"]!["topologySpreadConstraints"].Items();

            Assert.Equal(["topology.kubernetes.io/zone", "kubernetes.io/hostname"], rules.Select(rule => rule["topologyKey"]!.GetValue<string>()));
            Assert.All(rules, rule => Assert.Equal((1, "ScheduleAnyway"), (rule["maxSkew"]!.GetValue<long>(), rule["whenUnsatisfiable"]!.GetValue<string>())));
            Assert.All(rules, rule => Assert.Equal(deployment.Inputs["spec"]!["selector"].Json(), rule["labelSelector"].Json()));
        }
    }

    [Fact]
    public async Task A_rollout_takes_no_pod_away_before_its_successor_is_ready()
    {
        foreach (var deployment in (await DeclaredStacks.ServingAsync()).SelectMany(graph => graph.Of(Deployment)))
        {
            Assert.Equal("""{"rollingUpdate":{"maxSurge":1,"maxUnavailable":0},"type":"RollingUpdate"}""", deployment.Inputs["spec"]!["strategy"].Json());
        }
    }

    [Fact]
    public async Task Before_the_writer_exists_there_is_no_application_to_fail()
    {
        var early = await OfflineRun.EvaluateAsync(CommittedStacks.Secondary with { PeerExists = false });

        Assert.DoesNotContain(early.Resources, resource => resource.Type is Deployment or CronJob or Autoscaler or "kubernetes:core/v1:Secret");
        Assert.Equal(2, early.Of(Release).Count);
    }
}
