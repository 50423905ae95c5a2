using System.Text.RegularExpressions;
using MlTa.Naming;
using MlTa.Offline;
using MlTa.Settings;

namespace MlTa.Recovery.Findings.Rules;

/// <summary>Recovery points of AWS Backup, from the active stack into every vault.</summary>
internal static partial class RecoveryPointRules
{
    /// <summary>AWS Backup API, BackupRule.</summary>
    private const int MinimumStartWindowMinutes = 60;

    public static readonly RecoveryRule[] All =
    [
        new("writer-backed-up-daily", Severity.Error,
            "The active stack backs up its writer at least once a day.",
            "If a mistake destroys the database and its replica, the newest recovery point is all there is.",
            "Declare a backup plan in the active stack, with a daily schedule, and select the tag that its database carries.",
            "The recovery plan, 'Automated daily backups'; AWS Backup developer guide, 'Assigning resources to a backup plan'")
        {
            Check = declared => declared.Writers.Where(writer => writer.Stack.Role == Role.Active && !BackupRule.SelectedFor(writer).Any(rule => IsDaily(rule.Rule.Text("schedule"))))
                .Select(writer => writer.Gap("no rule of a backup plan that selects it runs every day")),
        },

        new("recovery-points-copied", Severity.Error,
            "Recovery points are copied into the vault of every other region.",
            "A recovery point in the lost region restores nothing.",
            "Give the plan's rule one copy action for each peer, with the ARN of the vault that the peer's stack declares.",
            "AWS Backup developer guide, 'Creating backup copies across AWS Regions'")
        {
            Check = declared =>
                from plan in declared.All(ResourceTypes.BackupPlan)
                where plan.Stack.Role == Role.Active
                let copied = plan.Resource.Inputs.Items("rules").SelectMany(rule => rule.Items("copyActions")).Select(copy => copy.Text("destinationVaultArn")).ToHashSet()
                from peer in declared.PeersOf(plan.Stack)
                where !VaultsOf(peer).Any(vault => copied.Contains(vault.Arn))
                select plan.Gap($"copies into no vault of {peer.Name} in {peer.Region}"),
        },

        new("copy-within-lock", Severity.Error,
            "Recovery points and their copies live as long as the vault's lock allows.",
            "AWS Backup fails a job whose recovery point would be kept for less or for more: there would be no copy at all.",
            "Set backup.deleteAfterDays and backup.copyDeleteAfterDays within the lock of each vault that receives them.",
            "AWS Backup developer guide, 'AWS Backup Vault Lock'")
        {
            Check = declared => BackupRule.In(declared).SelectMany(rule => OutsideLock(declared, rule)),
        },

        new("backup-can-start", Severity.Error,
            "A backup has at least an hour in which it may start.",
            "AWS Backup takes no shorter window, so the plan would be refused.",
            "Set backup.startWindowMinutes to 60 or more.",
            "AWS Backup API, BackupRule, StartWindowMinutes")
        {
            Check = declared => BackupRule.In(declared)
                .Where(rule => rule.Rule.Number("startWindow") is < MinimumStartWindowMinutes)
                .Select(rule => rule.Gap($"startWindow should be at least {MinimumStartWindowMinutes} minutes, got {rule.Rule["startWindow"]}")),
        },

        new("recovery-points-stay-warm", Severity.Error,
            "Recovery points of databases are never moved to cold storage.",
            "AWS Backup has none for RDS, and what would come of a plan that asks for it is not certain.",
            "Leave coldStorageAfter out of the lifecycles.",
            "AWS Backup developer guide, 'Feature availability by resource'")
        {
            Check = declared => BackupRule.In(declared)
                .Where(rule => rule.Lifecycles.Any(lifecycle => lifecycle.At("coldStorageAfter") is not null || lifecycle.IsOn("optInToArchiveForSupportedResources")))
                .Select(rule => rule.Gap("has a lifecycle with cold storage")),
        },

        new("rds-keeps-its-own-retention", Severity.Error,
            "AWS Backup takes recovery points at times, not continuously.",
            "A continuous backup takes over the database's retention and window: the promotion, which sends both, would fail.",
            "Leave enableContinuousBackup out; point-in-time recovery comes from RDS's own backups.",
            "AWS Backup developer guide, 'Continuous backups and point-in-time recovery'; terraform-aws-modules/terraform-aws-rds-aurora issue 411")
        {
            Check = declared => BackupRule.In(declared).Where(rule => rule.Rule.IsOn("enableContinuousBackup")).Select(rule => rule.Gap("enableContinuousBackup is true")),
        },

        new("backup-takes-databases", Severity.Error,
            "AWS Backup is told in every region that it may back up RDS.",
            "Without it a plan leaves databases out, and says nothing.",
            "Opt RDS in with the region's settings of AWS Backup.",
            "AWS Backup developer guide, 'Service opt-in'")
        {
            Check = declared => declared.Stacks
                .Where(stack => stack.Of(ResourceTypes.Vault).Count > 0 && !stack.Of(ResourceTypes.BackupRegion).Any(region => region.Inputs.IsOn("resourceTypeOptInPreference.RDS")))
                .Select(stack => stack.Gap("AWS Backup's opt-in", $"resourceTypeOptInPreference of {stack.Region} does not say RDS true")),
        },

        new("restore-tested", Severity.Warning,
            "Copies are restored regularly in a region other than the writer's.",
            "Nobody knows that a backup can be restored until it has been.",
            "Set backup.restoreTest in a stack that receives copies.",
            "AWS Backup developer guide, 'Restore testing'")
        {
            Check = declared => declared.Writer is { } writer && !declared.All(ResourceTypes.RestoreTest).Any(test => test.Stack.Region != writer.Stack.Region)
                ? [writer.Gap($"no region but {writer.Stack.Region} restores copies of it")]
                : [],
        },
    ];

