using MlTa.Offline;
using MlTa.Settings;
using MlTa.Tests.Support;
using Xunit;
using static MlTa.Tests.Support.KubernetesObjects;

namespace MlTa.Tests.Topology;

/// <summary>What a role changes of what runs, and what it must not.</summary>
public sealed class WorkloadRoleTests
{
    private static readonly StackSettings s_secondary = CommittedStacks.Secondary;

    [Theory]
    [InlineData(Role.Active, "ml-ta-api", null, "3 to 12")]
    [InlineData(Role.Active, "ml-ta-worker", null, "2 to 8")]
    [InlineData(Role.Standby, "ml-ta-api", null, "2 to 12")]
    [InlineData(Role.Standby, "ml-ta-worker", 0L, null)]
    [InlineData(Role.Fenced, "ml-ta-api", 0L, null)]
    [InlineData(Role.Fenced, "ml-ta-worker", 0L, null)]
    public async Task A_number_of_replicas_is_fixed_or_left_to_the_autoscaler(Role role, string name, long? replicas, string? limits)
    {
        var graph = await OfflineRun.EvaluateAsync(s_secondary with { Role = role });
        var autoscaler = graph.Find(Autoscaler, name)?.Inputs["spec"]!;

        Assert.Equal(replicas, graph.Get(Deployment, name).Inputs["spec"]!["replicas"]?.GetValue<long>());
        Assert.Equal(limits, autoscaler is null ? null : $"{autoscaler["minReplicas"]} to {autoscaler["maxReplicas"]}");
        Assert.Equal(
            limits is null ? null : $$"""{"apiVersion":"apps/v1","kind":"Deployment","name":"{{name}}"}""",
            autoscaler?["scaleTargetRef"].Json());
    }

    /// <summary>The server keeps the autoscaler's number from being changed by anybody else, so a fixed one needs force.</summary>
    [Fact]
    public async Task Every_deployment_can_take_its_number_back_from_the_autoscaler()
    {
        var fenced = await OfflineRun.EvaluateAsync(s_secondary with { Role = Role.Fenced });

        Assert.All(fenced.Of(Deployment), deployment => Assert.Equal(
            "true", deployment.Inputs["metadata"]!["annotations"]!["pulumi.com/patchForce"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_failover_raises_the_api_and_starts_workers_and_changes_nothing_else_in_the_cluster()
    {
        var standby = await DeclaredStacks.OfAsync(s_secondary);
        var active = await OfflineRun.EvaluateAsync(s_secondary with { Role = Role.Active });

        Assert.Equal(
            ["+ HorizontalPodAutoscaler worker", "~ Deployment worker", "~ HorizontalPodAutoscaler api"],
            Differences(standby, active));
        Assert.Equal(
            standby.Get(Deployment, "ml-ta-worker").Inputs["spec"]!["template"].Json(),
            active.Get(Deployment, "ml-ta-worker").Inputs["spec"]!["template"].Json());
    }

    [Fact]
    public async Task Fencing_stops_pods_and_the_heartbeat_and_keeps_the_rest()
    {
        var active = await OfflineRun.EvaluateAsync(s_secondary with { Role = Role.Active });
        var fenced = await OfflineRun.EvaluateAsync(s_secondary with { Role = Role.Fenced });

        Assert.Equal(
            [
                "- ConfigMap heartbeat", "- CronJob heartbeat", "- HorizontalPodAutoscaler api", "- HorizontalPodAutoscaler worker", "- NetworkPolicy heartbeat-api",
                "~ Deployment api", "~ Deployment worker",
            ],
            Differences(active, fenced));
    }

    /// <summary>Kubernetes objects, and what gives their pods rights.</summary>
    private static IEnumerable<string> Differences(StackGraph before, StackGraph after)
    {
        var (old, current) = (InCluster(before), InCluster(after));
        Assert.NotEmpty(old);
        return
        [
            .. old.Keys.Union(current.Keys)
                .Select(name => (name, was: old.GetValueOrDefault(name), now: current.GetValueOrDefault(name)))
                .Where(entry => entry.was != entry.now)
                .Select(entry => $"{(entry.was is null ? '+' : entry.now is null ? '-' : '~')} {entry.name}")
                .Order(StringComparer.Ordinal),
        ];
    }

    private static Dictionary<string, string> InCluster(StackGraph graph) => graph.Resources
        .Where(resource => resource.Type.StartsWith("kubernetes:", StringComparison.Ordinal) || resource.Type.StartsWith("aws:eks/", StringComparison.Ordinal))
        .ToDictionary(resource => $"{resource.Type.Split(':')[^1]} {resource.Name}", resource => resource.Inputs.ToJsonString());
}
