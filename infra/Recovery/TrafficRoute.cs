namespace MlTa.Recovery;

/// <summary>One answer that the DNS has for a name.</summary>
/// <param name="Name">The name.</param>
/// <param name="Order"><c>PRIMARY</c> or <c>SECONDARY</c>, where which answer is given depends on health; null where there is one answer only.</param>
/// <param name="LeadsTo">Another name, or the load balancer of a region.</param>
/// <param name="Checks">What is asked before the answer is given or, of a region's own name, what is asked through it.</param>
public sealed record TrafficRoute(string Name, string? Order, string LeadsTo, IReadOnlyList<TrafficCheck> Checks);
