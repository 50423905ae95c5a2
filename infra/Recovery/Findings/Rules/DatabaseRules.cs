using System.Globalization;

namespace MlTa.Recovery.Findings.Rules;

/// <summary>What a database needs by itself. Not asked of what is only kept.</summary>
internal static class DatabaseRules
{
    /// <summary>PostgreSQL's word for no limit.</summary>
    private const int Unlimited = -1;

    public static readonly RecoveryRule[] All =
    [
        new("database-backed-up", Severity.Error,
            "Every database in use has automated backups, a replica too.",
            "A writer without them cannot be followed or restored; a replica without them is promoted without any, or its promotion waits for the first one.",
            "Give backupRetentionPeriod explicitly, 1 to 35 days (database.backupRetentionDays).",
            "RDS API, CreateDBInstanceReadReplica: replicas are made with backups disabled; PromoteReadReplica")
        {
            Check = declared =>
                from database in InUse(declared)
                let days = database.Resource.Inputs.Number("backupRetentionPeriod")
                where days is null or < 1
                select database.Gap($"backupRetentionPeriod should be at least 1 day, got {Shown(days)}"),
        },

        new("database-in-two-zones", Severity.Error,
            "Every database in use has a standby instance in a second zone.",
            "A zone's loss becomes a failover to another region; turned on later, it is a second modification after the promotion.",
            "Set database.multiAz to true in every serving stack.",
            "RDS user guide, 'Multi-AZ DB instance deployments'")
        {
            Check = declared => Without(declared, "multiAz"),
        },

        new("database-changes-at-once", Severity.Error,
            "Changes of a database are applied at once.",
            "Otherwise RDS keeps them for the maintenance window, days away, and up reports success.",
            "Set applyImmediately.",
            "RDS API, ModifyDBInstance, ApplyImmediately")
        {
            Check = declared => Without(declared, "applyImmediately"),
        },

        new("database-not-deletable", Severity.Error,
            "RDS refuses to delete a database, and a writer leaves its backups and a last snapshot behind.",
            "One wrong up, or one wrong click, takes what no region has.",
            "Set deletionProtection, deleteAutomatedBackups false, and a finalSnapshotIdentifier in place of skipFinalSnapshot.",
            "RDS user guide, 'Deleting a DB instance'")
        {
            Check = declared =>
                from database in declared.Databases
                where !database.IsReleased()
                let problem = Deletable(database)
                where problem is not null
                select database.Gap(problem),
        },

        new("database-password-own", Severity.Error,
            "The master password is given, not managed by RDS.",
            "RDS refuses to make a PostgreSQL replica of a database whose password it manages.",
            "Leave manageMasterUserPassword out and give the password as a secret of the stack.",
            "RDS user guide, 'Password management with Amazon RDS and AWS Secrets Manager', limitations")
        {
            Check = declared => declared.Databases.Where(database => database.Resource.Inputs.IsOn("manageMasterUserPassword")).Select(database => database.Gap("manageMasterUserPassword is true")),
        },

        new("replica-log-bounded", Severity.Error,
            "The log that a writer keeps for its replica has a limit.",
            "A replica in another region reads from a replication slot. When that region is lost the writer keeps its log without end, until its own disk is full.",
            "Set max_slot_wal_keep_size in the database's parameter group (database.replicaLogLimitGiB).",
            "PostgreSQL documentation, 'Replication', max_slot_wal_keep_size; RDS user guide, 'Working with read replicas for Amazon RDS for PostgreSQL'")
        {
            Check = declared =>
                from database in InUse(declared)
                let limit = database.Parameter("max_slot_wal_keep_size")
                where !long.TryParse(limit, CultureInfo.InvariantCulture, out var mebibytes) || mebibytes <= Unlimited
                select database.Gap($"max_slot_wal_keep_size should be a number of MiB, got {limit ?? "nothing"}"),
        },
    ];

    private static IEnumerable<PlacedResource> InUse(Declarations declared) => declared.Databases.Where(database => database.IsInUse());

    private static IEnumerable<Gap> Without(Declarations declared, string input) =>
        InUse(declared).Where(database => !database.Resource.Inputs.IsOn(input)).Select(database => database.Gap($"{input} is not true"));

    private static string? Deletable(PlacedResource database)
    {
        var inputs = database.Resource.Inputs;
        return !inputs.IsOn("deletionProtection") ? "deletionProtection is not true"
            // RDS takes no last snapshot of a replica.
            : !database.IsReplica() && (inputs.IsOn("skipFinalSnapshot") || inputs.Text("finalSnapshotIdentifier") is null) ? "leaves no last snapshot behind"
            : inputs["deleteAutomatedBackups"] is null || inputs.IsOn("deleteAutomatedBackups") ? "deleteAutomatedBackups is not false"
            : null;
    }

    private static string Shown(double? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "nothing";
}
