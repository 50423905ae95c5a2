using MlTa.Offline;
using MlTa.Settings;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Topology;

/// <summary>Databases that are made from a backup.</summary>
public sealed class DatabaseLineageTests
{
    private const string InstanceType = "aws:rds/instance:Instance";
    private const string Latest = DatabaseRestoreSettings.Latest;

    /// <summary>What a backup already says. RDS takes no key for a restore: a declared one would replace the database at the next deployment.</summary>
    private static readonly string[] s_fromTheBackup =
        ["engine", "engineVersion", "username", "dbName", "allocatedStorage", "kmsKeyId", "replicateSourceDb"];

    [Theory]
    [InlineData("ml-ta-production-final")]
    [InlineData(Lineages.SnapshotArn)]
    public async Task A_database_is_restored_from_a_snapshot(string snapshot)
    {
        var restored = await CurrentAsync(Restored(new() { Snapshot = snapshot }));

        Assert.Equal(snapshot, restored.Text("snapshotIdentifier"));
        Assert.Null(restored.Inputs["restoreToPointInTime"]);
    }

    [Theory]
    [InlineData("2026-11-23T03:05:00Z", """{"restoreTime":"2026-11-23T03:05:00Z","sourceDbInstanceIdentifier":"ml-ta-production"}""")]
    [InlineData(Latest, """{"sourceDbInstanceIdentifier":"ml-ta-production","useLatestRestorableTime":true}""")]
    public async Task A_database_is_restored_from_a_moment_of_a_kept_one_after_that_is_closed(string time, string moment)
    {
        var restored = await CurrentAsync(CommittedStacks.Primary.Succeeded(new() { Generation = 0, Time = time }));

        Assert.Equal(moment, restored.Inputs["restoreToPointInTime"].Json());
        Assert.Null(restored.Inputs["snapshotIdentifier"]);
        Assert.Contains("urn:pulumi:primary::ml-ta::ml-ta:index:Database::database-kept-g0", restored.DependsOn);
    }

    [Theory]
    [InlineData("2026-11-23T03:05:00Z", $$"""{"restoreTime":"2026-11-23T03:05:00Z","sourceDbInstanceAutomatedBackupsArn":"{{Lineages.BackupsArn}}"}""")]
    [InlineData(Latest, $$"""{"sourceDbInstanceAutomatedBackupsArn":"{{Lineages.BackupsArn}}","useLatestRestorableTime":true}""")]
    public async Task A_database_is_restored_from_the_point_in_time_copy_of_another_one(string time, string moment)
    {
        var restored = await CurrentAsync(Restored(new() { AutomatedBackupsArn = Lineages.BackupsArn, Time = time }));

        Assert.Equal(moment, restored.Inputs["restoreToPointInTime"].Json());
        Assert.Null(restored.Inputs["snapshotIdentifier"]);
    }

    [Theory]
    [InlineData("snapshot")]
    [InlineData("generation")]
    [InlineData("automatedBackups")]
    public async Task A_restored_database_takes_from_the_backup_all_but_the_password(string origin)
    {
        var restored = await CurrentAsync(Lineages.Of(origin));

        Assert.Equal("ml-ta-production-g3", restored.Text("identifier"));
        Assert.All(s_fromTheBackup, input => Assert.Null(restored.Inputs[input]));
        Assert.Equal("[secret]", restored.Text("password"));
        Assert.True(restored.Inputs["storageEncrypted"]!.GetValue<bool>());
        Assert.Equal("ml-ta-production-g3-final", restored.Text("finalSnapshotIdentifier"));
        Assert.Equal("daily", restored.Inputs["tags"]!["backup"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("writer", false)]
    [InlineData("replica", false)]
    [InlineData("snapshot", true)]
    [InlineData("generation", true)]
    [InlineData("automatedBackups", true)]
    public async Task What_a_database_was_restored_from_can_be_edited_without_replacing_it(string origin, bool isRestored)
    {
        var database = await CurrentAsync(Lineages.Of(origin));

        Assert.Equal(isRestored ? ["snapshotIdentifier", "restoreToPointInTime"] : [], database.IgnoreChanges);
    }

    [Fact]
    public async Task A_cold_restore_gives_the_archive_a_watched_writer()
    {
        var graph = await OfflineRun.EvaluateAsync(CommittedStacks.Backup.WithDatabase(database => database with
        {
            RestoredFrom = new() { Snapshot = "arn:aws:rds:eu-west-1:111122223333:snapshot:awsbackup:copyjob-0a1b2c" },
        }).WithNetwork(network => network with { NatGateways = NatGateways.PerZone }) with
        { Role = Role.Active });

        var writer = Assert.Single(graph.Of(InstanceType));
        Assert.Equal("ml-ta-production-g2", writer.Text("identifier"));
        Assert.Equal("eu-west-1", writer.Region);
        Assert.Contains(graph.Resources, resource => resource is { Type: "ml-ta:index:WriterAlarms", Name: "writer" });
    }

    private static StackSettings Restored(DatabaseRestoreSettings origin) =>
        CommittedStacks.Primary.WithDatabase(database => database with { Generation = 3, RestoredFrom = origin });

    private static async Task<DeclaredResource> CurrentAsync(StackSettings settings) =>
        (await OfflineRun.EvaluateAsync(settings)).Of(InstanceType).Single(instance => instance.Name == $"database-g{settings.Database.Generation}");
}
