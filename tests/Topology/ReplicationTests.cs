using System.Text.Json.Nodes;
using MlTa.Offline;
using MlTa.Settings;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Topology;

public sealed class ReplicationTests
{
    private const string ReplicationType = "aws:s3/bucketReplicationConfig:BucketReplicationConfig";

    [Theory]
    [InlineData("primary", "secondary", "us-east-1")]
    [InlineData("secondary", "primary", "us-west-2")]
    public async Task Serving_regions_send_every_bucket_to_each_other_and_to_the_archive(string stack, string peer, string peerRegion)
    {
        var graph = (await DeclaredStacks.AllAsync()).Single(graph => graph.Stack == stack);
        var replications = graph.Of(ReplicationType);

        Assert.Equal(4, replications.Count);
        Assert.All(replications, replication =>
        {
            var purpose = replication.Text("bucket")[..^(stack.Length + 1)];
            Assert.Equal(
                [($"to-{peerRegion}", $"arn:aws:s3:::{purpose}-{peer}"), ("to-eu-west-1", $"arn:aws:s3:::{purpose}-backup")],
                replication.Inputs["rules"].Items().Select(rule => (rule["id"]!.GetValue<string>(), rule["destination"]!["bucket"]!.GetValue<string>())));
        });
    }

    [Fact]
    public async Task The_archive_sends_nothing()
    {
        Assert.DoesNotContain((await DeclaredStacks.OfAsync(CommittedStacks.Backup)).Resources, resource => resource.Type == ReplicationType);
    }

    [Fact]
    public async Task Every_rule_has_time_control_of_15_minutes_and_the_metrics_to_watch_it()
    {
        foreach (var rule in await RulesAsync())
        {
            var destination = rule.Node["destination"]!;

            Assert.Equal("Enabled", rule.Node["status"]!.GetValue<string>());
            Assert.Equal("""{"status":"Enabled","time":{"minutes":15}}""", destination["replicationTime"]!.ToJsonString());
            Assert.Equal("""{"eventThreshold":{"minutes":15},"status":"Enabled"}""", destination["metrics"]!.ToJsonString());
        }
    }

    [Fact]
    public async Task Every_rule_encrypts_with_the_storage_key_of_the_destination()
    {
        foreach (var rule in await RulesAsync())
        {
            var region = rule.Node["id"]!.GetValue<string>()["to-".Length..];

            Assert.Equal("Enabled", rule.Node["sourceSelectionCriteria"]!["sseKmsEncryptedObjects"]!["status"]!.GetValue<string>());
            Assert.Equal(
                $"arn:aws:kms:{region}:111122223333:alias/ml-ta-storage",
                rule.Node["destination"]!["encryptionConfiguration"]!["replicaKmsKeyId"]!.GetValue<string>());
        }
    }

    [Fact]
    public async Task Deletions_travel_between_serving_regions_and_stop_before_the_archive()
    {
        foreach (var rule in await RulesAsync())
        {
            var toArchive = rule.Node["id"]!.GetValue<string>() == "to-eu-west-1";

            Assert.Equal(toArchive ? "Disabled" : "Enabled", rule.Node["deleteMarkerReplication"]!["status"]!.GetValue<string>());
            Assert.Equal(toArchive ? null : "Enabled", rule.Node["sourceSelectionCriteria"]!["replicaModifications"]?["status"]!.GetValue<string>());
            Assert.Equal(toArchive ? "GLACIER_IR" : "STANDARD", rule.Node["destination"]!["storageClass"]!.GetValue<string>());
        }
    }

    [Fact]
    public async Task Priorities_are_unique_and_what_s3_no_longer_takes_is_not_set()
    {
        foreach (var replication in await ReplicationsAsync())
        {
            var rules = replication.Inputs["rules"].Items();

            Assert.Equal(rules.Count, rules.Select(rule => rule["priority"]!.GetValue<long>()).Distinct().Count());
            Assert.All(rules, rule => Assert.Equal("""{"prefix":""}""", rule["filter"]!.ToJsonString()));
            Assert.All(rules, rule => Assert.Null(rule["existingObjectReplication"]));
        }
    }

    [Fact]
    public async Task Replication_waits_for_versioning_and_for_the_rights_of_its_role()
    {
        Assert.All(await ReplicationsAsync(), replication => Assert.Collection(
            replication.DependsOn,
            urn => Assert.Contains("$aws:s3/bucketVersioning:BucketVersioning::", urn, StringComparison.Ordinal),
            urn => Assert.EndsWith("ml-ta:index:ReplicationRole::replication", urn, StringComparison.Ordinal)));
    }

    private static async Task<IReadOnlyList<DeclaredResource>> ReplicationsAsync() =>
        [.. (await DeclaredStacks.AllAsync()).Where(graph => graph.Role != Role.Archive).SelectMany(graph => graph.Of(ReplicationType))];

    private static async Task<IReadOnlyList<(string Urn, JsonObject Node)>> RulesAsync()
    {
        var rules = (await ReplicationsAsync()).SelectMany(replication => replication.Inputs["rules"].Items().Select(rule => (replication.Urn, rule))).ToList();
        Assert.Equal(16, rules.Count);
        return rules;
    }
}
