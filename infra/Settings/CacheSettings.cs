namespace MlTa.Settings;

/// <summary>
/// The cache of each region. It is never copied and never restored: nothing may be in it that cannot be computed again, so no queue, no lock
/// and no session.
/// </summary>
public sealed record CacheSettings
{
    /// <summary>The same in all serving stacks: a cold cache that is also too small does not get warm.</summary>
    public required string NodeType { get; init; }

    /// <summary>Valkey, which speaks the Redis protocol; major and minor version.</summary>
    public required string EngineVersion { get; init; }
}