    /// <summary>Every day of every month, or a rate of a day or less.</summary>
    private static bool IsDaily(string? schedule) => schedule is not null && DailyPattern().IsMatch(schedule);

    private static IEnumerable<(string Arn, JudgedStack Stack, DeclaredResource Vault)> VaultsOf(JudgedStack stack) => stack.Of(ResourceTypes.Vault)
        .Select(vault => (Arns.BackupVault(stack.Region, stack.Settings.Account, vault.Inputs.Text("name") ?? ""), stack, vault));

    private static IEnumerable<Gap> OutsideLock(Declarations declared, BackupRule rule)
    {
        var own = VaultsOf(rule.Plan.Stack).Where(vault => vault.Vault.Inputs.Text("name") == rule.Rule.Text("targetVaultName"));
        var copies =
            from copy in rule.Rule.Items("copyActions")
            from vault in declared.Stacks.SelectMany(VaultsOf)
            where vault.Arn == copy.Text("destinationVaultArn")
            // The source's lifecycle where a copy has none.
            select (vault, Lifecycle: copy["lifecycle"] ?? rule.Rule["lifecycle"]);
        return from kept in own.Select(vault => (vault, Lifecycle: rule.Rule["lifecycle"])).Concat(copies)
               from vaultLock in kept.vault.Stack.Users(kept.vault.Vault, ResourceTypes.VaultLock)
               let days = kept.Lifecycle.Number("deleteAfter")
               let minimum = vaultLock.Inputs.Number("minRetentionDays") ?? 0
               let maximum = vaultLock.Inputs.Number("maxRetentionDays") ?? double.PositiveInfinity
               where (days ?? double.PositiveInfinity) < minimum || (days ?? double.PositiveInfinity) > maximum
               select rule.Gap($"keeps what goes into {kept.vault.Arn} {(days is null ? "for good" : $"{days} days")}, its lock takes {minimum} to {maximum}");
    }

    [GeneratedRegex(@"^(cron\(\S+ \S+ (\* \* \?|\? \* \*) \*\)|rate\((1 day|([1-9]|1[0-9]|2[0-4]) hours?)\))\z")]
    private static partial Regex DailyPattern();
}
