using MlTa.Naming;
using MlTa.Settings;
using Pulumi.Aws.Rds;

namespace MlTa.Components;

public sealed record DatabaseArgs
{
    public required DatabaseSettings Settings { get; init; }

    public required DatabaseLineageSettings Lineage { get; init; }

    /// <summary>What it follows now; null for a writer. Dropping it is the promotion.</summary>
    public required string? FollowedArn { get; init; }

    /// <summary>Whether another lineage has taken its place, so that it only keeps its data.</summary>
    public required bool IsKept { get; init; }

    /// <summary>The kept database that it is restored from, if that is one: RDS works on it when it is closed, so the restore comes after that.</summary>
    public Database? RestoredFrom { get; init; }

    public required RegionNames Names { get; init; }

    public required DatabaseFoundation Foundation { get; init; }

    public required Output<string> KeyArn { get; init; }

    public required SecretText Password { get; init; }
}

/// <summary>
/// One lineage of the PostgreSQL database: born as the writer, restored from a backup, or born as a replica and promoted
/// later. Both roles of a replica differ in <c>ReplicateSourceDb</c> and in what RDS only asks at deletion: a promotion that comes with other
/// changes makes the provider wait for the promotion and then modify the instance a second time. A lineage that becomes a kept
/// one stays the same resource, and differs in who connects to it and in that it is no longer backed up.
/// </summary>
public sealed class Database : ComponentResource
{
    /// <summary>AWS Backup selects by this tag, so that a new generation is backed up without another edit.</summary>
    public const string BackupTag = "backup";
    public const string BackupTagValue = "daily";

    /// <summary>Of the database in the instance. A replica inherits both from its source.</summary>
    public const string Name = "mlta";
    public const string UserName = "mlta";

    private const int MonitoringIntervalSeconds = 60;
    private const int PerformanceInsightsRetentionDays = 7;

    public Database(string name, DatabaseArgs args, ComponentResourceOptions? options = null)
        : base("ml-ta:index:Database", name, options)
    {
        var settings = args.Settings;
        var instanceArgs = new InstanceArgs
        {
            Identifier = args.Names.Database(args.Lineage.Generation),
            InstanceClass = settings.InstanceClass,
            MultiAz = settings.MultiAz,
            StorageType = "gp3",
            MaxAllocatedStorage = settings.MaximumStorageGiB,
            // Replaces the instance when it changes, and one that does not say so reads as one that is not encrypted.
            StorageEncrypted = true,
            DbSubnetGroupName = args.Foundation.SubnetGroupName,
            ParameterGroupName = args.Foundation.ParameterGroupName,
            VpcSecurityGroupIds = { args.IsKept ? args.Foundation.KeptSecurityGroupId : args.Foundation.SecurityGroupId },
            PubliclyAccessible = false,
            // The provider sends this with the promotion: left out, the promoted database has no backups.
            BackupRetentionPeriod = settings.BackupRetentionDays,
            BackupWindow = settings.BackupWindow,
            MaintenanceWindow = settings.MaintenanceWindow,
            AutoMinorVersionUpgrade = true,
            // Otherwise a change waits, silently, for the maintenance window.
            ApplyImmediately = true,
            CopyTagsToSnapshot = true,
            DeleteAutomatedBackups = false,
            DeletionProtection = !args.Lineage.Release,
            MonitoringInterval = MonitoringIntervalSeconds,
            MonitoringRoleArn = args.Foundation.MonitoringRoleArn,
            PerformanceInsightsEnabled = true,
            PerformanceInsightsKmsKeyId = args.KeyArn,
            PerformanceInsightsRetentionPeriod = PerformanceInsightsRetentionDays,
            EnabledCloudwatchLogsExports = { "postgresql", "upgrade" },
        };
        if (!args.IsKept)
        {
            instanceArgs.Tags.Add(BackupTag, BackupTagValue);
        }

        DatabaseOrigin.Set(instanceArgs, args);
        SetEnd(instanceArgs, args);

        // The generation is part of the identity: a later lineage is a new resource, never a replacement of this one.
        var instance = new Instance($"database-g{args.Lineage.Generation}", instanceArgs, new()
        {
            Parent = this,
            Protect = !args.Lineage.Release,
            // RDS refuses a monitoring role whose policy is not attached yet.
            DependsOn = args.RestoredFrom is { } kept ? [args.Foundation, kept] : [args.Foundation],
            IgnoreChanges = [.. DatabaseOrigin.IgnoredChanges(args.Lineage)],
            // A replica in another region starts as a snapshot copy, which AWS says can take hours; the provider gives up
            // after 40 minutes. How many hours is assumed.
            CustomTimeouts = new() { Create = TimeSpan.FromHours(4), Update = TimeSpan.FromHours(2) },
        });

        Identifier = instance.Identifier;
        Arn = instance.Arn;
        Address = instance.Address;
        RegisterOutputs();
    }

    [Output]
    public Output<string> Identifier { get; private set; }

    [Output]
    public Output<string> Arn { get; private set; }

    /// <summary>The endpoint's host name, which a promotion does not change.</summary>
    [Output]
    public Output<string> Address { get; private set; }

    /// <summary>RDS refuses a final snapshot of a replica, and needs one of anything else.</summary>
    private static void SetEnd(InstanceArgs instance, DatabaseArgs args)
    {
        instance.SkipFinalSnapshot = args.FollowedArn is not null;
        if (args.FollowedArn is null)
        {
            instance.FinalSnapshotIdentifier = args.Names.FinalSnapshot(args.Lineage.Generation);
        }
    }
}
