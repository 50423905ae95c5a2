using Pulumi;

namespace MlTa.Tests.Contract.Samples;

/// <summary>A nested object that a provider returns.</summary>
[OutputType]
internal sealed class Mount
{
    public readonly string Path;
    public readonly int Depth;
    public readonly string? Owner;

    [OutputConstructor]
    internal Mount(string path, int depth, string? owner)
    {
        Path = path;
        Depth = depth;
        Owner = owner;
    }
}
