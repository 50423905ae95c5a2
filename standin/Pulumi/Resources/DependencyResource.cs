namespace Pulumi;

/// <summary>What remains of a resource that was handed to the monitor: its URN.</summary>
internal sealed class DependencyResource(string urn) : CustomResource(urn);
