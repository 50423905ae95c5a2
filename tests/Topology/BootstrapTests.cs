using MlTa.Offline;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Topology;

/// <summary>The order of the first deployment: backup and secondary without their peers, primary, then both again.</summary>
public sealed class BootstrapTests
{
    [Fact]
    public async Task Before_the_peer_exists_the_secondary_leaves_out_what_needs_it()
    {
        var complete = await DeclaredStacks.OfAsync(CommittedStacks.Secondary);
        var early = await OfflineRun.EvaluateAsync(CommittedStacks.Secondary with { PeerExists = false });

        Assert.Equal(
            [
                "ApiService api", "ConnectionSecret connections", "Database database",
                "EscalationLadder outage",
                "EscalationLadder primary-api", "EscalationLadder primary-database", "EscalationLadder primary-models", "EscalationLadder primary-redis",
                "EscalationLadder secondary-api", "EscalationLadder secondary-database", "EscalationLadder secondary-models", "EscalationLadder secondary-redis",
                "FailoverRecords failover", "FaultExperiment database-failover", "FaultExperiment object-replication", "HealthChecks check", "Heartbeat heartbeat", "HeartbeatAlarms heartbeats",
                "PodIdentity api", "PodIdentity heartbeat", "PodIdentity worker", "PointInTimeCopy point-in-time-copy-g0",
                "RecoveryDashboard dashboard", "ReplicaAlarms replica", "Workload api", "Workload worker",
            ],
            LeftOut(complete, early).Where(resource => resource.IsComponent).Select(resource => $"{resource.Type.Split(':')[^1]} {resource.Name}").Order(StringComparer.Ordinal));
        Assert.DoesNotContain(early.Resources, resource => complete.Resources.All(other => other.Urn != resource.Urn));
    }

    [Fact]
    public async Task Before_the_peer_exists_nothing_names_it_but_the_roles_that_will_write_there_or_pause_it()
    {
        var early = await OfflineRun.EvaluateAsync(CommittedStacks.Secondary with { PeerExists = false });

        var naming = early.Resources.Where(resource => resource.Texts().Any(input =>
            input.Text.Contains("us-west-2", StringComparison.Ordinal) || input.Text.Contains("-primary", StringComparison.Ordinal)));

        Assert.Equal(["experiments", "replication"], naming.Select(resource => resource.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Without_the_peer_objects_still_go_to_the_archive()
    {
        var early = await OfflineRun.EvaluateAsync(CommittedStacks.Secondary with { PeerExists = false });

        Assert.All(
            early.Of("aws:s3/bucketReplicationConfig:BucketReplicationConfig"),
            replication => Assert.Equal("to-eu-west-1", Assert.Single(replication.Inputs["rules"].Items())["id"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Without_the_peer_recovery_points_still_go_to_the_archive()
    {
        var early = await OfflineRun.EvaluateAsync(CommittedStacks.Primary with { PeerExists = false });
        var rule = Assert.Single(early.Of("aws:backup/plan:Plan")[0].Inputs["rules"].Items());

        Assert.Equal("arn:aws:backup:eu-west-1:111122223333:backup-vault:ml-ta-eu-west-1", Assert.Single(rule["copyActions"].Items())["destinationVaultArn"]!.GetValue<string>());
    }

    [Fact]
    public async Task Before_the_peers_exist_the_archive_waits_for_nobody_and_misses_no_heartbeat()
    {
        var complete = await DeclaredStacks.OfAsync(CommittedStacks.Backup);
        var early = await OfflineRun.EvaluateAsync(CommittedStacks.Backup with { PeerExists = false });

        Assert.DoesNotContain(early.Resources, resource => resource.Texts().Any(input => input.Text.Contains("us-", StringComparison.Ordinal)));
        Assert.Equal(
            ["EscalationLadder outage", "HeartbeatAlarms heartbeats", "RecoveryDashboard dashboard"],
            LeftOut(complete, early).Where(resource => resource.IsComponent).Select(resource => $"{resource.Type.Split(':')[^1]} {resource.Name}").Order(StringComparer.Ordinal));
    }

    private static IEnumerable<DeclaredResource> LeftOut(StackGraph complete, StackGraph early) =>
        complete.Resources.Where(resource => early.Resources.All(other => other.Urn != resource.Urn));
}
