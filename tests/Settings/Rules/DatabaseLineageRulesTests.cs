using MlTa.Settings;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Settings.Rules;

/// <summary>Which lineages a stack has, keeps and takes snapshots of.</summary>
public sealed class DatabaseLineageRulesTests
{
    private static readonly StackSettings s_primary = CommittedStacks.Primary;
    private static readonly StackSettings s_secondary = CommittedStacks.Secondary;
    private static readonly StackSettings s_backup = CommittedStacks.Backup;

    [Fact]
    public void An_archive_that_becomes_active_says_what_it_restores() => Verdict.Is(
        "database.restoredFrom: an archive that becomes active restores its database, so say from which backup, got nothing",
        Active(s_backup));

    [Fact]
    public void An_archive_that_was_restored_is_active() => Verdict.Is(
        null, Active(s_backup.WithDatabase(database => database with { RestoredFrom = new() { Snapshot = "copy" } })));

    [Fact]
    public void An_archive_that_only_keeps_copies_restores_nothing() => Verdict.Is(null, s_backup);

    [Theory]
    [InlineData(new[] { 0 }, null)]
    [InlineData(new[] { 2, 0 }, null)]
    [InlineData(new[] { 0, 0 }, "database.kept: expected each generation once, and not the current 3, got 0, 0")]
    [InlineData(new[] { 3 }, "database.kept: expected each generation once, and not the current 3, got 3")]
    [InlineData(new[] { 4 }, "database.kept: what took their place is later, so give generations from 0 to below the current 3, got 4")]
    [InlineData(new[] { 0, -1 }, "database.kept: what took their place is later, so give generations from 0 to below the current 3, got 0, -1")]
    public void What_is_kept_is_earlier_and_once_there(int[] kept, string? problem) => Verdict.Is(problem, Keeping(kept));

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, "database.restoredFrom.generation: expected a generation of kept (0, 2), or, when that one is released, the name of its final snapshot as snapshot, got 1")]
    [InlineData(3, "database.restoredFrom.generation: expected a generation of kept (0, 2), or, when that one is released, the name of its final snapshot as snapshot, got 3")]
    public void A_moment_is_one_of_a_kept_database(int generation, string? problem) => Verdict.Is(
        problem, Keeping(0, 2).WithDatabase(database => database with { RestoredFrom = new() { Generation = generation, Time = "latest" } }));

    [Fact]
    public void Without_kept_databases_there_is_none_to_restore_from() => Verdict.Is(
        "database.restoredFrom.generation: expected a generation of kept (none), or, when that one is released, the name of its final snapshot as snapshot, got 0",
        s_primary.WithDatabase(database => database with { Generation = 3, RestoredFrom = new() { Generation = 0, Time = "latest" } }));

    [Fact]
    public void A_kept_database_may_come_from_one_that_is_gone() => Verdict.Is(null, s_primary.WithDatabase(database => database with
    {
        Generation = 3,
        Kept = [new() { Generation = 2, RestoredFrom = new() { Generation = 0, Time = "latest" } }],
    }));

    [Theory]
    [InlineData("20261123-0310", null)]
    [InlineData("20261123-2400", "database.emergencySnapshots: expected stamps yyyymmdd-hhmm in UTC such as 20261123-0310, got '20261123-2400'")]
    [InlineData("20260230-0310", "database.emergencySnapshots: expected stamps yyyymmdd-hhmm in UTC such as 20261123-0310, got '20260230-0310'")]
    [InlineData("2026-11-23", "database.emergencySnapshots: expected stamps yyyymmdd-hhmm in UTC such as 20261123-0310, got '2026-11-23'")]
    [InlineData("", "database.emergencySnapshots: expected stamps yyyymmdd-hhmm in UTC such as 20261123-0310, got ''")]
    public void A_stamp_is_a_minute(string stamp, string? problem) => Verdict.Is(problem, Taking(s_primary, (stamp, 0)));

    [Fact]
    public void A_stamp_is_given_once() => Verdict.Is(
        "database.emergencySnapshots: a stamp names one snapshot, so give each once, got '20261123-0310', '20261123-0310'",
        Taking(Keeping(0), ("20261123-0310", 0), ("20261123-0310", 3)));

    [Theory]
    [InlineData(0, null)]
    [InlineData(3, null)]
    [InlineData(1, "database.emergencySnapshots: expected generations that this stack has in its role (3, 0), got 1")]
    public void A_snapshot_is_of_a_database_that_is_there(int generation, string? problem) =>
        Verdict.Is(problem, Taking(Keeping(0), ("20261123-0310", generation)));

    [Fact]
    public void An_archive_has_no_current_database() => Verdict.Is(
        "database.emergencySnapshots: expected generations that this stack has in its role (none), got 2", Taking(s_backup, ("20261123-0310", 2)));

    [Fact]
    public void A_replica_that_nobody_can_follow_yet_is_not_there() => Verdict.Is(
        "database.emergencySnapshots: expected generations that this stack has in its role (none), got 1",
        Taking(s_secondary with { PeerExists = false }, ("20261123-0310", 1)));

    [Fact]
    public void A_kept_generation_is_nobody_elses() => Verdict.IsAcross(
        [Keeping(0, 1), s_secondary.WithDatabase(database => database with { Generation = 7, Source = new() { Region = "us-west-2", Generation = 3 }, Kept = [new() { Generation = 1 }] }), s_backup],
        "Pulumi.primary.yaml: ml-ta:database.kept: every stack has generations of its own, got 1 as in Pulumi.secondary.yaml");

    [Fact]
    public void A_current_generation_is_not_another_stacks_kept_one() => Verdict.IsAcross(
        [s_primary, s_secondary, s_backup.WithDatabase(database => database with { Kept = [new() { Generation = 1 }] })],
        "Pulumi.secondary.yaml: ml-ta:database.generation: every stack has a generation of its own, got 1 as in Pulumi.backup.yaml");

    [Fact]
    public void A_kept_generation_is_not_another_stacks_current_one() => Verdict.IsAcross(
        [Keeping(0, 2), s_secondary.WithDatabase(database => database with { Generation = 7, Source = new() { Region = "us-west-2", Generation = 3 } }), s_backup],
        "Pulumi.primary.yaml: ml-ta:database.kept: every stack has generations of its own, got 2 as in Pulumi.backup.yaml");

    /// <summary>The replica of a database, promoted and left behind, names its source, which its own stack keeps.</summary>
    [Fact]
    public void A_source_may_be_another_stacks_kept_generation() => Verdict.IsAcross(
        [
            Keeping(0),
            s_secondary.WithDatabase(database => database with { Generation = 4, Source = new() { Region = "us-west-2", Generation = 3 }, Kept = [database.Lineage] }),
            s_backup,
        ]);

    /// <summary>Nodes need a way out.</summary>
    private static StackSettings Active(StackSettings archive) =>
        archive.WithNetwork(network => network with { NatGateways = NatGateways.PerZone }) with { Role = Role.Active };

    private static StackSettings Keeping(params int[] generations) => s_primary.WithDatabase(database => database with
    {
        Generation = 3,
        Kept = [.. generations.Select(generation => new DatabaseLineageSettings { Generation = generation })],
    });

    private static StackSettings Taking(StackSettings settings, params (string Stamp, int Generation)[] snapshots) => settings.WithDatabase(database => database with
    {
        EmergencySnapshots = [.. snapshots.Select(snapshot => new EmergencySnapshotSettings { Stamp = snapshot.Stamp, Generation = snapshot.Generation })],
    });
}
