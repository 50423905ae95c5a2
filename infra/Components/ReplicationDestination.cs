using MlTa.Naming;
using MlTa.Settings;

namespace MlTa.Components;

/// <summary>Another stack that receives this one's objects.</summary>
public sealed record ReplicationDestination(RegionNames Names, Tier Tier);
