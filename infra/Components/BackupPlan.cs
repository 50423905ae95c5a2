using MlTa.Settings;
using Pulumi.Aws.Backup;
using Pulumi.Aws.Backup.Inputs;

namespace MlTa.Components;

public sealed record BackupPlanArgs
{
    public required BackupSettings Settings { get; init; }

    public required BackupVault Vault { get; init; }

    /// <summary>The vaults of the other regions.</summary>
    public required IReadOnlyList<string> CopyToVaultArns { get; init; }
}

/// <summary>
/// A daily recovery point of every tagged database, copied to the other regions. Snapshots, not continuous backups:
/// those take over the retention settings of RDS, and a later change of these then fails.
/// </summary>
public sealed class BackupPlan : ComponentResource
{
    public BackupPlan(string name, BackupPlanArgs args, ComponentResourceOptions? options = null)
        : base("ml-ta:index:BackupPlan", name, options)
    {
        var asChild = new CustomResourceOptions { Parent = this };

        var plan = new Plan(name, new()
        {
            Rules =
            {
                new PlanRuleArgs
                {
                    RuleName = "daily",
                    TargetVaultName = args.Vault.Name,
                    Schedule = args.Settings.Schedule,
                    StartWindow = args.Settings.StartWindowMinutes,
                    CompletionWindow = args.Settings.CompletionWindowMinutes,
                    // No cold storage: AWS Backup has none for RDS.
                    Lifecycle = new PlanRuleLifecycleArgs { DeleteAfter = args.Settings.DeleteAfterDays },
                    CopyActions = args.CopyToVaultArns.Select(vault => new PlanRuleCopyActionArgs
                    {
                        DestinationVaultArn = vault,
                        // Without its own number a copy expires with its source.
                        Lifecycle = new PlanRuleCopyActionLifecycleArgs { DeleteAfter = args.Settings.CopyDeleteAfterDays },
                    }).ToList(),
                },
            },
        }, asChild);

        new Selection(name, new()
        {
            PlanId = plan.Id,
            IamRoleArn = args.Vault.RoleArn,
            SelectionTags =
            {
                new SelectionSelectionTagArgs { Type = "STRINGEQUALS", Key = Database.BackupTag, Value = Database.BackupTagValue },
            },
            // A job that starts before the role's policies are attached fails.
        }, new() { Parent = this, DependsOn = { args.Vault } });

        RegisterOutputs();
    }
}
