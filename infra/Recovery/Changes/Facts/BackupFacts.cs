namespace MlTa.Recovery.Changes.Facts;

/// <summary>AWS Backup.</summary>
internal static class BackupFacts
{
    public static IReadOnlyList<TypeFacts> All { get; } =
    [
        new("aws:backup/plan:Plan", "internal/service/backup/plan.go")
        {
            Replacing = ["name"],
            InPlace = ["advancedBackupSettings", "rules", "tags"],
        },
        new("aws:backup/regionSettings:RegionSettings", "internal/service/backup/region_settings.go")
        {
            InPlace = ["resourceTypeManagementPreference", "resourceTypeOptInPreference"],
        },
        // Restore testing: read in files of 2024 to 2026, because older releases do not have it.
        new("aws:backup/restoreTestingPlan:RestoreTestingPlan", "internal/service/backup/restore_testing_plan.go")
        {
            Replacing = ["name"],
            InPlace = ["recoveryPointSelection", "scheduleExpression", "scheduleExpressionTimezone", "startWindowHours", "tags"],
        },
        new("aws:backup/restoreTestingSelection:RestoreTestingSelection", "internal/service/backup/restore_testing_selection.go")
        {
            Replacing = ["name", "protectedResourceType", "restoreTestingPlanName"],
            InPlace = ["iamRoleArn", "protectedResourceArns", "protectedResourceConditions", "restoreMetadataOverrides", "validationWindowHours"],
        },
        new("aws:backup/selection:Selection", "internal/service/backup/selection.go")
        {
            Replacing = ["conditions", "iamRoleArn", "name", "notResources", "planId", "resources", "selectionTags"],
        },
        new("aws:backup/vault:Vault", "internal/service/backup/vault.go")
        {
            Replacing = ["kmsKeyArn", "name"],
            InPlace = ["forceDestroy", "tags"],
        },
        new("aws:backup/vaultLockConfiguration:VaultLockConfiguration", "internal/service/backup/vault_lock_configuration.go")
        {
            Replacing = ["backupVaultName", "changeableForDays", "maxRetentionDays", "minRetentionDays"],
        },
        new("aws:backup/vaultPolicy:VaultPolicy", "internal/service/backup/vault_policy.go")
        {
            Replacing = ["backupVaultName"],
            InPlace = ["policy"],
        },
    ];
}
