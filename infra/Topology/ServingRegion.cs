using MlTa.Components.Traffic;

namespace MlTa.Topology;

/// <summary>What a region that serves has, as far as it is watched.</summary>
/// <param name="Endpoint">Where it is reached.</param>
/// <param name="Checks">The health checks of all regions, in the stack that has them.</param>
internal sealed record ServingRegion(RegionalEndpoint Endpoint, HealthChecks? Checks);
