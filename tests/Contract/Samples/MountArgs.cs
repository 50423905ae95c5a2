using Pulumi;

namespace MlTa.Tests.Contract.Samples;

/// <summary>Args inside of args.</summary>
internal sealed class MountArgs : ResourceArgs
{
    [Input("path", required: true)]
    public Input<string> Path { get; set; } = null!;

    [Input("readOnly")]
    public Input<bool>? ReadOnly { get; set; }
}
