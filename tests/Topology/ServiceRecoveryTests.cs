using MlTa.Offline;
using MlTa.Settings;
using MlTa.Settings.Reading;
using MlTa.Tests.Support;
using Xunit;
using static MlTa.Tests.Support.KubernetesObjects;

namespace MlTa.Tests.Topology;

/// <summary>What the recovery plan does with <c>kubectl scale</c> and <c>kubectl rollout restart</c>, as configuration.</summary>
public sealed class ServiceRecoveryTests
{
    private const string Time = "2026-11-23T03:10:00Z";

    private static readonly StackSettings s_primary = CommittedStacks.Primary;

    [Fact]
    public async Task Pausing_writes_takes_api_and_workers_away_and_nothing_else() => Assert.Equal(
        [
            "- kubernetes:autoscaling/v2:HorizontalPodAutoscaler api",
            "- kubernetes:autoscaling/v2:HorizontalPodAutoscaler worker",
            "~ kubernetes:apps/v1:Deployment api",
            "~ kubernetes:apps/v1:Deployment worker",
        ],
        Differences.Between(await DeclaredStacks.OfAsync(s_primary), await PausedAsync(s_primary)));

    [Theory]
    [InlineData("ml-ta-api")]
    [InlineData("ml-ta-worker")]
    public async Task Paused_nothing_runs_and_nothing_can_start_it(string name)
    {
        var paused = await PausedAsync(s_primary);

        Assert.Equal(0, paused.Get(Deployment, name).Inputs["spec"]!["replicas"]!.GetValue<long>());
        Assert.Null(paused.Find(Autoscaler, name));
    }

    /// <summary>It was active when writes were paused, and was fenced afterwards.</summary>
    [Fact]
    public async Task A_fenced_stack_is_the_same_paused_or_not() => Assert.Empty(Differences.Between(
        await OfflineRun.EvaluateAsync(s_primary with { Role = Role.Fenced }), await PausedAsync(s_primary with { Role = Role.Fenced })));

    [Fact]
    public async Task A_restart_makes_new_pods_of_api_and_workers_and_changes_nothing_else()
    {
        var before = await DeclaredStacks.OfAsync(s_primary);
        var after = await OfflineRun.EvaluateAsync(s_primary.WithWorkloads(workloads => workloads with { RestartedAt = Time }));

        Assert.Equal(["~ kubernetes:apps/v1:Deployment api", "~ kubernetes:apps/v1:Deployment worker"], Differences.Between(before, after));
        Assert.All(after.Of(Deployment), deployment =>
        {
            var annotations = deployment.Inputs["spec"]!["template"]!["metadata"]!["annotations"];
            Assert.Equal(Time, annotations!["kubectl.kubernetes.io/restartedAt"]!.GetValue<string>());
            annotations!.AsObject().Remove("kubectl.kubernetes.io/restartedAt");
            Assert.Equal(before.Get(Deployment, deployment.PhysicalName()).Inputs.ToJsonString(), deployment.Inputs.ToJsonString());
        });
    }

    /// <summary>They read the database's address at their start only, and a secret that changes restarts nobody.</summary>
    [Fact]
    public async Task Another_lineage_of_the_database_makes_new_pods()
    {
        var settings = CommittedStacks.Secondary;
        var graph = await OfflineRun.EvaluateAsync(settings.WithDatabase(database => database with { Generation = 4 }));

        Assert.Equal(
            [("ml-ta-api", "4"), ("ml-ta-worker", "4")],
            graph.Of(Deployment).Select(pods => (pods.PhysicalName(), pods.Inputs["spec"]!["template"]!["metadata"]!["annotations"]!["ml-ta/database-generation"]!.GetValue<string>())));
    }

    [Fact]
    public void Both_are_one_key_of_a_stack_file()
    {
        var workloads = StackFolder.Read(
            CommittedStacks.Folder, "primary", ["workloads.writesPaused=true", $"workloads.restartedAt={Time}"], overridePaths: true)[0].Workloads;

        Assert.Equal(s_primary.Workloads with { WritesPaused = true, RestartedAt = Time }, workloads);
    }

    private static Task<StackGraph> PausedAsync(StackSettings settings) =>
        OfflineRun.EvaluateAsync(settings.WithWorkloads(workloads => workloads with { WritesPaused = true }));
}
