using System.Text.Json.Nodes;
using MlTa.Offline;
using MlTa.Recovery;
using MlTa.Settings;
using Xunit;

namespace MlTa.Tests.Recovery;

/// <summary>What is copied where, read from graphs that were made for it.</summary>
public sealed class DataCopiesTests
{
    private const string Replica = "aws:rds/instance:Instance";
    private const string PointInTimeCopy = "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication";
    private const string Plan = "aws:backup/plan:Plan";
    private const string Objects = "aws:s3/bucketReplicationConfig:BucketReplicationConfig";

    [Fact]
    public void An_empty_graph_copies_nothing() => Assert.Empty(DataCopies.Of(Graph()));

    [Fact]
    public void A_replica_copies_from_the_region_of_its_source() => Assert.Equal(
        new("writer", "us-west-2", "us-east-1", "read replica reader", "as old as its replication lag, for which AWS gives no bound"),
        Only(Replica, """{ "identifier": "reader", "replicateSourceDb": "arn:aws:rds:us-west-2:111122223333:db:writer" }"""));

    [Fact]
    public void A_replica_may_name_a_source_in_its_own_region() => Assert.Equal(
        ("writer", "us-east-1", "us-east-1"),
        FromTo(Only(Replica, """{ "identifier": "reader", "replicateSourceDb": "writer" }""")));

    [Fact]
    public void A_database_without_a_source_copies_nothing() => Assert.Empty(
        DataCopies.Of(Graph(Resource(Replica, """{ "identifier": "writer" }"""))));

    [Fact]
    public void A_point_in_time_copy_takes_snapshots_and_logs() => Assert.Equal(
        new("writer", "us-west-2", "us-east-1", "snapshots and logs, kept 14 days", "5 min of log and the time to copy it, for which AWS gives no figure"),
        Only(PointInTimeCopy, """{ "sourceDbInstanceArn": "arn:aws:rds:us-west-2:111122223333:db:writer", "retentionPeriod": 14 }"""));

    [Fact]
    public void A_backup_plan_copies_with_each_action_of_each_rule() => Assert.Equal(
        ["us-west-2", "eu-west-1", "eu-west-1"],
        DataCopies.Of(Selected($$"""
            { "rules": [
                { "schedule": "cron(0 5 * * ? *)", "startWindow": 60, "copyActions": [{{Copy("us-west-2", 35)}}, {{Copy("eu-west-1", 35)}}] },
                { "schedule": "cron(0 6 * * ? *)", "startWindow": 60 },
                { "schedule": "cron(0 7 * * ? *)", "startWindow": 60, "copyActions": [{{Copy("eu-west-1", 35)}}] }
            ] }
            """)).Select(copy => copy.To));

    [Fact]
    public void A_plan_for_which_nothing_is_selected_copies_nothing() => Assert.Empty(
        DataCopies.Of(Graph(Resource(Plan, $$"""{ "rules": [{ "schedule": "daily", "copyActions": [{{Copy("eu-west-1", 35)}}] }] }"""))));

    [Fact]
    public void A_recovery_point_is_copied_on_schedule() => Assert.Equal(
        new(
            "databases tagged backup=daily", "us-east-1", "eu-west-1", "recovery point, cron(0 5 * * ? *), kept 35 days",
            "the schedule's gap, up to 60 min to start, and the time to back up and copy"),
        Assert.Single(DataCopies.Of(Selected($$"""{ "rules": [{ "schedule": "cron(0 5 * * ? *)", "startWindow": 60, "copyActions": [{{Copy("eu-west-1", 35)}}] }] }"""))));

    [Theory]
    [InlineData("""{ "deleteAfter": 7 }""", "kept 7 days")]
    [InlineData("{}", "kept for good")]
    public void A_copy_without_a_lifecycle_has_that_of_its_source(string lifecycle, string kept) => Assert.Equal(
        ($"recovery point, daily, {kept}", "the schedule's gap, up to 480 min to start, and the time to back up and copy"),
        HowFresh(Assert.Single(DataCopies.Of(Selected($$"""{ "rules": [{ "schedule": "daily", "lifecycle": {{lifecycle}}, "copyActions": [{{Copy("eu-west-1", null)}}] }] }""")))));

