using MlTa.Components;
using MlTa.Naming;
using MlTa.Settings;

namespace MlTa.Topology;

/// <summary>What every part of a stack is declared with.</summary>
/// <param name="Settings">What the stack file decides.</param>
/// <param name="Options">Hands the region's only AWS provider to a component.</param>
/// <param name="Keys">The region's keys.</param>
/// <param name="Network">The region's VPC.</param>
/// <param name="Outputs">Takes the stack's outputs.</param>
internal sealed record DeclaredRegion(
    StackSettings Settings,
    ComponentResourceOptions Options,
    IReadOnlyDictionary<KeyPurpose, EncryptionKey> Keys,
    Network Network,
    Dictionary<string, object?> Outputs)
{
    public RegionNames Names => Settings.Names;

    public Output<string> KeyArn(KeyPurpose purpose) => Keys[purpose].Arn;
}
