using MlTa.Settings;
using Pulumi.Aws.Rds;
using Pulumi.Aws.Rds.Inputs;

namespace MlTa.Components;

/// <summary>
/// The inputs that say what a database was made of. They stay as they were for as long as it exists, whatever its role: most of
/// them replace it when they change.
/// </summary>
internal static class DatabaseOrigin
{
    /// <summary>Read at creation only (terraform-provider-aws, internal/service/rds/instance.go); a later edit of them would be a replacement.</summary>
    private static readonly string[] s_readOnce = ["snapshotIdentifier", "restoreToPointInTime"];

    /// <summary>What a later edit must not change.</summary>
    public static IReadOnlyList<string> IgnoredChanges(DatabaseLineageSettings lineage) => lineage.RestoredFrom is null ? [] : s_readOnce;

    public static void Set(InstanceArgs instance, DatabaseArgs args)
    {
        if (args.Lineage.RestoredFrom is { } backup)
        {
            SetRestored(instance, args, backup);
            return;
        }

        instance.KmsKeyId = args.KeyArn;
        if (args.Lineage.Source is null)
        {
            SetBorn(instance, args);
        }
        else if (args.FollowedArn is { } sourceArn)
        {
            // Always the ARN: AWS answers with it, and any difference here is an error.
            instance.ReplicateSourceDb = sourceArn;
        }

        // User, database, engine, storage and password of a replica came from the source. They stay unset after the promotion too:
        // the provider would send some of them in a second modification behind it, and replaces the instance for a
        // different user, name or engine.
    }

    private static void SetBorn(InstanceArgs instance, DatabaseArgs args)
    {
        instance.Engine = "postgres";
        instance.EngineVersion = $"{args.Settings.EngineMajorVersion}";
        instance.AllocatedStorage = args.Settings.AllocatedStorageGiB;
        instance.DbName = Database.Name;
        instance.Username = Database.UserName;
        // Not a password that RDS manages: PostgreSQL cannot be replicated from an instance with one.
        instance.Password = args.Password.Reveal();
    }

    /// <summary>
    /// User, database, engine and storage come from the backup. So does the key: RDS takes none for a restore of an instance, so a
    /// copy that AWS Backup made stays under its vault's key, and the provider would replace whatever is declared with another one
    /// (terraform-provider-aws, issue 15390).
    /// </summary>
    private static void SetRestored(InstanceArgs instance, DatabaseArgs args, DatabaseRestoreSettings backup)
    {
        // Of the day of the backup otherwise: the provider sets this one behind the restore.
        instance.Password = args.Password.Reveal();
        if (backup.Snapshot is { } snapshot)
        {
            instance.SnapshotIdentifier = snapshot;
            return;
        }

        var moment = new InstanceRestoreToPointInTimeArgs();
        if (backup.Generation is { } generation)
        {
            moment.SourceDbInstanceIdentifier = args.Names.Database(generation);
        }
        else
        {
            moment.SourceDbInstanceAutomatedBackupsArn = backup.AutomatedBackupsArn!;
        }

        if (backup.Time == DatabaseRestoreSettings.Latest)
        {
            moment.UseLatestRestorableTime = true;
        }
        else
        {
            moment.RestoreTime = backup.Time!;
        }

        instance.RestoreToPointInTime = moment;
    }
}
