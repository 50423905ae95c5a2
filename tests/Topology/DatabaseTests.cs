using MlTa.Offline;
using MlTa.Settings;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Topology;

public sealed class DatabaseTests
{
    private const string InstanceType = "aws:rds/instance:Instance";

    /// <summary>A replica takes these from its source. Given after a promotion, they modify it a second time or replace it.</summary>
    private static readonly string[] s_onlyForOnesBornAsWriter = ["engine", "engineVersion", "allocatedStorage", "dbName", "username", "password"];

    [Fact]
    public async Task The_primary_has_the_encrypted_multi_az_writer_of_the_plan()
    {
        var writer = await InstanceAsync(CommittedStacks.Primary);

        Assert.Equal("ml-ta-production", writer.Text("identifier"));
        Assert.Equal("postgres", writer.Text("engine"));
        Assert.True(writer.Inputs["multiAz"]!.GetValue<bool>());
        Assert.True(writer.Inputs["storageEncrypted"]!.GetValue<bool>());
        Assert.StartsWith("arn:aws:kms:us-west-2:111122223333:key/", writer.Text("kmsKeyId"), StringComparison.Ordinal);
        Assert.False(writer.Inputs["publiclyAccessible"]!.GetValue<bool>());
        Assert.Null(writer.Inputs["replicateSourceDb"]);
    }

