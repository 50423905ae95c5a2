namespace MlTa.Settings;

/// <summary>The hosted zone, which exists outside of these stacks. The same in all stacks.</summary>
public sealed record DnsSettings
{
    /// <summary>The zone's name. The service is <c>api.ZONE</c>, a region of it <c>api.REGION.ZONE</c>.</summary>
    public required string Zone { get; init; }

    /// <summary>
    /// The zone's ID. Turn on accelerated recovery for it: it is what lets records be changed while us-east-1, where Route 53 is
    /// controlled from, is down.
    /// </summary>
    public required string ZoneId { get; init; }
}
