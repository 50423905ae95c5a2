using System.Text.Json;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Topology;

/// <summary>Whatever is sent is encrypted on its way.</summary>
public sealed class TransitTests
{
    [Fact]
    public async Task A_load_balancer_speaks_tls_or_only_says_where_to()
    {
        foreach (var graph in await DeclaredStacks.ServingAsync())
        {
            Assert.All(graph.Of("aws:lb/listener:Listener"), listener =>
            {
                if (listener.Text("protocol") == "HTTPS")
                {
                    Assert.StartsWith("ELBSecurityPolicy-TLS13-", listener.Text("sslPolicy"), StringComparison.Ordinal);
                    Assert.NotNull(listener.Inputs["certificateArn"]);
                }
                else
                {
                    Assert.All(listener.Inputs["defaultActions"].Items(), action =>
                    {
                        Assert.Equal("redirect", action["type"]!.GetValue<string>());
                        Assert.Equal("HTTPS", action["redirect"]!["protocol"]!.GetValue<string>());
                    });
                }
            });
            Assert.Contains(graph.Of("aws:lb/listener:Listener"), listener => listener.Text("protocol") == "HTTPS");
        }
    }

    [Fact]
    public async Task Every_bucket_refuses_plain_text_and_old_tls()
    {
        foreach (var graph in await DeclaredStacks.InEveryStateAsync())
        {
            var policies = graph.Policies().Where(policy => policy.Resource.Type == "aws:s3/bucketPolicy:BucketPolicy").ToDictionary(policy => policy.Resource.Text("bucket"));

            Assert.All(graph.Of("aws:s3/bucket:Bucket"), bucket =>
            {
                var denied = policies[bucket.Text("bucket")].Statements.Where(statement => !statement.IsAllow && statement.Actions is ["s3:*"] && statement.Principals is [("AWS", "*")]).ToList();

                Assert.Contains(denied, statement => ConditionIs(statement, "Bool", "aws:SecureTransport", "false"));
                Assert.Contains(denied, statement => ConditionIs(statement, "NumericLessThan", "s3:TlsVersion", "1.2"));
            });
        }
    }

    [Fact]
    public async Task Every_database_refuses_a_connection_without_tls()
    {
        foreach (var graph in await DeclaredStacks.InEveryStateAsync())
        {
            Assert.All(graph.Of("aws:rds/parameterGroup:ParameterGroup"), group => Assert.Contains(
                group.Inputs["parameters"].Items(), parameter => parameter["name"]!.GetValue<string>() == "rds.force_ssl" && parameter["value"]!.GetValue<string>() == "1"));
            Assert.All(
                graph.Resources.Where(resource => resource.Type == "aws:rds/instance:Instance"),
                database => Assert.StartsWith("${aws:rds/parameterGroup:ParameterGroup::", database.Text("parameterGroupName"), StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_cache_accepts_nothing_but_tls_with_a_password()
    {
        foreach (var graph in await DeclaredStacks.ServingAsync())
        {
            Assert.All(graph.Of("aws:elasticache/replicationGroup:ReplicationGroup"), cache =>
            {
                Assert.True(cache.Inputs["transitEncryptionEnabled"]!.GetValue<bool>());
                Assert.Equal("required", cache.Text("transitEncryptionMode"));
                Assert.Equal("[secret]", cache.Text("authToken"));
            });
        }
    }

    [Fact]
    public async Task What_is_checked_from_outside_is_checked_over_tls()
    {
        foreach (var graph in await DeclaredStacks.InEveryStateAsync())
        {
            Assert.All(
                graph.Resources.Where(resource => resource.Type == "aws:route53/healthCheck:HealthCheck" && resource.Inputs["fqdn"] is not null),
                check => Assert.StartsWith("HTTPS", check.Text("type"), StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task No_message_goes_to_a_plain_address()
    {
        foreach (var graph in await DeclaredStacks.InEveryStateAsync())
        {
            Assert.All(
                graph.Resources.Where(resource => resource.Type == "aws:sns/topicSubscription:TopicSubscription"),
                subscription => Assert.NotEqual("http", subscription.Text("protocol")));
        }
    }

    private static bool ConditionIs(FoundStatement statement, string comparison, string key, string value) =>
        statement.Json.GetProperty("Condition") is var condition
        && condition.TryGetProperty(comparison, out var keys)
        && keys.TryGetProperty(key, out var values)
        && (values.ValueKind == JsonValueKind.Array ? values.TextList() : [values.GetString()!]) is [var only]
        && only == value;
}