    [Fact]
    public async Task The_secondary_has_a_replica_that_follows_the_writers_arn()
    {
        var replica = await InstanceAsync(CommittedStacks.Secondary);

        Assert.Equal("ml-ta-production-replica", replica.Text("identifier"));
        Assert.Equal("arn:aws:rds:us-west-2:111122223333:db:ml-ta-production", replica.Text("replicateSourceDb"));
        Assert.True(replica.Inputs["storageEncrypted"]!.GetValue<bool>());
        Assert.StartsWith("arn:aws:kms:us-east-1:111122223333:key/", replica.Text("kmsKeyId"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_began_as_a_replica_never_sets_what_only_a_writer_may()
    {
        foreach (var role in (Role[])[Role.Standby, Role.Active])
        {
            var database = await InstanceAsync(CommittedStacks.Secondary with { Role = role });

            Assert.All(s_onlyForOnesBornAsWriter, input => Assert.Null(database.Inputs[input]));
        }
    }

    [Fact]
    public async Task A_promotion_drops_the_source_and_changes_nothing_else_that_rds_would_modify()
    {
        var standby = await InstanceAsync(CommittedStacks.Secondary);
        var active = await InstanceAsync(CommittedStacks.Secondary with { Role = Role.Active });

        var changed = standby.Inputs.Select(input => input.Key).Union(active.Inputs.Select(input => input.Key))
            .Where(key => standby.Inputs[key]?.ToJsonString() != active.Inputs[key]?.ToJsonString());

        Assert.Equal(standby.Urn, active.Urn);
        Assert.Equal(["finalSnapshotIdentifier", "replicateSourceDb", "skipFinalSnapshot"], changed.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(Role.Standby, true)]
    [InlineData(Role.Active, false)]
    public async Task A_final_snapshot_is_taken_of_a_writer_and_refused_for_a_replica(Role role, bool skipped)
    {
        var database = await InstanceAsync(CommittedStacks.Secondary with { Role = role });

        Assert.Equal(skipped, database.Inputs["skipFinalSnapshot"]!.GetValue<bool>());
        Assert.Equal(skipped ? null : "ml-ta-production-replica-final", database.Inputs["finalSnapshotIdentifier"]?.GetValue<string>());
    }

    [Fact]
    public async Task Backups_are_on_in_every_role_and_outlive_the_instance()
    {
        foreach (var settings in (StackSettings[])[CommittedStacks.Primary, CommittedStacks.Secondary, CommittedStacks.Secondary with { Role = Role.Active }])
        {
            var database = await InstanceAsync(settings);

            Assert.Equal(settings.Database.BackupRetentionDays, database.Inputs["backupRetentionPeriod"]!.GetValue<long>());
            Assert.False(database.Inputs["deleteAutomatedBackups"]!.GetValue<bool>());
            Assert.True(database.Inputs["deletionProtection"]!.GetValue<bool>());
            Assert.True(database.Inputs["copyTagsToSnapshot"]!.GetValue<bool>());
            Assert.True(database.Inputs["applyImmediately"]!.GetValue<bool>());
            Assert.Null(database.Inputs["manageMasterUserPassword"]);
        }
    }

    /// <summary>RDS checks the rights of the monitoring role when the instance is created.</summary>
    [Fact]
    public async Task The_database_waits_for_all_of_its_foundation()
    {
        var writer = await InstanceAsync(CommittedStacks.Primary);

        Assert.Equal(["urn:pulumi:primary::ml-ta::ml-ta:index:DatabaseFoundation::database"], writer.DependsOn);
    }

    [Fact]
    public async Task The_password_is_never_shown()
    {
        var graph = await OfflineRun.EvaluateAsync(CommittedStacks.Primary with { DatabasePassword = SecretText.Of("hunter2") });

        Assert.Equal("[secret]", graph.Of(InstanceType)[0].Text("password"));
        Assert.DoesNotContain(graph.Resources, resource => resource.Inputs.ToJsonString().Contains("hunter2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_logical_name_carries_the_generation()
    {
        var database = await InstanceAsync(CommittedStacks.Primary with { Database = CommittedStacks.Primary.Database with { Generation = 4 } });

        Assert.Equal("database-g4", database.Name);
        Assert.Equal("ml-ta-production-g4", database.Text("identifier"));
    }

    [Fact]
    public async Task The_standby_keeps_a_point_in_time_copy_that_it_can_forget_without_the_lost_region()
    {
        var copy = Assert.Single((await DeclaredStacks.OfAsync(CommittedStacks.Secondary))
            .Of("aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication"));

        Assert.Equal("arn:aws:rds:us-west-2:111122223333:db:ml-ta-production", copy.Text("sourceDbInstanceArn"));
        Assert.StartsWith("arn:aws:kms:us-east-1:", copy.Text("kmsKeyId"), StringComparison.Ordinal);
        Assert.Equal(14, copy.Inputs["retentionPeriod"]!.GetValue<long>());
        Assert.True(copy.RetainOnDelete);
        Assert.Equal(["retentionPeriod", "kmsKeyId"], copy.IgnoreChanges);
        Assert.EndsWith("ml-ta:index:Database::database", Assert.Single(copy.DependsOn), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_writer_limits_what_it_keeps_for_a_replica_that_is_gone()
    {
        foreach (var graph in await DeclaredStacks.AllAsync())
        {
            var group = Assert.Single(graph.Of("aws:rds/parameterGroup:ParameterGroup"));
            var parameters = group.Inputs["parameters"].Items().ToDictionary(parameter => parameter["name"]!.GetValue<string>(), parameter => parameter["value"]!.GetValue<string>());

            Assert.Equal("postgres16", group.Text("family"));
            Assert.Equal("81920", parameters["max_slot_wal_keep_size"]);
            Assert.Equal("1", parameters["rds.force_ssl"]);
            Assert.Equal("0", parameters["default_transaction_read_only"]);
        }
    }

    [Fact]
    public async Task The_archive_has_no_database_but_all_that_one_would_need()
    {
        var archive = await DeclaredStacks.OfAsync(CommittedStacks.Backup);

        Assert.DoesNotContain(archive.Resources, resource => resource.Type == InstanceType);
        Assert.All((string[])["aws:rds/subnetGroup:SubnetGroup", "aws:rds/parameterGroup:ParameterGroup"], type => Assert.Single(archive.Of(type)));
        Assert.Equal(["database", "database-kept"], archive.Of("aws:ec2/securityGroup:SecurityGroup").Select(group => group.Name).Order(StringComparer.Ordinal));
        Assert.Contains(archive.Of("aws:iam/role:Role"), role => role.Name == "database-monitoring");
    }

    private static async Task<DeclaredResource> InstanceAsync(StackSettings settings) =>
        Assert.Single((await OfflineRun.EvaluateAsync(settings)).Of(InstanceType));
}
