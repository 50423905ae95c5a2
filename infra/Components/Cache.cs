using MlTa.Naming;
using MlTa.Settings;

namespace MlTa.Components;

public sealed record CacheArgs
{
    public required CacheSettings Settings { get; init; }

    public required RegionNames Names { get; init; }

    public required Network Network { get; init; }

    public required Output<string> KeyArn { get; init; }

    public required SecretText Token { get; init; }
}

/// <summary>A region's cache.</summary>
public sealed class Cache : ComponentResource
{
    public const int Port = 6379;

    public Cache(string name, CacheArgs args, ComponentResourceOptions? options = null)
        : base("ml-ta:index:Cache", name, options)
    {
        Address = Output.Create("x");
        SecurityGroupId = Output.Create("x");
        RegisterOutputs();
    }

    /// <summary>The host that takes writes.</summary>
    [Output]
    public Output<string> Address { get; private set; }

    [Output]
    public Output<string> SecurityGroupId { get; private set; }
}
