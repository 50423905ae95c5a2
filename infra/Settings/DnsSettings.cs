namespace MlTa.Settings;

/// <summary>The hosted zone, which exists outside of these stacks. The same in all stacks.</summary>
public sealed record DnsSettings
{
    /// <summary>The zone's name. The service is <c>api.ZONE</c>, a region of it <c>api.REGION.ZONE</c>.</summary>
    public required string Zone { get; init; }

    /// <summary>The zone's ID.</summary>
    public required string ZoneId { get; init; }

    /// <summary>
    /// Whether accelerated recovery is on for the zone: then records can be changed again 60 minutes after us-east-1, where Route 53 is
    /// controlled from, went down, because another region takes over (Route 53 developer guide, "Accelerated recovery"; 60 minutes is its
    /// target). A claim about the zone, which nobody here checks or changes: turn it on there before you say so.
    /// </summary>
    public bool AcceleratedRecovery { get; init; }
}