    [Fact]
    public void Objects_go_to_the_region_of_the_key_that_encrypts_them_there() => Assert.Equal(
        ("data", "us-east-1", "eu-west-1"), FromTo(Only(Objects, Replication("Enabled"))));

    [Fact]
    public void Without_a_key_only_the_bucket_is_known() => Assert.Equal(
        "arn:aws:s3:::data-there",
        Only(Objects, """{ "bucket": "data", "rules": [{ "status": "Enabled", "destination": { "bucket": "arn:aws:s3:::data-there" } }] }""").To);

    [Theory]
    [InlineData("""{ "status": "Enabled", "time": { "minutes": 15 } }""", "15 min for 99.9 % of objects (S3 RTC SLA)")]
    [InlineData("""{ "status": "Disabled", "time": { "minutes": 15 } }""", "no bound: replication time control is off")]
    [InlineData("null", "no bound: replication time control is off")]
    public void Objects_have_a_bound_with_replication_time_control_only(string time, string freshness) => Assert.Equal(
        ("replication of new objects", freshness), HowFresh(Only(Objects, Replication("Enabled", time))));

    [Fact]
    public void A_rule_that_is_off_copies_nothing() => Assert.Empty(DataCopies.Of(Graph(Resource(Objects, Replication("Disabled")))));

    [Fact]
    public void Databases_come_before_objects() => Assert.Equal(
        ["writer", "data"],
        DataCopies.Of(Graph(
            Resource(Objects, Replication("Enabled")),
            Resource(Replica, """{ "identifier": "reader", "replicateSourceDb": "writer" }"""))).Select(copy => copy.What));

    private static string Copy(string region, int? days) => $$"""
        { "destinationVaultArn": "arn:aws:backup:{{region}}:111122223333:backup-vault:v"{{(days is null ? "" : $$""", "lifecycle": { "deleteAfter": {{days}} }""")}} }
        """;

    private static string Replication(string status, string time = "null") => $$"""
        { "bucket": "data", "rules": [{ "id": "to-nowhere", "status": "{{status}}", "destination": {
            "bucket": "arn:aws:s3:::data-there",
            "encryptionConfiguration": { "replicaKmsKeyId": "arn:aws:kms:eu-west-1:111122223333:alias/a" },
            "replicationTime": {{time}} } }] }
        """;

    private static (string, string, string) FromTo(DataCopy copy) => (copy.What, copy.From, copy.To);

    private static (string, string) HowFresh(DataCopy copy) => (copy.How, copy.Freshness);

    private static DataCopy Only(string type, string inputs) => Assert.Single(DataCopies.Of(Graph(Resource(type, inputs))));

    /// <summary>A plan, and what selects databases for it.</summary>
    private static StackGraph Selected(string plan) => Graph(
        Resource(Plan, plan),
        Resource("aws:backup/selection:Selection", """{ "selectionTags": [{ "key": "backup", "value": "daily" }] }""") with
        {
            DataDependsOn = [Resource(Plan, plan).Urn],
        });

    private static StackGraph Graph(params DeclaredResource[] resources) => new("secondary", "us-east-1", Role.Standby, resources);

    private static DeclaredResource Resource(string type, string inputs) => new()
    {
        Urn = $"urn:pulumi:secondary::ml-ta::{type}::one",
        Type = type,
        Name = "one",
        Region = "us-east-1",
        Parent = null,
        Protect = false,
        DependsOn = [],
        DataDependsOn = [],
        Inputs = JsonNode.Parse(inputs)!.AsObject(),
        IsComponent = false,
        RetainOnDelete = false,
        DeleteBeforeReplace = false,
        IgnoreChanges = [],
    };
}
