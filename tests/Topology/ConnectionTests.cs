using MlTa.Components.Workloads;
using MlTa.Offline;
using MlTa.Settings;
using MlTa.Tests.Support;
using Xunit;
using static MlTa.Tests.Support.KubernetesObjects;

namespace MlTa.Tests.Topology;

/// <summary>How the application finds its stores, and what else it is told.</summary>
public sealed class ConnectionTests
{
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
        foreach (var graph in await DeclaredStacks.ServingAsync())
        {
            var sources = graph.Get("kubernetes:core/v1:Secret", "ml-ta-secrets").DataDependsOn;

            Assert.Contains(sources, source => source.Contains("aws:rds/instance:Instance", StringComparison.Ordinal));
            Assert.Contains(sources, source => source.Contains("aws:elasticache/replicationGroup:ReplicationGroup", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Containers_read_the_keys_of_the_secret()
    {
        foreach (var graph in await DeclaredStacks.ServingAsync())
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
        foreach (var graph in await DeclaredStacks.ServingAsync())
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


    /// <summary>Of each variable its name, and its value or the key of the secret that has it.</summary>
    private static IEnumerable<string> Variables(StackGraph graph, string deployment) => graph.Container(deployment)["env"].Items()
        .Select(variable => $"{variable["name"]} {variable["value"] ?? variable["valueFrom"]!["secretKeyRef"]!["key"]}");
}
