using System.Text.Json;
using MlTa.Naming;
using MlTa.Offline;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Topology;

public sealed class EncryptionKeyTests
{
    private const string KeyType = "aws:kms/key:Key";

    private static readonly string[] s_purposes = ["alerts", "backup", "cache", "cluster", "database", "storage"];

    [Fact]
    public async Task Every_region_has_a_rotating_key_for_each_purpose_that_outlives_the_stack()
    {
        foreach (var graph in await DeclaredStacks.AllAsync())
        {
            var keys = graph.Of(KeyType);

            Assert.Equal(s_purposes.Select(purpose => $"{purpose}-key"), keys.Select(key => key.Name).Order(StringComparer.Ordinal));
            Assert.All(keys, key =>
            {
                Assert.True(key.Inputs["enableKeyRotation"]!.GetValue<bool>());
                Assert.Equal(30, key.Inputs["deletionWindowInDays"]!.GetValue<long>());
                Assert.Null(key.Inputs["multiRegion"]);
                Assert.True(key.RetainOnDelete);
            });
        }
    }

    [Fact]
    public async Task Every_key_has_the_alias_that_other_regions_expect()
    {
        foreach (var graph in await DeclaredStacks.AllAsync())
        {
            Assert.Equal(
                s_purposes.Select(purpose => ($"alias/ml-ta-{purpose}", $"${{aws:kms/key:Key::{purpose}-key.id}}")),
                graph.Of("aws:kms/alias:Alias").Select(alias => (alias.Text("name"), alias.Text("targetKeyId"))).Order());
        }
    }

    /// <summary>Whoever calls S3, RDS, EKS or ElastiCache needs the right to the key; services that act on their own have no IAM.</summary>
    [Theory]
    [InlineData(KeyPurpose.Database, null)]
    [InlineData(KeyPurpose.Storage, null)]
    [InlineData(KeyPurpose.Backup, null)]
    [InlineData(KeyPurpose.Cache, null)]
    [InlineData(KeyPurpose.Cluster, "AccountAdministers WriteLogs")]
    [InlineData(KeyPurpose.Alerts, "AccountAdministers WriteLogs SendMessages SendEvents")]
    public async Task A_key_is_opened_to_services_that_use_it_on_their_own(KeyPurpose purpose, string? statements)
    {
        foreach (var graph in await DeclaredStacks.AllAsync())
        {
            var key = KeyFor(graph, purpose);

            Assert.Equal(statements, key.Inputs["policy"] is null ? null : string.Join(' ', key.Statements("policy").Select(statement => statement.GetProperty("Sid").GetString())));
        }
    }

    /// <summary>Without it the key could no longer be managed by anybody, AWS included.</summary>
    [Theory]
    [InlineData(KeyPurpose.Cluster)]
    [InlineData(KeyPurpose.Alerts)]
    public async Task No_key_locks_its_account_out(KeyPurpose purpose)
    {
        foreach (var graph in await DeclaredStacks.AllAsync())
        {
            Assert.Equal(
                """{"Sid":"AccountAdministers","Effect":"Allow","Principal":{"AWS":["arn:aws:iam::111122223333:root"]},"Action":["kms:*"],"Resource":["*"]}""",
                KeyFor(graph, purpose).Statements("policy")[0].GetRawText());
        }
    }

    [Fact]
    public async Task Logs_are_written_with_a_key_for_the_log_groups_of_this_account_and_region_only()
    {
        foreach (var graph in await DeclaredStacks.AllAsync())
        {
            var statement = Statement(graph, KeyPurpose.Cluster, "WriteLogs");

            Assert.Equal([$"logs.{graph.Region}.amazonaws.com"], Services(statement));
            Assert.Equal(
                $$$"""{"ArnLike":{"kms:EncryptionContext:aws:logs:arn":["arn:aws:logs:{{{graph.Region}}}:111122223333:log-group:*"]}}""",
                statement.GetProperty("Condition").GetRawText());
        }
    }

    [Fact]
    public async Task Alarms_and_events_of_rds_reach_encrypted_topics_for_this_account_only()
    {
        var statement = Statement(await DeclaredStacks.OfAsync(CommittedStacks.Backup), KeyPurpose.Alerts, "SendMessages");

        Assert.Equal(["cloudwatch.amazonaws.com", "events.rds.amazonaws.com"], Services(statement));
        Assert.Equal(["kms:GenerateDataKey", "kms:Decrypt"], statement.GetProperty("Action").TextList());
        Assert.Equal("""{"StringEquals":{"aws:SourceAccount":["111122223333"]}}""", statement.GetProperty("Condition").GetRawText());
    }

    /// <summary>EventBridge does not say to KMS for whom it asks: its messages would be lost.</summary>
    [Fact]
    public async Task Events_reach_encrypted_topics_without_a_condition()
    {
        var statement = Statement(await DeclaredStacks.OfAsync(CommittedStacks.Backup), KeyPurpose.Alerts, "SendEvents");

        Assert.Equal(["events.amazonaws.com"], Services(statement));
        Assert.Equal(["kms:GenerateDataKey", "kms:Decrypt"], statement.GetProperty("Action").TextList());
        Assert.False(statement.TryGetProperty("Condition", out _));
    }

    private static DeclaredResource KeyFor(StackGraph graph, KeyPurpose purpose) =>
        graph.Of(KeyType).Single(key => key.Name.Equals($"{purpose}-key", StringComparison.OrdinalIgnoreCase));

    private static JsonElement Statement(StackGraph graph, KeyPurpose purpose, string sid) =>
        KeyFor(graph, purpose).Statements("policy").Single(statement => statement.GetProperty("Sid").GetString() == sid);

    private static IReadOnlyList<string> Services(JsonElement statement) => statement.GetProperty("Principal").GetProperty("Service").TextList();
}
