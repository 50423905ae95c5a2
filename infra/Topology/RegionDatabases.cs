using MlTa.Components;

namespace MlTa.Topology;

/// <summary>The databases that a region has.</summary>
/// <param name="Current">The one that the stack's role is about; null where there is none yet, or none any more.</param>
/// <param name="ByGeneration">The current one and the kept ones.</param>
internal sealed record RegionDatabases(Database? Current, IReadOnlyDictionary<int, Database> ByGeneration);
