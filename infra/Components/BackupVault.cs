using MlTa.Components.Policies;
using MlTa.Naming;
using MlTa.Settings;
using Pulumi.Aws.Backup;
using Pulumi.Aws.Iam;

namespace MlTa.Components;

public sealed record BackupVaultArgs
{
    public required VaultLockSettings Lock { get; init; }

    public required Output<string> KeyArn { get; init; }

    public required RegionNames Names { get; init; }
}

/// <summary>One region's vault, what protects it, and the role that AWS Backup acts as.</summary>
public sealed class BackupVault : ComponentResource
{
    private static readonly string[] s_managedPolicies =
    [
        "service-role/AWSBackupServiceRolePolicyForBackup",
        "service-role/AWSBackupServiceRolePolicyForRestores",
    ];

    public BackupVault(string name, BackupVaultArgs args, ComponentResourceOptions? options = null)
        : base("ml-ta:index:BackupVault", name, options)
    {
        var asChild = new CustomResourceOptions { Parent = this };

        var vault = new Vault(name, new()
        {
            Name = args.Names.Vault,
            KmsKeyArn = args.KeyArn,
            ForceDestroy = false,
        }, new() { Parent = this, Protect = true });

        // A change of its numbers replaces it. Made before the old one is deleted, the new lock would go with the old.
        new VaultLockConfiguration(name, LockOf(vault, args.Lock), new() { Parent = this, DeleteBeforeReplace = true });

        new VaultPolicy(name, new()
        {
            BackupVaultName = vault.Name,
            Policy = KeepRecoveryPoints(args.Names).ToJson(),
        }, asChild);

        // Per account and region, so no stack that comes and goes may declare it.
        new RegionSettings(name, new()
        {
            ResourceTypeOptInPreference = { ["RDS"] = true },
        }, new()
        {
            Parent = this,
            // AWS answers with all resource types, the ones that were not asked for included.
            IgnoreChanges = { "resourceTypeOptInPreference" },
        });

        Name = vault.Name;
        Arn = vault.Arn;
        RoleArn = DeclareRole(name, asChild).Arn;
        RegisterOutputs();
    }

    [Output]
    public Output<string> Name { get; private set; }

    [Output]
    public Output<string> Arn { get; private set; }

    /// <summary>There in every role: IAM is changed in us-east-1, which may be the region that was lost.</summary>
    [Output]
    public Output<string> RoleArn { get; private set; }

    private static VaultLockConfigurationArgs LockOf(Vault vault, VaultLockSettings settings)
    {
        var args = new VaultLockConfigurationArgs
        {
            BackupVaultName = vault.Name,
            MinRetentionDays = settings.MinimumRetentionDays,
            MaxRetentionDays = settings.MaximumRetentionDays,
        };

        // The mode is in nothing but this: with the number the lock becomes final after so many days.
        if (settings.ChangeableForDays is { } days)
        {
            args.ChangeableForDays = days;
        }

        return args;
    }

    /// <summary>
    /// Keeps credentials that deploy from deleting recovery points, or from lifting this policy first. What a compliance
    /// lock keeps is kept from everybody; neither helps where the key is deleted.
    /// </summary>
    private static PolicyDocument KeepRecoveryPoints(RegionNames names) => new(new PolicyStatement
    {
        Sid = "KeepRecoveryPoints",
        Effect = PolicyEffect.Deny,
        Principal = PolicyStatement.Everybody,
        Action =
        [
            "backup:DeleteRecoveryPoint", "backup:UpdateRecoveryPointLifecycle", "backup:DeleteBackupVault",
            "backup:DeleteBackupVaultAccessPolicy", "backup:PutBackupVaultAccessPolicy",
        ],
        Resource = ["*"],
        Condition = PolicyStatement.When(("ArnNotEquals", "aws:PrincipalArn", [names.BreakGlassRoleArn])),
    });

    private static Pulumi.Aws.Iam.Role DeclareRole(string name, CustomResourceOptions asChild)
    {
        var role = new Pulumi.Aws.Iam.Role(name, new()
        {
            Description = "AWS Backup: takes, copies and restores recovery points",
            AssumeRolePolicy = PolicyDocument.TrustOf("backup.amazonaws.com").ToJson(),
        }, asChild);

        foreach (var policy in s_managedPolicies)
        {
            new RolePolicyAttachment($"{name}-{policy.Split("PolicyFor")[1].ToLowerInvariant()}", new()
            {
                Role = role.Name,
                PolicyArn = Arns.ManagedPolicy(policy),
            }, asChild);
        }

        return role;
    }
}
