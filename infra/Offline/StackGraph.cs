using MlTa.Settings;

namespace MlTa.Offline;

/// <summary>What one stack asked for, in the order of the resources' URNs.</summary>
public sealed record StackGraph(string Stack, string Region, Role Role, IReadOnlyList<DeclaredResource> Resources);
