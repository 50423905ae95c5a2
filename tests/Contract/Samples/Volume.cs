using System.Collections.Immutable;
using System.Text.Json;
using Pulumi;

namespace MlTa.Tests.Contract.Samples;

/// <summary>A resource with an output of every kind, in the shape that a provider's package gives it.</summary>
internal sealed class Volume : CustomResource
{
    public const string Token = "sample:index:Volume";

    public Volume(string name, VolumeArgs? args = null, CustomResourceOptions? options = null)
        : base(Token, name, args ?? new VolumeArgs(), options)
    {
    }

    [Output("label")]
    public Output<string> Label { get; private set; } = null!;

    [Output("size")]
    public Output<int> Size { get; private set; } = null!;

    [Output("price")]
    public Output<double> Price { get; private set; } = null!;

    [Output("encrypted")]
    public Output<bool> Encrypted { get; private set; } = null!;

    [Output("limit")]
    public Output<int?> Limit { get; private set; } = null!;

    [Output("zones")]
    public Output<ImmutableArray<string>> Zones { get; private set; } = null!;

    [Output("tags")]
    public Output<ImmutableDictionary<string, string>> Tags { get; private set; } = null!;

    [Output("mount")]
    public Output<Mount> Mount { get; private set; } = null!;

    [Output("mounts")]
    public Output<ImmutableArray<Mount>> Mounts { get; private set; } = null!;

    [Output("layout")]
    public Output<Layout> Layout { get; private set; } = null!;

    [Output("tier")]
    public Output<Tier> Tier { get; private set; } = null!;

    [Output("access")]
    public Output<Union<string, int>> Access { get; private set; } = null!;

    [Output("document")]
    public Output<JsonElement> Document { get; private set; } = null!;
}
