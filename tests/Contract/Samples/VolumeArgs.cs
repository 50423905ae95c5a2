using Pulumi;

namespace MlTa.Tests.Contract.Samples;

/// <summary>An input of every kind. Lists and maps are made on first use, as in a provider's package.</summary>
internal sealed class VolumeArgs : ResourceArgs
{
    [Input("zones")]
    private InputList<string>? _zones;

    [Input("tags")]
    private InputMap<string>? _tags;

    [Input("mounts")]
    private InputList<MountArgs>? _mounts;

    [Input("values")]
    private InputMap<object>? _values;

    [Input("label")]
    public Input<string>? Label { get; set; }

    [Input("size")]
    public Input<int>? Size { get; set; }

    [Input("price")]
    public Input<double>? Price { get; set; }

    [Input("encrypted")]
    public Input<bool>? Encrypted { get; set; }

    [Input("mount")]
    public Input<MountArgs>? Mount { get; set; }

    [Input("tier")]
    public Input<Tier>? Tier { get; set; }

    [Input("access")]
    public InputUnion<string, int>? Access { get; set; }

    [Input("document")]
    public InputJson? Document { get; set; }

    [Input("owner")]
    public Input<Volume>? Owner { get; set; }

    [Input("anything")]
    public Input<object>? Anything { get; set; }

    [Input("id")]
    public Input<string>? Id { get; set; }

    [Input("urn")]
    public Input<string>? Urn { get; set; }

    public InputList<string> Zones
    {
        get => _zones ??= [];
        set => _zones = value;
    }

    public InputMap<string> Tags
    {
        get => _tags ??= [];
        set => _tags = value;
    }

    public InputMap<object> Values
    {
        get => _values ??= [];
        set => _values = value;
    }

    public InputList<MountArgs> Mounts
    {
        get => _mounts ??= [];
        set => _mounts = value;
    }
}
