using MlTa.Components.Compute;
using MlTa.Naming;

namespace MlTa.Components.Traffic;

public sealed record RegionalEndpointArgs
{
    public required RegionNames Names { get; init; }

    public required ServiceHosts Hosts { get; init; }

    public required string ZoneId { get; init; }

    public required Network Network { get; init; }

    public required Cluster Cluster { get; init; }

    /// <summary>Whether this stack keeps the service's own name, and with it the record that proves the name to ACM for all regions.</summary>
    public required bool ProvesServiceName { get; init; }
}

/// <summary>Where a region is reached: a load balancer, its certificate and its name.</summary>
public sealed class RegionalEndpoint : ComponentResource
{
    public RegionalEndpoint(string name, RegionalEndpointArgs args, ComponentResourceOptions? options = null)
        : base("ml-ta:index:RegionalEndpoint", name, options)
    {
        CertificateArn = Output.Create("x");
        LoadBalancerSuffix = Output.Create("x");
        TargetGroupSuffix = Output.Create("x");
        RegisterOutputs();
    }

    [Output]
    public Output<string> CertificateArn { get; private set; }

    /// <summary>What metrics call the load balancer.</summary>
    [Output]
    public Output<string> LoadBalancerSuffix { get; private set; }

    /// <summary>What metrics call its targets.</summary>
    [Output]
    public Output<string> TargetGroupSuffix { get; private set; }
}
