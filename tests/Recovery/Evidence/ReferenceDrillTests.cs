using MlTa.Recovery.Evidence;
using MlTa.Settings.Drills;
using MlTa.Tests.Commands;
using MlTa.Tests.Recovery.Procedures;
using Xunit;

namespace MlTa.Tests.Recovery.Evidence;

/// <summary>What differs from run to run is no change of the drill; what somebody changes in its file is.</summary>
public sealed class ReferenceDrillTests
{
    [Fact]
    public async Task Whatever_a_run_sets_leaves_the_hash_as_it_is()
    {
        var run = EvidenceFiles.Drill with
        {
            Stack = "dr-test-20261123",
            Region = "eu-west-1",
            Rehearses = "backup",
            Network = EvidenceFiles.Drill.Network with { Zones = ["eu-west-1b", "eu-west-1c"] },
            Cluster = EvidenceFiles.Drill.Cluster with { PublicAccessCidrs = ["198.51.100.7/32"] },
            Workloads = new() { Registry = "111122223333.dkr.ecr.eu-west-1.amazonaws.com", Version = "9.9.9" },
            Restore = new() { AutomatedBackupsArn = "arn:aws:rds:eu-west-1:111122223333:auto-backup:ab-1", Time = "2026-11-23T03:05:00Z" },
            Drill = EvidenceFiles.Drill.Drill with { StartedAt = "2026-11-23T03:15:00Z", Expires = "2026-11-23T09:15:00Z" },
        };

        Assert.Equal(await HashesAsync(EvidenceFiles.Drill), await HashesAsync(run));
    }

    [Fact]
    public async Task A_third_zone_is_another_drill() => Assert.NotEqual(
        (await HashesAsync(EvidenceFiles.Drill))["restore-copy-us-east-1"],
        (await HashesAsync(EvidenceFiles.Drill with { Network = EvidenceFiles.Drill.Network with { Zones = ["us-east-1a", "us-east-1b", "us-east-1c"] } }))["restore-copy-us-east-1"]);

    [Fact]
    public async Task A_smaller_database_is_another_drill()
    {
        var hashes = await HashesAsync(EvidenceFiles.Drill);
        var changed = await HashesAsync(EvidenceFiles.Drill with { Database = new() { InstanceClass = "db.t4g.small" } });

        Assert.Equal(
            ["restore-copy-us-east-1", "restore-copy-eu-west-1", "restore-point-in-time-us-east-1"],
            hashes.Where(hash => changed[hash.Key] != hash.Value).Select(hash => hash.Key));
    }

    /// <summary>After a failover the file still names copies in the region that serves now, until somebody changes it.</summary>
    [Fact]
    public async Task A_drill_can_be_thought_of_in_every_region_that_keeps_copies() => Assert.Equal(
        ["us-west-2", "eu-west-1"],
        (await ReferenceDrill.GraphsOfAsync(RecoveryPaths.Of(Plans.AfterFailover), Plans.AfterFailover, EvidenceFiles.Drill)).Values.Select(graph => graph.Region));

    private static async Task<IReadOnlyDictionary<string, string>> HashesAsync(DrillSettings drill) =>
        await RecoveryProofs.ExercisedAsync(RecoveryPaths.Of(Plans.Committed), Plans.Committed, await Plans.DeclaredAsync(Plans.Committed), drill);
}
