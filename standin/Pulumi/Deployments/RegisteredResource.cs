using System.Collections.Immutable;

namespace Pulumi;

/// <summary>What the monitor says of a resource.</summary>
internal sealed record RegisteredResource(string Urn, string Id, ImmutableDictionary<string, object?> State);
