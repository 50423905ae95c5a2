using MlTa.Settings;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Topology;

/// <summary>Which secret goes where. Previews show none, so nobody who reads them would see a wrong one.</summary>
public sealed class SecretValueTests
{
    [Fact]
    public async Task Pods_reach_each_store_with_its_own_secret()
    {
        foreach (var settings in (StackSettings[])[CommittedStacks.Primary, CommittedStacks.Secondary])
        {
            var urls = Assert.IsAssignableFrom<IReadOnlyDictionary<string, object>>(
                Assert.Single((await EngineInputs.OfAsync(WithSecrets(settings))).Of("kubernetes:core/v1:Secret", "stringData")).Value);

            Assert.Matches(@"^postgresql://mlta:of-the-database@\$\{aws:rds/instance:Instance::[^@]+\}:5432/mlta\?sslmode=require$", urls["database-url"].ToString());
            Assert.Matches(@"^rediss://:of-the-cache-0123456789@\$\{aws:elasticache/replicationGroup:ReplicationGroup::[^@]+\}:6379/0$", urls["redis-url"].ToString());
        }
    }

    [Fact]
    public async Task Each_store_asks_for_its_own_secret()
    {
        var inputs = await EngineInputs.OfAsync(WithSecrets(CommittedStacks.Primary));

        Assert.Equal("of-the-database", Assert.Single(inputs.Of("aws:rds/instance:Instance", "password")).Value);
        Assert.Equal("of-the-cache-0123456789", Assert.Single(inputs.Of("aws:elasticache/replicationGroup:ReplicationGroup", "authToken")).Value);
    }

    [Fact]
    public async Task Each_level_calls_its_own_people()
    {
        foreach (var settings in CommittedStacks.All)
        {
            var endpoints = (await EngineInputs.OfAsync(WithSecrets(settings))).Of("aws:sns/topicSubscription:TopicSubscription", "endpoint");

            Assert.Equal(
                ["+15550100003", "+15550100002", "+15550100001", "https://pager.example/token"],
                ((string[])["management-commander-phone", "on-call-deputy-phone", "on-call-on-call-phone", "on-call-pager"]).Select(name => endpoints[name]));
        }
    }

    private static StackSettings WithSecrets(StackSettings settings) => settings with
    {
        DatabasePassword = SecretText.Of("of-the-database"),
        CacheToken = SecretText.Of("of-the-cache-0123456789"),
        OnCallPhone = SecretText.Of("+15550100001"),
        DeputyPhone = SecretText.Of("+15550100002"),
        CommanderPhone = SecretText.Of("+15550100003"),
        PagerUrl = SecretText.Of("https://pager.example/token"),
    };
}
