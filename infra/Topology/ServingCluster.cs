using MlTa.Components.Compute;

namespace MlTa.Topology;

/// <summary>A cluster that workloads can be declared in.</summary>
/// <param name="Cluster">The cluster.</param>
/// <param name="Roles">The roles of its service accounts.</param>
/// <param name="Options">Hands the region's AWS provider and the cluster's Kubernetes provider to a component. The latter waits for the whole cluster.</param>
internal sealed record ServingCluster(Cluster Cluster, ClusterRoles Roles, ComponentResourceOptions Options);
