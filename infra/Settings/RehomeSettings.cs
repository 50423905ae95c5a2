namespace MlTa.Settings;

/// <summary>
/// The region that becomes the standby when the primary one is lost for good. Declares nothing: only <c>assess</c> and <c>runbook</c> read
/// it, to prove that the move would work and to write down its stack file. Choose while there is time to compare regions.
/// </summary>
public sealed record RehomeSettings
{
    /// <summary>A region that no stack is in.</summary>
    public required string Region { get; init; }

    /// <summary>Zone names, as in <c>network.zones</c>.</summary>
    public required IReadOnlyList<string> Zones { get; init; }

    /// <summary>The VPC's addresses, as in <c>network.cidrBlock</c>. The lost stack's are still its own.</summary>
    public required string CidrBlock { get; init; }
}
