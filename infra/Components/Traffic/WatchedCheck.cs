using MlTa.Naming;

namespace MlTa.Components.Traffic;

/// <summary>One question that is asked of one region from outside of it.</summary>
/// <param name="Stack">The stack that is watched.</param>
/// <param name="Region">Its region, whose own name is watched.</param>
/// <param name="Path">What it is asked, one of <see cref="HealthPaths"/>.</param>
public sealed record WatchedCheck(string Stack, string Region, string Path)
{
    /// <summary>What a region is asked, what decides about traffic first. Not whether the process lives: that is the cluster's question.</summary>
    private static readonly string[] s_paths = [HealthPaths.Active, HealthPaths.Ready, HealthPaths.Database, HealthPaths.Redis, HealthPaths.Models];

    /// <summary>Whether the answer decides which region users are sent to. It is no on a standby that is well, so it alone is no reason to wake anybody.</summary>
    public bool IsGate => Path == HealthPaths.Active;

    /// <summary>Such as <c>us-west-2-database</c>; <c>us-west-2-health</c> is the API.</summary>
    public string Name => $"{Region}-{Path.Split('/')[^1]}";

    /// <summary>Whether a region's database can be written.</summary>
    public static WatchedCheck GateOf(string stack, string region) => new(stack, region, HealthPaths.Active);

    /// <summary>Everything that is asked of a region.</summary>
    public static IEnumerable<WatchedCheck> Of(string stack, string region) => s_paths.Select(path => new WatchedCheck(stack, region, path));
}
