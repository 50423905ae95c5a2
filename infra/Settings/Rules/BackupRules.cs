using System.Text.RegularExpressions;

namespace MlTa.Settings.Rules;

/// <summary>Limits of AWS Backup: API reference, BackupRule, PutBackupVaultLockConfiguration, RestoreTestingPlan.</summary>
internal static partial class BackupRules
{
    private const int MinimumStartWindowMinutes = 60;
    private const int MinimumChangeableForDays = 3;
    private const int MaximumRetentionDays = 36500;
    private const int MaximumSelectionWindowDays = 365;
    private const int MaximumValidationWindowHours = 168;

    private const string CronLimit = "expected an AWS cron expression of six fields, one of the two days a ?,";

    public static readonly Rule<StackSettings>[] All =
    [
        new("backup.schedule", s => !CronPattern().IsMatch(s.Backup.Schedule),
            s => $"{CronLimit} such as cron(0 5 * * ? *), got '{s.Backup.Schedule}'"),

        new("backup.startWindowMinutes", s => s.Backup.StartWindowMinutes < MinimumStartWindowMinutes,
            s => $"expected at least {MinimumStartWindowMinutes}, got {s.Backup.StartWindowMinutes}"),

        new("backup.completionWindowMinutes", s => s.Backup.CompletionWindowMinutes < (long)s.Backup.StartWindowMinutes + MinimumStartWindowMinutes,
            s => $"expected at least {MinimumStartWindowMinutes} more than startWindowMinutes ({s.Backup.StartWindowMinutes}), got {s.Backup.CompletionWindowMinutes}", "backup.startWindowMinutes"),

        new("backup.lock.minimumRetentionDays", s => s.Backup.Lock.MinimumRetentionDays < 1,
            s => $"expected at least 1, got {s.Backup.Lock.MinimumRetentionDays}"),

        new("backup.lock.maximumRetentionDays", s => s.Backup.Lock.MaximumRetentionDays < s.Backup.Lock.MinimumRetentionDays || s.Backup.Lock.MaximumRetentionDays > MaximumRetentionDays,
            s => $"expected minimumRetentionDays ({s.Backup.Lock.MinimumRetentionDays}) to {MaximumRetentionDays}, got {s.Backup.Lock.MaximumRetentionDays}", "backup.lock.minimumRetentionDays"),

        new("backup.lock.changeableForDays", s => s.Backup.Lock is { Mode: LockMode.Compliance, ChangeableForDays: null or < MinimumChangeableForDays or > MaximumRetentionDays },
            s => $"a compliance lock can be taken back for a while, so give {MinimumChangeableForDays} to {MaximumRetentionDays} days, got {s.Backup.Lock.ChangeableForDays?.ToString() ?? "nothing"}", "backup.lock.mode"),

        new("backup.lock.changeableForDays", s => s.Backup.Lock is { Mode: LockMode.Governance, ChangeableForDays: not null },
            s => $"AWS turns a lock with this number into a compliance lock, so remove it or say mode compliance, got {s.Backup.Lock.ChangeableForDays}", "backup.lock.mode"),

        new("backup.deleteAfterDays", s => IsOutside(s.Backup.Lock, s.Backup.DeleteAfterDays),
            s => $"the vault's lock takes {Range(s.Backup.Lock)} days and fails other jobs, got {s.Backup.DeleteAfterDays}", "backup.lock"),

        new("backup.copyDeleteAfterDays", s => s.Backup.CopyDeleteAfterDays is < 1 or > MaximumRetentionDays,
            s => $"expected 1 to {MaximumRetentionDays}, got {s.Backup.CopyDeleteAfterDays}"),

        new("backup.restoreTest.schedule", s => s.Backup.RestoreTest is { } test && !CronPattern().IsMatch(test.Schedule),
            s => $"{CronLimit} such as cron(0 9 ? * SUN *), got '{s.Backup.RestoreTest!.Schedule}'"),

        new("backup.restoreTest.selectionWindowDays", s => s.Backup.RestoreTest?.SelectionWindowDays is < 1 or > MaximumSelectionWindowDays,
            s => $"expected 1 to {MaximumSelectionWindowDays}, got {s.Backup.RestoreTest!.SelectionWindowDays}"),

        new("backup.restoreTest.validationWindowHours", s => s.Backup.RestoreTest?.ValidationWindowHours is < 1 or > MaximumValidationWindowHours,
            s => $"expected 1 to {MaximumValidationWindowHours}, got {s.Backup.RestoreTest!.ValidationWindowHours}"),
    ];

    public static bool IsOutside(VaultLockSettings vaultLock, int retentionDays) =>
        retentionDays < vaultLock.MinimumRetentionDays || retentionDays > vaultLock.MaximumRetentionDays;

    public static string Range(VaultLockSettings vaultLock) => $"{vaultLock.MinimumRetentionDays} to {vaultLock.MaximumRetentionDays}";

    /// <summary>Minute and hour as numbers or as lists, ranges and steps of them; of the other fields only that they are there.</summary>
    [GeneratedRegex(@"^cron\((\*|[0-5]?[0-9])([-,/][0-5]?[0-9])* (\*|1?[0-9]|2[0-3])([-,/](1?[0-9]|2[0-3]))* (\? [^\s()?]+ [^\s()?]+|[^\s()?]+ [^\s()?]+ \?) [^\s()?]+\)\z")]
    private static partial Regex CronPattern();
}
