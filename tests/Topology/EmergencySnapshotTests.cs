using MlTa.Offline;
using MlTa.Settings;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Topology;

public sealed class EmergencySnapshotTests
{
    private const string SnapshotType = "aws:rds/snapshot:Snapshot";

    private static readonly StackSettings s_corrupt = WithSnapshot(CommittedStacks.Primary, 0);

    [Fact]
    public async Task An_emergency_snapshot_has_the_name_of_the_plan_and_is_never_deleted()
    {
        var snapshot = await SnapshotAsync(s_corrupt);

        Assert.Equal("ml-ta-emergency-20261123-0310", snapshot.Text("dbSnapshotIdentifier"));
        Assert.Equal("ml-ta-production", snapshot.Text("dbInstanceIdentifier"));
        Assert.Equal("us-west-2", snapshot.Region);
        Assert.True(snapshot.Protect);
        Assert.True(snapshot.RetainOnDelete);
    }

    [Fact]
    public async Task It_is_taken_after_everything_that_writes_has_changed() => Assert.Equal(
        ["urn:pulumi:primary::ml-ta::ml-ta:index:Workload::api", "urn:pulumi:primary::ml-ta::ml-ta:index:Workload::worker"],
        (await SnapshotAsync(s_corrupt)).DependsOn);

    /// <summary>Workers wait for the database and all that it holds; a snapshot among that would wait for itself.</summary>
    [Fact]
    public async Task It_is_no_part_of_the_database_for_which_workers_wait() => Assert.Equal(
        "urn:pulumi:primary::ml-ta::ml-ta:index:EmergencySnapshot::emergency-20261123-0310", (await SnapshotAsync(s_corrupt)).Parent);

    [Fact]
    public async Task It_stays_the_same_when_its_database_becomes_a_kept_one()
    {
        var before = await SnapshotAsync(s_corrupt);
        var after = await SnapshotAsync(s_corrupt.Succeeded());

        Assert.Equal(before.Urn, after.Urn);
        Assert.Equal(before.Inputs.Json(), after.Inputs.Json());
        Assert.Equal((before.Protect, before.RetainOnDelete), (after.Protect, after.RetainOnDelete));
    }

    [Fact]
    public async Task Where_nothing_runs_it_waits_for_nothing() =>
        Assert.Empty((await SnapshotAsync(WithSnapshot(CommittedStacks.Backup.Succeeded(), 2))).DependsOn);

    [Fact]
    public async Task It_may_be_forgotten_with_its_database_and_stays_in_rds()
    {
        var snapshot = await SnapshotAsync(s_corrupt.Succeeded()
            .WithDatabase(database => database with { Kept = [database.Kept[0] with { Release = true }] }));

        Assert.False(snapshot.Protect);
        Assert.True(snapshot.RetainOnDelete);
    }

    [Fact]
    public async Task Nobody_takes_one_unasked()
    {
        foreach (var graph in await DeclaredStacks.InEveryStateAsync())
        {
            Assert.DoesNotContain(graph.Resources, resource => resource.Type == SnapshotType);
        }
    }

    private static StackSettings WithSnapshot(StackSettings settings, int generation) => settings.WithDatabase(database => database with
    {
        EmergencySnapshots = [new() { Stamp = "20261123-0310", Generation = generation }],
    });

    private static async Task<DeclaredResource> SnapshotAsync(StackSettings settings) =>
        Assert.Single((await OfflineRun.EvaluateAsync(settings)).Of(SnapshotType));
}
