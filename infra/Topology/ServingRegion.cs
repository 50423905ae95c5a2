using MlTa.Components.Compute;
using MlTa.Components.Traffic;
using MlTa.Components.Workloads;

namespace MlTa.Topology;

/// <summary>What a region that serves has, as far as it is watched or waited for.</summary>
/// <param name="Cluster">Where it runs.</param>
/// <param name="Endpoint">Where it is reached.</param>
/// <param name="Checks">The health checks of all regions, in the stack that has them.</param>
/// <param name="Workloads">What uses its database; none before there is one.</param>
internal sealed record ServingRegion(Cluster Cluster, RegionalEndpoint Endpoint, HealthChecks? Checks, IReadOnlyList<Workload> Workloads);
