using MlTa.Components;
using MlTa.Settings;

namespace MlTa.Topology;

/// <summary>Who backs up, and who proves that a copy can be restored.</summary>
internal static class BackupTopology
{
    public static void Declare(StackSettings settings, BackupVault vault, DatabaseFoundation foundation, ComponentResourceOptions inRegion)
    {
        if (settings.Role == Role.Active)
        {
            new BackupPlan("daily-backup", new()
            {
                Settings = settings.Backup,
                Vault = vault,
                CopyToVaultArns = [.. settings.ExistingPeers.Select(peer => settings.NamesOf(peer).VaultArn)],
            }, inRegion);
        }

        if (settings.Backup.RestoreTest is { } restoreTest)
        {
            new RestoreTest("restore-test", new()
            {
                Settings = restoreTest,
                Vault = vault,
                Foundation = foundation,
                Names = settings.Names,
            }, inRegion);
        }
    }
}
