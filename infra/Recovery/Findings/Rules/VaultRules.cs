namespace MlTa.Recovery.Findings.Rules;

/// <summary>What keeps recovery points from being deleted by mistake or on purpose.</summary>
internal static class VaultRules
{
    private static readonly string[] s_deletions = ["backup:DeleteRecoveryPoint", "backup:UpdateRecoveryPointLifecycle"];

    public static readonly RecoveryRule[] All =
    [
        new("vault-locked", Severity.Error,
            "Every vault is locked with a minimum retention.",
            "Whoever gets in, or makes a mistake, can shorten the life of the last copies to a day.",
            "Declare the vault's lock with minRetentionDays (backup.lock).",
            "AWS Backup developer guide, 'AWS Backup Vault Lock'")
        {
            Check = declared => declared.All(ResourceTypes.Vault)
                .Where(vault => !vault.Stack.Users(vault.Resource, ResourceTypes.VaultLock).Any(vaultLock => vaultLock.Inputs.Number("minRetentionDays") >= 1))
                .Select(vault => vault.Gap("no lock gives it a minimum retention")),
        },

        new("vault-refuses-deletion", Severity.Error,
            "Every vault's policy denies the deletion of recovery points and the change of their lifecycle.",
            "A lock in governance mode stops no administrator, and malware has often become one.",
            "Declare the vault's policy, with the break-glass role as the only exception.",
            "AWS Backup developer guide, 'Vault access policies'")
        {
            Check = declared =>
                from vault in declared.All(ResourceTypes.Vault)
                let allowed = s_deletions.Where(action => !vault.Stack.Users(vault.Resource, ResourceTypes.VaultPolicy).Any(policy => policy.Inputs.Denies("policy", action))).ToList()
                where allowed.Count > 0
                select vault.Gap($"its policy does not deny {string.Join(", ", allowed)}"),
        },
    ];
}
