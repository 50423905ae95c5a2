using MlTa.Naming;

namespace MlTa.Settings;

/// <summary>What the file of every stack decides: of one that stands, and of a drill.</summary>
public abstract record DeployedSettings
{
    /// <summary>
    /// Where <c>pulumi</c> finds the key of the stack's secrets, such as <c>awskms://alias/ml-ta-pulumi?region=us-west-2</c>. It is no configuration, so
    /// that only the file shows it: null under the engine.
    /// </summary>
    [NotAKey]
    public string? SecretsProvider { get; init; }

    /// <summary>The project's name, from <c>Pulumi.yaml</c>.</summary>
    [NotAKey]
    public string Project { get; init; } = "";

    /// <summary>The stack's name.</summary>
    [NotAKey]
    public string Stack { get; init; } = "";

    public abstract Role Role { get; init; }

    public abstract Tier Tier { get; init; }

    public abstract string Region { get; init; }

    public abstract string Prefix { get; init; }

    public abstract string Account { get; init; }

    public abstract string StateBackend { get; init; }

    public abstract SecretText DatabasePassword { get; init; }

    public abstract ClusterSettings Cluster { get; init; }

    public abstract CacheSettings Cache { get; init; }

    public abstract SecretText CacheToken { get; init; }

    [NotAKey]
    public RegionNames Names => new(Prefix, Account, Stack, Region);

    /// <summary>Keys whose values could not be read. Settings that have any never leave the reader.</summary>
    internal ImmutableArray<string> UnreadKeys { get; init; } = [];

    /// <summary>Whether the key, whatever it is in and whatever is in it, could be read.</summary>
    internal bool HasRead(string key) => !UnreadKeys.Any(unread => IsWithin(unread, key) || IsWithin(key, unread));

    private static bool IsWithin(string key, string outer) =>
        key.StartsWith(outer, StringComparison.Ordinal) && (key.Length == outer.Length || key[outer.Length] is '.' or '[');
}
