namespace MlTa.Settings;

/// <summary>Another stack, as this one has to know it. Nothing about it is ever looked up.</summary>
public sealed record PeerSettings
{
    public required string Stack { get; init; }

    public required string Region { get; init; }

    public required Tier Tier { get; init; }
}
