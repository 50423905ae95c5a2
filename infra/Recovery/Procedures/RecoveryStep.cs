using MlTa.Recovery.Time;

namespace MlTa.Recovery.Procedures;

/// <summary>One thing that somebody, or something, does in a procedure.</summary>
public sealed record RecoveryStep
{
    /// <summary>Unique in its procedure.</summary>
    public required string Id { get; init; }

    /// <summary>What is done, as an order.</summary>
    public required string Title { get; init; }

    public required Actor Actor { get; init; }

    /// <summary>Such as <c>rds:PromoteReadReplica</c>; empty for what people do among themselves.</summary>
    public required string Api { get; init; }

    /// <summary>What a person types; empty where nothing is, or where the <c>up</c> says it.</summary>
    public string Command { get; init; } = "";

    /// <summary>What has to answer, where it works first. Empty for what only people do.</summary>
    public IReadOnlyList<Need> Needs { get; init; } = [];

    /// <summary>The steps that come before.</summary>
    public IReadOnlyList<string> After { get; init; } = [];

    public required Duration Duration { get; init; }

    /// <summary>Where it works; null for what is in no region.</summary>
    public string? Home => Needs.Count == 0 ? null : Needs[0].Region;

    public Plane Plane => Needs.Count == 0 ? Plane.None : Needs[0].Plane;
}
