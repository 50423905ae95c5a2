using MlTa.Components;
using MlTa.Naming;
using MlTa.Settings;

namespace MlTa.Topology;

/// <summary>What one stack declares. Run by the engine, by the offline commands and by the tests alike.</summary>
public static class RegionTopology
{
    /// <summary>How often the provider repeats a failed call; assumed to be enough. Its default of 25, with growing pauses, makes an outage look like a hang.</summary>
    private const int MaximumRetries = 5;

    /// <returns>The stack's outputs.</returns>
    public static IDictionary<string, object?> Declare(StackSettings settings)
    {
        var inRegion = new ComponentResourceOptions { Providers = { DeclareProvider(settings) } };
        var keys = Enum.GetValues<KeyPurpose>().ToDictionary(purpose => purpose, purpose =>
            new EncryptionKey($"{SettingNames.Of(purpose)}-key", new() { Names = settings.Names, Purpose = purpose }, inRegion));

        var network = new Network("network", new() { Settings = settings.Network, Names = settings.Names }, inRegion);
        var foundation = new DatabaseFoundation("database", new()
        {
            Settings = settings.Database,
            Network = network,
            Names = settings.Names,
            IsFenced = settings.Role == Role.Fenced,
        }, inRegion);

        var vault = new BackupVault("backup", new()
        {
            Lock = settings.Backup.Lock,
            KeyArn = keys[KeyPurpose.Backup].Arn,
            Names = settings.Names,
        }, inRegion);

        var outputs = new Dictionary<string, object?>
        {
            ["vpcId"] = network.VpcId,
            ["vaultArn"] = vault.Arn,
        };

        DatabaseTopology.Declare(settings, foundation, keys[KeyPurpose.Database].Arn, outputs, inRegion);
        BackupTopology.Declare(settings, vault, foundation, inRegion);
        StorageTopology.Declare(settings, keys[KeyPurpose.Storage].Arn, outputs, inRegion);
        return outputs;
    }

    /// <summary>The stack's only provider: one for another region would fail, or hang, with that region.</summary>
    private static Pulumi.Aws.Provider DeclareProvider(StackSettings settings) => new(settings.Region, new()
    {
        Region = settings.Region,
        AllowedAccountIds = { settings.Account },
        MaxRetries = MaximumRetries,
        DefaultTags = new Pulumi.Aws.Inputs.ProviderDefaultTagsArgs
        {
            // Nothing that a failover changes: it would touch every resource.
            Tags = { ["project"] = settings.Prefix, ["stack"] = settings.Stack, ["managed-by"] = "pulumi" },
        },
    });
}
