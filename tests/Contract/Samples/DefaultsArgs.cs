using Pulumi;

namespace MlTa.Tests.Contract.Samples;

/// <summary>What a provider adds to all its resources.</summary>
internal sealed class DefaultsArgs : ResourceArgs
{
    [Input("tags")]
    private InputMap<string>? _tags;

    public InputMap<string> Tags
    {
        get => _tags ??= [];
        set => _tags = value;
    }
}
