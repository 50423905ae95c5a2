using System.Collections.Immutable;
using Pulumi;

namespace MlTa.Tests.Contract.Samples;

/// <summary>A nested object that holds others.</summary>
[OutputType]
internal sealed class Layout
{
    public readonly ImmutableArray<Mount> Mounts;

    [OutputConstructor]
    internal Layout(ImmutableArray<Mount> mounts) => Mounts = mounts;
}
