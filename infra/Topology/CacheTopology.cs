using MlTa.Components;
using MlTa.Naming;

namespace MlTa.Topology;

/// <summary>The cache of a region that serves.</summary>
internal static class CacheTopology
{
    public static Cache Declare(DeclaredRegion region) => new("cache", new()
    {
        Settings = region.Settings.Cache,
        Names = region.Names,
        Network = region.Network,
        KeyArn = region.KeyArn(KeyPurpose.Cache),
        Token = region.Settings.CacheToken,
    }, region.Options);
}
