namespace MlTa.Settings.Drills;

/// <summary>The drill's own VPC. It has no way to the internet and none to another VPC, so there is nothing else to choose.</summary>
public sealed record DrillNetworkSettings
{
    /// <summary>Its addresses, /16 to /20, private, and shared with no stack that stands.</summary>
    public required string CidrBlock { get; init; }

    /// <summary>Zone names of the drill's region; two are enough.</summary>
    public required IReadOnlyList<string> Zones { get; init; }
}
