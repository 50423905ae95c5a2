using MlTa.Components;
using MlTa.Naming;
using MlTa.Settings;

namespace MlTa.Topology;

/// <summary>Where recovery points are kept, who makes them, and who proves that a copy can be restored.</summary>
internal static class BackupTopology
{
    public static void Declare(DeclaredRegion region, DatabaseFoundation foundation)
    {
        var settings = region.Settings;
        var vault = new BackupVault("backup", new()
        {
            Lock = settings.Backup.Lock,
            KeyArn = region.KeyArn(KeyPurpose.Backup),
            Names = region.Names,
        }, region.Options);
        region.Outputs["vaultArn"] = vault.Arn;

        if (settings.Role == Role.Active)
        {
            new BackupPlan("daily-backup", new()
            {
                Settings = settings.Backup,
                Vault = vault,
                CopyToVaultArns = [.. settings.ExistingPeers.Select(peer => settings.NamesOf(peer).VaultArn)],
            }, region.Options);
        }

        if (settings.Backup.RestoreTest is { } restoreTest)
        {
            new RestoreTest("restore-test", new()
            {
                Settings = restoreTest,
                Vault = vault,
                Foundation = foundation,
                Names = region.Names,
            }, region.Options);
        }
    }
}
