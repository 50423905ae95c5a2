using MlTa.Components;
using MlTa.Naming;
using MlTa.Settings;

namespace MlTa.Topology;

/// <summary>What every part of a stack is declared with.</summary>
/// <param name="Settings">What the stack file decides.</param>
/// <param name="Provider">The stack's only AWS provider.</param>
/// <param name="Keys">The region's keys.</param>
/// <param name="Network">The region's VPC.</param>
/// <param name="Outputs">Takes the stack's outputs.</param>
internal sealed record DeclaredRegion(
    StackSettings Settings,
    Pulumi.Aws.Provider Provider,
    IReadOnlyDictionary<KeyPurpose, EncryptionKey> Keys,
    Network Network,
    Dictionary<string, object?> Outputs)
{
    public RegionNames Names => Settings.Names;

    /// <summary>Hands the AWS provider to a component.</summary>
    public ComponentResourceOptions Options => new() { Providers = { Provider } };

    public Output<string> KeyArn(KeyPurpose purpose) => Keys[purpose].Arn;
}
