using System.Text.RegularExpressions;

namespace MlTa.Settings.Rules;

internal static partial class CacheRules
{
    public static readonly Rule<DeployedSettings>[] All =
    [
        new("cache.nodeType", s => !NodeTypePattern().IsMatch(s.Cache.NodeType),
            s => $"expected an ElastiCache node type such as cache.r7g.large, got '{s.Cache.NodeType}'"),

        new("cache.engineVersion", s => !EngineVersionPattern().IsMatch(s.Cache.EngineVersion),
            s => $"expected a major and minor version of Valkey in quotes such as \"8.0\", which begins with 7.2, got '{s.Cache.EngineVersion}'"),

        new("cacheToken", s => !s.CacheToken.Fits(TokenPattern().IsMatch),
            s => $"expected 16 to 128 letters, digits and any of !&#$^<>-, got {s.CacheToken}"),
    ];

    /// <summary>Asked of a standby and the stack that it would take over from.</summary>
    public static readonly PairRule[] OfStandby =
    [
        PairRule.SameAsActive("cache.nodeType", s => s.Cache.NodeType),
    ];

    [GeneratedRegex(@"^cache\.[a-z0-9]+\.[a-z0-9]+\z")]
    private static partial Regex NodeTypePattern();

    /// <summary>What Redis calls 7.1 and before was never Valkey.</summary>
    [GeneratedRegex(@"^(7\.[2-9]|[89]\.[0-9]|[1-9][0-9]\.[0-9])\z")]
    private static partial Regex EngineVersionPattern();

    /// <summary>ElastiCache user guide, "Authenticating with the Valkey and Redis OSS AUTH command".</summary>
    [GeneratedRegex(@"^[A-Za-z0-9!&#$^<>-]{16,128}\z")]
    private static partial Regex TokenPattern();
}
