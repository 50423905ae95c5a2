using System.Text.Json.Nodes;
using T = MlTa.Recovery.Findings.ResourceTypes;

namespace MlTa.Tests.Recovery.Mutations;

/// <summary>Recovery points, their copies and their vaults.</summary>
internal static class BackupMutations
{
    private const string Plan = $"primary {T.BackupPlan}";
    private const string ArchiveVault = $"backup {T.Vault}";

    public static IReadOnlyList<GraphMutation> All { get; } =
    [
        new("no backup plan", s => s.Drop(Plan).Drop($"primary {T.BackupSelection}"), "writer-backed-up-daily"),
        new("a plan that selects another tag", s => s.Set($"primary {T.BackupSelection}", "selectionTags[0].value", "weekly"), "writer-backed-up-daily"),
        new("a database without the tag that is selected", s => s.Set($"primary {T.Database}", "tags", null), "writer-backed-up-daily"),
        new("a weekly backup", s => s.Set(Plan, "rules[0].schedule", "cron(0 5 ? * SUN *)"), "writer-backed-up-daily"),
        new("a copy action dropped", s => s.Set(Plan, "rules[0].copyActions[1]", null), "recovery-points-copied"),
        new("a copy into a vault that nobody declares", s => s.Say(Plan, "ml-ta-us-east-1", "ml-ta-elsewhere"), "recovery-points-copied"),
        new("a copy kept for less than the lock takes", s => s.Set(Plan, "rules[0].copyActions[1].lifecycle.deleteAfter", 3), "copy-within-lock"),
        new("a copy without an end", s => s.Set(Plan, "rules[0].copyActions[0].lifecycle", new JsonObject()), "copy-within-lock"),
        new("a lock that takes only longer ones", s => s.Set($"backup {T.VaultLock}", "minRetentionDays", 60), "copy-within-lock"),
        new("a recovery point that its own vault refuses", s => s.Set($"primary {T.VaultLock}", "maxRetentionDays", 30), "copy-within-lock"),
        new("a backup that has half an hour to start", s => s.Set(Plan, "rules[0].startWindow", 30), "backup-can-start"),
        new("cold storage for a database", s => s.Set(Plan, "rules[0].copyActions[1].lifecycle.coldStorageAfter", 7), "recovery-points-stay-warm"),
        new("a continuous backup", s => s.Set(Plan, "rules[0].enableContinuousBackup", true), "rds-keeps-its-own-retention"),
        new("a region that leaves databases out", s => s.Set($"primary {T.BackupRegion}", "resourceTypeOptInPreference.RDS", false), "backup-takes-databases"),
        new("no restore test anywhere", s => s.Drop($"secondary {T.RestoreTest}").Drop($"backup {T.RestoreTest}"), "restore-tested"),
        new("a vault without a lock", s => s.Drop($"backup {T.VaultLock}"), "vault-locked"),
        new("a lock without a minimum", s => s.Set($"secondary {T.VaultLock}", "minRetentionDays", null), "vault-locked"),
        new("a vault without a policy", s => s.Drop($"backup {T.VaultPolicy}"), "vault-refuses-deletion"),
        new("a vault whose policy forgets the lifecycle", s => s.Say($"backup {T.VaultPolicy}", "backup:UpdateRecoveryPointLifecycle", "backup:ListTags"), "vault-refuses-deletion"),
        new("a vault whose policy allows what it should deny", s => s.Say($"backup {T.VaultPolicy}", "Deny", "Allow"), "vault-refuses-deletion"),
        new("a vault without a key", s => s.Set(ArchiveVault, "kmsKeyArn", null), "store-encrypted"),
        new("a vault that is destroyed with all that is in it", s => s.Set(ArchiveVault, "forceDestroy", true), "data-protected"),
        new("a failed backup that nobody hears of", s => s.Drop($"primary {T.EventTarget} backups-failed"), "failed-backup-alarmed"),
        new("copies whose failure is not an event", s => s.Say($"primary {T.EventRule} backups-failed", "Copy Job State Change", "Scan Job State Change"), "failed-backup-alarmed"),
        new("an archive that does not miss what does not come", s => s.Drop($"backup {T.Alarm} no-recovery-point"), "missing-backup-alarmed"),
        new("an archive that waits for another region's vault", s => s.Say($"backup {T.EventRule} backups-arrived", "eu-west-1", "us-east-1"), "missing-backup-alarmed"),
    ];
}
