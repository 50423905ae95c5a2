using MlTa.Settings;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Settings.Rules;

public sealed class CacheRulesTests
{
    [Theory]
    [InlineData("cache.r7g.large", true)]
    [InlineData("cache.t4g.small", true)]
    [InlineData("r7g.large", false)]
    [InlineData("cache.r7g", false)]
    [InlineData("cache.r7g.", false)]
    [InlineData("CACHE.R7G.LARGE", false)]
    [InlineData("", false)]
    public void A_node_type_is_one_of_elasticache(string nodeType, bool accepted) => Check(
        accepted ? null : $"cache.nodeType: expected an ElastiCache node type such as cache.r7g.large, got '{nodeType}'",
        cache => cache with { NodeType = nodeType });

    [Theory]
    [InlineData("7.2", true)]
    [InlineData("8.0", true)]
    [InlineData("9.1", true)]
    [InlineData("10.0", true)]
    [InlineData("7.1", false)]
    [InlineData("6.2", false)]
    [InlineData("8", false)]
    [InlineData("8.0.1", false)]
    [InlineData("8.x", false)]
    [InlineData("", false)]
    public void A_version_is_one_of_valkey(string version, bool accepted) => Check(
        accepted ? null : $"cache.engineVersion: expected a major and minor version of Valkey in quotes such as \"8.0\", which begins with 7.2, got '{version}'",
        cache => cache with { EngineVersion = version });

    [Theory]
    [InlineData(15, false)]
    [InlineData(16, true)]
    [InlineData(128, true)]
    [InlineData(129, false)]
    public void A_token_has_16_to_128_characters(int length, bool accepted) => CheckToken(new('a', length), accepted);

    [Theory]
    [InlineData("Aa0!&#$^<>-aaaaaaaaa", true)]
    [InlineData("aaaaaaaaaaaaaaa@", false)]
    [InlineData("aaaaaaaaaaaaaaa/", false)]
    [InlineData("aaaaaaaaaaaaaaa\"", false)]
    [InlineData("aaaaaaaaaaaaaaa ", false)]
    [InlineData("aaaaaaaaaaaaaaaä", false)]
    public void A_token_has_only_what_elasticache_takes(string token, bool accepted) => CheckToken(token, accepted);

    [Fact]
    public void A_token_that_nobody_has_offline_is_not_judged() => Verdict.Is(null, CommittedStacks.Primary with { CacheToken = SecretText.Unknown });

    [Fact]
    public void A_standby_has_a_cache_of_the_active_stacks_size() => Verdict.IsAcross(
        [CommittedStacks.Primary, CommittedStacks.Secondary.WithCache(cache => cache with { NodeType = "cache.t4g.small" }), CommittedStacks.Backup],
        "Pulumi.secondary.yaml: ml-ta:cache.nodeType: a standby inherits the whole load, so it is as large as the active stack, which has 'cache.r7g.large' in Pulumi.primary.yaml, got 'cache.t4g.small'");

    private static void Check(string? problem, Func<CacheSettings, CacheSettings> change) => Verdict.Is(problem, CommittedStacks.Primary.WithCache(change));

    private static void CheckToken(string token, bool accepted) => Verdict.Is(
        accepted ? null : "cacheToken: expected 16 to 128 letters, digits and any of !&#$^<>-, got [secret]",
        CommittedStacks.Primary with { CacheToken = SecretText.Of(token) });
}
