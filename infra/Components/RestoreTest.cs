using MlTa.Naming;
using MlTa.Settings;
using Pulumi.Aws.Backup;
using Pulumi.Aws.Backup.Inputs;

namespace MlTa.Components;

public sealed record RestoreTestArgs
{
    public required RestoreTestSettings Settings { get; init; }

    public required BackupVault Vault { get; init; }

    public required DatabaseFoundation Foundation { get; init; }

    public required RegionNames Names { get; init; }
}

/// <summary>AWS Backup restores the newest copy regularly in this region, and deletes the restored database again.</summary>
public sealed class RestoreTest : ComponentResource
{
    private const int StartWindowHours = 1;

    public RestoreTest(string name, RestoreTestArgs args, ComponentResourceOptions? options = null)
        : base("ml-ta:index:RestoreTest", name, options)
    {
        var asChild = new CustomResourceOptions { Parent = this };

        var plan = new RestoreTestingPlan(name, new()
        {
            Name = args.Names.RestoreTest,
            ScheduleExpression = args.Settings.Schedule,
            StartWindowHours = StartWindowHours,
            RecoveryPointSelection = new RestoreTestingPlanRecoveryPointSelectionArgs
            {
                Algorithm = "LATEST_WITHIN_WINDOW",
                IncludeVaults = { args.Vault.Arn },
                RecoveryPointTypes = { "SNAPSHOT" },
                SelectionWindowDays = args.Settings.SelectionWindowDays,
            },
        }, asChild);

        new RestoreTestingSelection(name, new()
        {
            Name = args.Names.RestoreTest,
            RestoreTestingPlanName = plan.Name,
            ProtectedResourceType = "RDS",
            ProtectedResourceArns = { "*" },
            IamRoleArn = args.Vault.RoleArn,
            ValidationWindowHours = args.Settings.ValidationWindowHours,
            // Otherwise AWS Backup restores into the default VPC, which a hardened account no longer has, and into the
            // default security group, through which nobody could check the result. Assumed: the list is JSON, as the
            // metadata of a recovery point shows it.
            RestoreMetadataOverrides =
            {
                ["dbSubnetGroupName"] = args.Foundation.SubnetGroupName,
                ["vpcSecurityGroupIds"] = Output.JsonSerialize(args.Foundation.SecurityGroupId.Apply(id => new[] { id })),
            },
        }, asChild);

        RegisterOutputs();
    }
}
