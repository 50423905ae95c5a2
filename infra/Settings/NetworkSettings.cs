namespace MlTa.Settings;

public sealed record NetworkSettings
{
    /// <summary>The VPC's addresses, /16 to /20, private, and shared with no other stack: then networks can be joined.</summary>
    public required string CidrBlock { get; init; }

    /// <summary>
    /// Zone names. Addresses follow from a zone's place in this list: add new zones at the end and never reorder.
    /// </summary>
    public required IReadOnlyList<string> Zones { get; init; }

    public required NatGateways NatGateways { get; init; }
}
