using MlTa.Naming;
using MlTa.Settings;
using MlTa.Settings.Drills;
using Pulumi.Aws.Rds;
using Pulumi.Aws.Rds.Inputs;

namespace MlTa.Components.Drills;

public sealed record RestoredDatabaseArgs
{
    public required DrillRestoreSettings Restore { get; init; }

    public required DrillDatabaseSettings Settings { get; init; }

    public required RegionNames Names { get; init; }

    public required IPrivateNetwork Network { get; init; }

    public required SecretText Password { get; init; }
}

/// <summary>
/// The database as a copy of it gives it back, and nothing that outlives the drill: no final snapshot, no backups, no protection. Who it is, what
/// is in it and the key that it is under come from the copy.
/// </summary>
public sealed class RestoredDatabase : ComponentResource
{
    /// <summary>By the size of the data, with no figure from AWS; the provider gives up after 40 minutes. How many hours is assumed.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromHours(2);

    public RestoredDatabase(string name, RestoredDatabaseArgs args, ComponentResourceOptions? options = null)
        : base("ml-ta:index:RestoredDatabase", name, options)
    {
        var asChild = new CustomResourceOptions { Parent = this };
        var subnets = new Pulumi.Aws.Rds.SubnetGroup(name, new()
        {
            Name = args.Names.Drill,
            Description = "Private subnets of a drill",
            SubnetIds = args.Network.PrivateSubnetIds,
        }, asChild);

        // Without rules: who may connect is declared with the cluster, for which the restore does not wait.
        var group = new Pulumi.Aws.Ec2.SecurityGroup(name, new() { Description = "PostgreSQL of a drill", VpcId = args.Network.VpcId }, asChild);

        var inputs = new InstanceArgs
        {
            Identifier = args.Names.Drill,
            InstanceClass = args.Settings.InstanceClass,
            StorageType = "gp3",
            // As the copy is. Left out it would read as one that is not, and replace the database at the next up.
            StorageEncrypted = true,
            DbSubnetGroupName = subnets.Name,
            VpcSecurityGroupIds = { group.Id },
            PubliclyAccessible = false,
            MultiAz = false,
            BackupRetentionPeriod = 0,
            DeleteAutomatedBackups = true,
            DeletionProtection = false,
            SkipFinalSnapshot = true,
            AutoMinorVersionUpgrade = false,
            ApplyImmediately = true,
            // The provider sets it behind the restore. Production's own, of the day of the backup, is never asked for.
            Password = args.Password.Reveal(),
        };
        SetOrigin(inputs, args.Restore);

        var instance = new Instance(name, inputs, new() { Parent = this, CustomTimeouts = new() { Create = s_patience } });
        Address = instance.Address;
        SecurityGroupId = group.Id;
        RegisterOutputs();
    }

    [Output]
    public Output<string> Address { get; private set; }

    [Output]
    public Output<string> SecurityGroupId { get; private set; }

    private static void SetOrigin(InstanceArgs instance, DrillRestoreSettings restore)
    {
        if (restore.RecoveryPoint is { } snapshot)
        {
            instance.SnapshotIdentifier = snapshot;
            return;
        }

        instance.RestoreToPointInTime = new InstanceRestoreToPointInTimeArgs
        {
            SourceDbInstanceAutomatedBackupsArn = restore.AutomatedBackupsArn!,
            RestoreTime = restore.Time,
        };
    }
}
