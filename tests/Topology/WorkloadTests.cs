using MlTa.Components.Workloads;
using MlTa.Offline;
using MlTa.Settings;
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
        foreach (var graph in await ServingAsync())
        {
            var deployment = graph.Get(Deployment, name);

            Assert.Equal("ml-ta", deployment.Namespace());
            Assert.Equal($$"""{"app":"{{name}}"}""", deployment.Inputs["metadata"]!["labels"].Json());
            Assert.Equal($$$"""{"matchLabels":{"app":"{{{name}}}"}}""", deployment.Inputs["spec"]!["selector"].Json());
            Assert.Equal($$"""{"app":"{{name}}"}""", deployment.Inputs["spec"]!["template"]!["metadata"]!["labels"].Json());
        }
    }

    [Fact]
    public async Task The_secret_has_the_name_and_the_key_of_the_plan_and_shows_nothing()
    {
        var graph = await OfflineRun.EvaluateAsync(CommittedStacks.Primary with
        {
            DatabasePassword = SecretText.Of("hunter2"),
            CacheToken = SecretText.Of("hunter2hunter2hunter2"),
        });
        var secret = graph.Get("kubernetes:core/v1:Secret", "ml-ta-secrets");

        Assert.Equal("""{"database-url":"[secret]","redis-url":"[secret]"}""", secret.Inputs["stringData"].Json());
        Assert.DoesNotContain(graph.Resources, resource => resource.Inputs.ToJsonString().Contains("hunter2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_secret_is_of_the_regions_own_stores()
    {
        foreach (var graph in await ServingAsync())
        {
            var sources = graph.Get("kubernetes:core/v1:Secret", "ml-ta-secrets").DataDependsOn;

            Assert.Contains(sources, source => source.Contains("aws:rds/instance:Instance", StringComparison.Ordinal));
            Assert.Contains(sources, source => source.Contains("aws:elasticache/replicationGroup:ReplicationGroup", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Containers_read_the_keys_of_the_secret()
    {
        foreach (var graph in await ServingAsync())
        {
            foreach (var deployment in (string[])["ml-ta-api", "ml-ta-worker"])
            {
                var read = graph.Container(deployment)["env"].Items().Where(variable => variable["valueFrom"] is not null);

                Assert.Equal(
                    ["""{"secretKeyRef":{"key":"database-url","name":"ml-ta-secrets"}}""", """{"secretKeyRef":{"key":"redis-url","name":"ml-ta-secrets"}}"""],
                    read.Select(variable => variable["valueFrom"].Json()));
            }
        }
    }

    [Fact]
    public async Task Containers_are_told_their_stores_buckets_region_and_port()
    {
        foreach (var graph in await ServingAsync())
        {
            string[] both =
            [
                "DATABASE_URL database-url", "REDIS_URL redis-url",
                $"MODELS_BUCKET ml-ta-models-{graph.Stack}", $"AWS_REGION {graph.Region}", "PORT 8080",
            ];

            Assert.Equal(both, Variables(graph, "ml-ta-api"));
            Assert.Equal([.. both, $"DATA_BUCKET ml-ta-data-{graph.Stack}"], Variables(graph, "ml-ta-worker"));
        }
    }

    [Fact]
    public void Passwords_are_encoded_in_addresses() => Assert.Equal(
        [
            "postgresql://mlta:p%40ss%2F%3A%23%25@db.example:5432/mlta?sslmode=require",
            "rediss://:t%26o%23k%5Een@cache.example:6379/0",
        ],
        [ConnectionUrls.Database("p@ss/:#%", "db.example"), ConnectionUrls.Cache("t&o#k^en", "cache.example")]);

    [Fact]
    public async Task Images_come_from_the_registry_of_the_stack()
    {
        foreach (var graph in await ServingAsync())
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
        foreach (var graph in await ServingAsync())
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
        foreach (var graph in await ServingAsync())
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
        foreach (var graph in await ServingAsync())
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
        foreach (var autoscaler in (await ServingAsync()).SelectMany(graph => graph.Of(Autoscaler)))
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
        foreach (var graph in await ServingAsync())
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
        foreach (var deployment in (await ServingAsync()).SelectMany(graph => graph.Of(Deployment)))
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
        foreach (var deployment in (await ServingAsync()).SelectMany(graph => graph.Of(Deployment)))
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

    [Fact]
    public async Task Charts_are_pinned_and_come_from_their_repository()
    {
        var settings = CommittedStacks.Primary;
        var fromRegistry = await DeclaredStacks.OfAsync(settings);
        var fromFolder = await OfflineRun.EvaluateAsync(settings.WithWorkloads(workloads => workloads with { ChartRepository = "./charts" }));

        Assert.Equal(
            [
                "oci://111122223333.dkr.ecr.us-west-2.amazonaws.com/charts/cluster-autoscaler 9.59.0",
                "oci://111122223333.dkr.ecr.us-west-2.amazonaws.com/charts/velero 12.1.0",
            ],
            fromRegistry.Of(Release).Select(release => $"{release.Text("chart")} {release.Text("version")}"));
        Assert.Equal(
            ["./charts/cluster-autoscaler-9.59.0.tgz", "./charts/velero-12.1.0.tgz"],
            fromFolder.Of(Release).Select(release => release.Text("chart")));
    }

    /// <summary>A tag that slips from one to another is not in the registry.</summary>
    [Fact]
    public async Task Tools_are_of_their_own_versions()
    {
        foreach (var graph in await ServingAsync())
        {
            var velero = graph.Values("velero");

            Assert.Equal("v1.18.1", velero["image"]!["tag"]!.GetValue<string>());
            Assert.EndsWith("/velero-plugin-for-aws:v1.13.1", Assert.Single(velero["initContainers"].Items())["image"]!.GetValue<string>(), StringComparison.Ordinal);
            Assert.EndsWith("/aws-cli:2.36.15", graph.Containers().Single(container => container["name"]!.GetValue<string>() == "ml-ta-heartbeat")["image"]!.GetValue<string>(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_cluster_autoscaler_is_of_its_clusters_minor_version()
    {
        foreach (var graph in await ServingAsync())
        {
            var values = graph.Values("cluster-autoscaler");

            Assert.StartsWith($"v{CommittedStacks.Primary.Cluster.Version}.", values["image"]!["tag"]!.GetValue<string>(), StringComparison.Ordinal);
            Assert.Equal($"ml-ta-{graph.Stack}", values["autoDiscovery"]!["clusterName"]!.GetValue<string>());
            Assert.Equal(graph.Region, values["awsRegion"]!.GetValue<string>());
        }
    }

    /// <summary>A group has one zone: without balance, pods that are too many for the nodes could all bring up nodes in the same.</summary>
    [Fact]
    public async Task The_cluster_autoscaler_outlives_its_node_and_favours_no_zone()
    {
        foreach (var graph in await ServingAsync())
        {
            var values = graph.Values("cluster-autoscaler");
            var release = graph.Of(Release).Single(release => release.Text("name") == "cluster-autoscaler");

            Assert.Equal(2, values["replicaCount"]!.GetValue<long>());
            Assert.True(values["extraArgs"]!["balance-similar-node-groups"]!.GetValue<bool>());
            Assert.EndsWith("ml-ta:index:PodIdentity::cluster-autoscaler", Assert.Single(release.DependsOn), StringComparison.Ordinal);
        }
    }

    internal static async Task<IReadOnlyList<StackGraph>> ServingAsync() =>
        [await DeclaredStacks.OfAsync(CommittedStacks.Primary), await DeclaredStacks.OfAsync(CommittedStacks.Secondary)];

    /// <summary>Of each variable its name, and its value or the key of the secret that has it.</summary>
    private static IEnumerable<string> Variables(StackGraph graph, string deployment) => graph.Container(deployment)["env"].Items()
        .Select(variable => $"{variable["name"]} {variable["value"] ?? variable["valueFrom"]!["secretKeyRef"]!["key"]}");
}
