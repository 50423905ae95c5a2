namespace MlTa.Settings;

/// <summary>The database that a replica follows, or followed until it was promoted.</summary>
public sealed record DatabaseSourceSettings
{
    public required string Region { get; init; }

    public required int Generation { get; init; }
}
