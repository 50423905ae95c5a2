using System.Text.Json.Nodes;
using MlTa.Offline;
using MlTa.Settings;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Topology;

/// <summary>The backup of what is in a cluster and not in this program.</summary>
public sealed class VeleroTests
{
    [Theory]
    [InlineData("primary", "secondary")]
    [InlineData("secondary", "primary")]
    public async Task A_cluster_writes_under_its_own_name_and_reads_what_replication_brings(string stack, string other)
    {
        var graph = (await DeclaredStacks.ServingAsync()).Single(graph => graph.Stack == stack);
        var bucket = $"ml-ta-config-backups-{stack}";

        Assert.Equal(
            [
                $"default: ReadWrite {bucket}/velero/{stack} in {graph.Region}, default true",
                $"{other}: ReadOnly {bucket}/velero/{other} in {graph.Region}, default false",
            ],
            Locations(graph).Select(location =>
                $"{location["name"]}: {location["accessMode"]} {location["bucket"]}/{location["prefix"]} in {location["config"]!["region"]}, default {location["default"]}"));
        Assert.Contains(graph.Of("aws:s3/bucket:Bucket"), declared => declared.Text("bucket") == bucket);
    }

    [Fact]
    public async Task Before_the_peer_exists_there_is_nothing_of_it_to_read()
    {
        var early = await OfflineRun.EvaluateAsync(CommittedStacks.Secondary with { PeerExists = false });

        Assert.Equal("default", Assert.Single(Locations(early))["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task It_backs_up_daily_and_neither_secrets_nor_volumes()
    {
        foreach (var graph in await DeclaredStacks.ServingAsync())
        {
            var values = graph.Values("velero");

            Assert.Equal(
                """{"daily":{"schedule":"0 4 * * *","template":{"excludedResources":["secrets"],"snapshotVolumes":false,"storageLocation":"default","ttl":"720h0m0s"}}}""",
                values["schedules"].Json());
            // Where Velero looks for what speaks to S3.
            Assert.Equal("""[{"mountPath":"/target","name":"plugins"}]""", Assert.Single(values["initContainers"].Items())["volumeMounts"].Json());
            Assert.All(Locations(graph), location => Assert.Equal("aws", location["provider"]!.GetValue<string>()));
            Assert.False(values["snapshotsEnabled"]!.GetValue<bool>());
            Assert.False(values["deployNodeAgent"]!.GetValue<bool>());
            Assert.False(values["upgradeCRDs"]!.GetValue<bool>());
        }
    }

    [Fact]
    public async Task It_has_no_credentials_but_its_role()
    {
        foreach (var graph in await DeclaredStacks.ServingAsync())
        {
            var release = graph.Of(KubernetesObjects.Release).Single(release => release.Text("name") == "velero");

            Assert.Equal("""{"useSecret":false}""", graph.Values("velero")["credentials"].Json());
            Assert.EndsWith("ml-ta:index:PodIdentity::velero", Assert.Single(release.DependsOn), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_failover_changes_no_release()
    {
        var standby = await DeclaredStacks.OfAsync(CommittedStacks.Secondary);
        var active = await OfflineRun.EvaluateAsync(CommittedStacks.Secondary with { Role = Role.Active });

        Assert.Equal(
            standby.Of(KubernetesObjects.Release).Select(release => release.Inputs.ToJsonString()),
            active.Of(KubernetesObjects.Release).Select(release => release.Inputs.ToJsonString()));
    }

    private static IReadOnlyList<JsonObject> Locations(StackGraph graph) =>
        graph.Values("velero")["configuration"]!["backupStorageLocation"].Items();
}
