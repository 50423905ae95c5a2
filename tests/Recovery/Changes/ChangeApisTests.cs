using System.Text.Json.Nodes;
using MlTa.Recovery.Changes;
using MlTa.Recovery.Procedures;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Recovery.Changes;

public sealed class ChangeApisTests
{
    private const string Far = "arn:aws:rds:us-west-2:111122223333:db:ml-ta-us-west-2";

    [Fact]
    public async Task Every_type_that_a_stack_declares_has_its_calls()
    {
        var resources = (await DeclaredStacks.InEveryStateAsync())
            .SelectMany(graph => graph.Resources)
            .Where(resource => !resource.IsComponent && !resource.Type.StartsWith("pulumi:providers:", StringComparison.Ordinal))
            .DistinctBy(resource => resource.Type);

        Assert.All(resources, resource =>
        {
            Assert.NotEmpty(ChangeApis.TouchedRegions(Declared.Created(resource)));
            Assert.NotEmpty(ChangeApis.TouchedRegions(Declared.Dropped(resource with { RetainOnDelete = false })));
        });
    }

    [Fact]
    public void A_type_that_nobody_has_described_is_an_error()
    {
        var e = Assert.Throws<ArgumentException>(() => ChangeApis.Of(Declared.Created(Declared.Resource("aws:new/thing:Thing", "thing", []))));

        Assert.StartsWith("nobody has said which calls a change of aws:new/thing:Thing stands for", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_kind_has_its_call_where_the_resource_is()
    {
        var alarm = Declared.Resource("aws:backup/plan:Plan", "plan", new() { ["name"] = "a" });

        Assert.Equal(["backup:CreateBackupPlan us-east-1 Control AWS Backup"], Texts(Declared.Created(alarm)));
        Assert.Equal(["backup:DeleteBackupPlan us-east-1 Control AWS Backup"], Texts(Declared.Dropped(alarm)));
        Assert.Equal(
            ["backup:UpdateBackupPlan us-east-1 Control AWS Backup"],
            Texts(Declared.Change(alarm, alarm with { Inputs = new() { ["name"] = "a", ["rules"] = "b" } })));
        Assert.Equal(
            ["backup:CreateBackupPlan us-east-1 Control AWS Backup", "backup:DeleteBackupPlan us-east-1 Control AWS Backup"],
            Texts(Declared.Change(alarm, alarm with { Inputs = new() { ["name"] = "b" } })));
        Assert.Equal(
            ["backup:DeleteBackupPlan us-east-1 Control AWS Backup", "backup:CreateBackupPlan us-east-1 Control AWS Backup"],
            Texts(Declared.Change(alarm, alarm with { Inputs = new() { ["name"] = "b" }, DeleteBeforeReplace = true })));
    }

    [Fact]
    public void What_is_kept_or_refused_calls_nothing_and_neither_do_a_providers_settings()
    {
        var database = Declared.Database([]);

        Assert.Empty(Texts(Declared.Dropped(database with { RetainOnDelete = true })));
        Assert.Empty(Texts(Declared.Change(database, database with { Inputs = new() { ["replicateSourceDb"] = Far } })));
        Assert.Empty(Texts(Declared.Created(Declared.Resource("pulumi:providers:aws", "us-east-1", []))));
    }

    /// <summary>The worst that it can be is a replacement.</summary>
    [Fact]
    public void What_is_unknown_counts_as_replaced()
    {
        var topic = Declared.Resource("aws:sns/topic:Topic", "topic", []);

        Assert.Equal(
            ["sns:CreateTopic us-east-1 Control SNS", "sns:DeleteTopic us-east-1 Control SNS"],
            Texts(Declared.Change(topic, topic with { Inputs = new() { ["fresh"] = 1 } })));
    }

    [Theory]
    [InlineData("aws:iam/role:Role", "iam:CreateRole us-east-1 Control IAM")]
    [InlineData("aws:route53/record:Record", "route53:ChangeResourceRecordSets us-east-1 Control Route 53")]
    [InlineData("aws:s3/bucketReplicationConfig:BucketReplicationConfig", "s3:PutBucketReplication us-east-1 Control S3, eu-west-1 Control S3")]
    [InlineData("aws:lb/loadBalancer:LoadBalancer", "elasticloadbalancing:CreateLoadBalancer eu-west-1 Control Elastic Load Balancing, us-east-1 Control Route 53 (it names what is new)")]
    [InlineData("aws:elasticache/replicationGroup:ReplicationGroup", "elasticache:CreateReplicationGroup eu-west-1 Control ElastiCache, us-east-1 Control Route 53 (it names what is new)")]
    [InlineData("aws:eks/cluster:Cluster", "eks:CreateCluster eu-west-1 Control EKS, us-east-1 Control Route 53 (it names what is new)")]
    [InlineData("aws:rds/instance:Instance", "rds:CreateDBInstance eu-west-1 Control RDS, us-east-1 Control Route 53 (it names what is new)")]
    [InlineData("aws:sns/topic:Topic", "sns:CreateTopic eu-west-1 Control SNS")]
    [InlineData("kubernetes:apps/v1:Deployment", "Kubernetes API of stack eu-west-1 Data the Kubernetes API of stack")]
    public void What_is_new_may_need_us_east_1(string type, string call) =>
        Assert.Equal([call], Texts(Declared.Created(Declared.Resource(type, "new", []) with { Region = "eu-west-1" })));

    /// <summary>Without an endpoint nearby, the provider goes to us-west-2.</summary>
    [Theory]
    [InlineData("eu-west-1", "eu-west-1")]
    [InlineData("us-east-1", "us-west-2")]
    public void Chat_is_configured_where_it_has_an_endpoint(string region, string home) => Assert.Equal(
        [home],
        ChangeApis.TouchedRegions(Declared.Created(Declared.Resource("aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration", "chat", []) with { Region = region })));

    [Fact]
    public void A_replica_is_made_with_the_region_of_its_source_and_promoted_without()
    {
        var replica = Declared.Database(new() { ["replicateSourceDb"] = Far });

        Assert.Equal(
            ["rds:CreateDBInstanceReadReplica us-east-1 Control RDS, us-east-1 Control Route 53 (it names what is new), us-west-2 Control RDS"],
            Texts(Declared.Created(replica)));
        Assert.Equal(["rds:PromoteReadReplica us-east-1 Control RDS"], Texts(Declared.Change(replica, replica with { Inputs = [] })));
        Assert.Equal(["us-east-1"], ChangeApis.TouchedRegions(Declared.Created(Declared.Database(new() { ["replicateSourceDb"] = "neighbour" }))));
    }

    [Fact]
    public void A_promotion_is_followed_by_one_call_for_all_else()
    {
        var replica = Declared.Database(new() { ["replicateSourceDb"] = Far, ["backupRetentionPeriod"] = 1 });

        Assert.Equal(
            ["rds:PromoteReadReplica us-east-1 Control RDS"],
            Texts(Declared.Change(replica, replica with { Inputs = new() { ["backupRetentionPeriod"] = 7, ["skipFinalSnapshot"] = true } })));
        Assert.Equal(
            ["rds:PromoteReadReplica us-east-1 Control RDS", "rds:ModifyDBInstance us-east-1 Control RDS"],
            Texts(Declared.Change(replica, replica with { Inputs = new() { ["backupRetentionPeriod"] = 1, ["multiAz"] = true } })));
    }

    [Fact]
    public void Of_what_only_the_provider_keeps_rds_hears_nothing()
    {
        var database = Declared.Database([]);

        Assert.Empty(Texts(Declared.Change(database, database with { Inputs = new() { ["skipFinalSnapshot"] = true } })));
        Assert.Equal(["rds:ModifyDBInstance us-east-1 Control RDS"], Texts(Declared.Change(database, database with { Inputs = new() { ["multiAz"] = true } })));
        Assert.Equal(
            ["rds:AddTagsToResource us-east-1 Control RDS"],
            Texts(Declared.Change(database, database with { Inputs = new() { ["tags"] = new JsonObject { ["a"] = "b" } } })));
    }

    [Theory]
    [InlineData("restoreToPointInTime", "rds:RestoreDBInstanceToPointInTime")]
    [InlineData("snapshotIdentifier", "rds:RestoreDBInstanceFromDBSnapshot")]
    public void A_restore_does_not_need_the_region_that_was_lost(string input, string api)
    {
        var restored = Declared.Database(new() { [input] = "arn:aws:rds:us-west-2:111122223333:snapshot:a" });

        Assert.Equal([$"{api} us-east-1 Control RDS, us-east-1 Control Route 53 (it names what is new)"], Texts(Declared.Created(restored)));
    }

    /// <summary>Deleting it waits for the source, so in an outage it is retained.</summary>
    [Fact]
    public void The_copy_of_automated_backups_needs_the_region_of_its_source_to_start_and_to_stop()
    {
        var copy = Declared.Resource(
            "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication",
            "copy",
            new() { ["sourceDbInstanceArn"] = Far });

        Assert.Equal(["rds:StartDBInstanceAutomatedBackupsReplication us-east-1 Control RDS, us-west-2 Control RDS"], Texts(Declared.Created(copy)));
        Assert.Equal(["rds:StopDBInstanceAutomatedBackupsReplication us-east-1 Control RDS, us-west-2 Control RDS"], Texts(Declared.Dropped(copy)));
    }

    private static IEnumerable<string> Texts(ResourceChange change) =>
        ChangeApis.Of(change).Select(call => $"{call.Api} {string.Join(", ", call.Needs.Select(Text))}");

    private static string Text(Need need) => $"{need.Region} {need.Plane} {need.What}";
}
