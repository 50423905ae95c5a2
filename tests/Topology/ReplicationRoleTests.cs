using System.Text.Json;
using MlTa.Offline;
using MlTa.Settings;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Topology;

public sealed class ReplicationRoleTests
{
    [Fact]
    public async Task It_can_read_its_own_stack_and_write_the_others_and_no_more()
    {
        foreach (var settings in Serving())
        {
            var statements = await StatementsAsync(settings);

            Assert.All(Resources(statements, "ReadConfiguration").Concat(Resources(statements, "ReadObjects")), arn => Assert.EndsWith(settings.Stack, arn.Replace("/*", "", StringComparison.Ordinal), StringComparison.Ordinal));
            Assert.All(Resources(statements, "WriteReplicas"), arn => Assert.Contains(settings.Peers, peer => arn.EndsWith($"-{peer.Stack}/*", StringComparison.Ordinal)));
            Assert.Equal(8, Resources(statements, "WriteReplicas").Count);
            Assert.Equal(4, Resources(statements, "WriteDeleteMarkers").Count);
            Assert.DoesNotContain(Resources(statements, "WriteDeleteMarkers"), arn => arn.EndsWith("-backup/*", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task No_action_and_no_resource_is_everything()
    {
        foreach (var settings in Serving())
        {
            Assert.All(await StatementsAsync(settings), statement =>
            {
                Assert.Equal("Allow", statement.GetProperty("Effect").GetString());
                Assert.DoesNotContain(statement.GetProperty("Action").TextList(), action => action.Contains('*', StringComparison.Ordinal));
                Assert.DoesNotContain("*", statement.GetProperty("Resource").TextList());
            });
        }
    }

    [Fact]
    public async Task A_key_is_used_only_through_s3_and_only_under_its_alias()
    {
        foreach (var settings in Serving())
        {
            var regions = new List<string>();
            foreach (var statement in (await StatementsAsync(settings)).Where(statement => statement.GetProperty("Action").TextList()[0].StartsWith("kms:", StringComparison.Ordinal)))
            {
                var region = Assert.Single(statement.GetProperty("Resource").TextList()).Split(':')[3];
                var condition = statement.GetProperty("Condition");
                regions.Add(region);

                Assert.Equal([$"s3.{region}.amazonaws.com"], condition.GetProperty("StringEquals").GetProperty("kms:ViaService").TextList());
                Assert.Equal(["alias/ml-ta-storage"], condition.GetProperty("ForAnyValue:StringEquals").GetProperty("kms:ResourceAliases").TextList());
            }

            Assert.Equal(settings.Peers.Select(peer => peer.Region).Prepend(settings.Region), regions);
        }
    }

    /// <summary>Not every service names the account that it asks for: a condition on it would shut such a service out.</summary>
    [Fact]
    public async Task Every_role_trusts_its_service_without_a_condition()
    {
        foreach (var graph in await DeclaredStacks.AllAsync())
        {
            Assert.All(graph.Of("aws:iam/role:Role"), role =>
            {
                var statement = Assert.Single(role.Statements("assumeRolePolicy"));

                Assert.Contains("sts:AssumeRole", statement.GetProperty("Action").TextList());
                Assert.All(statement.GetProperty("Principal").GetProperty("Service").TextList(), service => Assert.EndsWith(".amazonaws.com", service, StringComparison.Ordinal));
                Assert.False(statement.TryGetProperty("Condition", out _));
            });
        }
    }

    /// <summary>IAM is changed in us-east-1: the role must not wait for the peer to exist.</summary>
    [Fact]
    public async Task It_is_complete_before_the_peer_exists()
    {
        var complete = await StatementsAsync(CommittedStacks.Secondary);
        var early = await StatementsAsync(CommittedStacks.Secondary with { PeerExists = false });

        Assert.Equal(complete.Select(statement => statement.GetRawText()), early.Select(statement => statement.GetRawText()));
    }

    private static IEnumerable<StackSettings> Serving() => [CommittedStacks.Primary, CommittedStacks.Secondary];

    private static async Task<IReadOnlyList<JsonElement>> StatementsAsync(StackSettings settings) =>
        (await OfflineRun.EvaluateAsync(settings)).Of("aws:iam/rolePolicy:RolePolicy").Single(policy => policy.Name == "replication").Statements("policy");

    private static IReadOnlyList<string> Resources(IReadOnlyList<JsonElement> statements, string sid) =>
        statements.Single(statement => statement.GetProperty("Sid").GetString() == sid).GetProperty("Resource").TextList();
}
