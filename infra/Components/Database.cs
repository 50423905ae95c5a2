using MlTa.Naming;
using MlTa.Settings;
using Pulumi.Aws.Rds;

namespace MlTa.Components;

public sealed record DatabaseArgs
{
    public required DatabaseSettings Settings { get; init; }

    /// <summary>What it follows now; null for a writer. Dropping it is the promotion.</summary>
    public required string? FollowedArn { get; init; }

    public required RegionNames Names { get; init; }

    public required DatabaseFoundation Foundation { get; init; }

    public required Output<string> KeyArn { get; init; }

    public required SecretText Password { get; init; }
}

/// <summary>
/// One lineage of the PostgreSQL database: born as the writer, or born as a replica and promoted later. Both roles of
/// a replica differ in <c>ReplicateSourceDb</c> and in what RDS only asks at deletion: a promotion that comes with other
/// changes makes the provider wait for the promotion and then modify the instance a second time.
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
            Identifier = args.Names.Database(settings.Generation),
            InstanceClass = settings.InstanceClass,
            MultiAz = settings.MultiAz,
            StorageType = "gp3",
            MaxAllocatedStorage = settings.MaximumStorageGiB,
            // Both replace the instance when they change, and a replica that does not say so reads as one that is not encrypted.
            StorageEncrypted = true,
            KmsKeyId = args.KeyArn,
            DbSubnetGroupName = args.Foundation.SubnetGroupName,
            ParameterGroupName = args.Foundation.ParameterGroupName,
            VpcSecurityGroupIds = { args.Foundation.SecurityGroupId },
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
            DeletionProtection = true,
            MonitoringInterval = MonitoringIntervalSeconds,
            MonitoringRoleArn = args.Foundation.MonitoringRoleArn,
            PerformanceInsightsEnabled = true,
            PerformanceInsightsKmsKeyId = args.KeyArn,
            PerformanceInsightsRetentionPeriod = PerformanceInsightsRetentionDays,
            EnabledCloudwatchLogsExports = { "postgresql", "upgrade" },
            Tags = { [BackupTag] = BackupTagValue },
        };
        SetOrigin(instanceArgs, args);
        SetEnd(instanceArgs, args);

        // The generation is part of the identity: a later lineage is a new resource, never a replacement of this one.
        var instance = new Instance($"{name}-g{settings.Generation}", instanceArgs, new()
        {
            Parent = this,
            Protect = true,
            // RDS refuses a monitoring role whose policy is not attached yet.
            DependsOn = { args.Foundation },
            // A replica in another region starts as a snapshot copy, which AWS says can take hours; the provider gives up
            // after 40 minutes. How many hours is assumed.
            CustomTimeouts = new() { Create = TimeSpan.FromHours(4), Update = TimeSpan.FromHours(2) },
        });

        Arn = instance.Arn;
        Address = instance.Address;
        RegisterOutputs();
    }

    [Output]
    public Output<string> Arn { get; private set; }

    /// <summary>The endpoint's host name, which a promotion does not change.</summary>
    [Output]
    public Output<string> Address { get; private set; }

    private static void SetOrigin(InstanceArgs instance, DatabaseArgs args)
    {
        if (args.FollowedArn is { } sourceArn)
        {
            // Always the ARN: AWS answers with it, and any difference here is an error.
            instance.ReplicateSourceDb = sourceArn;
        }

        if (args.Settings.Source is not null)
        {
            // User, database, engine, storage and password came from the source. They stay unset after the promotion too:
            // the provider would send some of them in a second modification behind it, and replaces the instance for a
            // different user, name or engine.
            return;
        }

        instance.Engine = "postgres";
        instance.EngineVersion = $"{args.Settings.EngineMajorVersion}";
        instance.AllocatedStorage = args.Settings.AllocatedStorageGiB;
        instance.DbName = Name;
        instance.Username = UserName;
        // Not a password that RDS manages: PostgreSQL cannot be replicated from an instance with one.
        instance.Password = args.Password.Reveal();
    }

    /// <summary>RDS refuses a final snapshot of a replica, and needs one of anything else.</summary>
    private static void SetEnd(InstanceArgs instance, DatabaseArgs args)
    {
        instance.SkipFinalSnapshot = args.FollowedArn is not null;
        if (args.FollowedArn is null)
        {
            instance.FinalSnapshotIdentifier = args.Names.FinalSnapshot(args.Settings.Generation);
        }
    }
}
