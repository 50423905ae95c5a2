using T = MlTa.Recovery.Findings.ResourceTypes;

namespace MlTa.Tests.Recovery.Mutations;

/// <summary>The database, its replica and its copies.</summary>
internal static class DatabaseMutations
{
    private const string Writer = $"primary {T.Database}";
    private const string Replica = $"secondary {T.Database}";
    private const string Copy = $"secondary {T.PointInTimeCopy}";
    private const string Alias = "arn:aws:kms:us-east-1:111122223333:alias/ml-ta-database";
    private const string ForeignKey = "arn:aws:kms:us-west-2:111122223333:key/0";

    public static IReadOnlyList<GraphMutation> All { get; } =
    [
        new("a replica without a KMS key", s => s.Set(Replica, "kmsKeyId", null), "store-encrypted"),
        new("a replica with a key of the writer's region", s => s.Set(Replica, "kmsKeyId", ForeignKey), "store-encrypted"),
        new("a replica that does not say that it is encrypted", s => s.Set(Replica, "storageEncrypted", null), "store-encrypted"),
        new("a writer that is not encrypted", s => s.Set(Writer, "storageEncrypted", false), "store-encrypted"),
        new("a replica whose key is an alias", s => s.Set(Replica, "kmsKeyId", Alias), "key-not-by-alias"),
        new("a point-in-time copy without a key", s => s.Set(Copy, "kmsKeyId", null), "store-encrypted"),
        new("a point-in-time copy whose key is an alias", s => s.Set(Copy, "kmsKeyId", Alias), "key-not-by-alias"),
        new("two writers", s => s.Set(Replica, "replicateSourceDb", null).Set(Replica, "skipFinalSnapshot", false).Set(Replica, "finalSnapshotIdentifier", "last"), "single-writer"),
        new("no writer, because nothing can connect", s => s.Drop($"primary {T.IngressRule} database-from-cluster"), "single-writer"),
        new("an earlier writer of the standby that is still open", s => s.Again(Replica, "database-g7", old => old with
        {
            Inputs = ChangedInputs.Of(old, ("identifier", "ml-ta-production-g7"), ("replicateSourceDb", null), ("skipFinalSnapshot", false), ("finalSnapshotIdentifier", "last")),
        }), "single-writer"),
        new("a replica of another lineage", s => s.Set(Replica, "replicateSourceDb", "arn:aws:rds:us-west-2:111122223333:db:ml-ta-production-g4"), "writer-has-replica"),
        new("a replica that names its source without the region", s => s.Set(Replica, "replicateSourceDb", "ml-ta-production"), "writer-has-replica"),
        new("no replica", s => s.Drop(Replica), "writer-has-replica"),
        new("a smaller replica", s => s.Set(Replica, "instanceClass", "db.t4g.medium"), "replica-same-size"),
        new("a replica with an engine version of its own", s => s.Set(Replica, "engineVersion", "16"), "replica-inherits"),
        new("a replica with a user of its own", s => s.Set(Replica, "username", "mlta"), "replica-inherits"),
        new("a writer without automated backups", s => s.Set(Writer, "backupRetentionPeriod", 0), "database-backed-up"),
        new("a replica whose backups nobody mentions", s => s.Set(Replica, "backupRetentionPeriod", null), "database-backed-up"),
        new("a writer in one zone", s => s.Set(Writer, "multiAz", false), "database-in-two-zones"),
        new("a replica in one zone", s => s.Set(Replica, "multiAz", null), "database-in-two-zones"),
        new("a promotion that waits for the maintenance window", s => s.Set(Replica, "applyImmediately", null), "database-changes-at-once"),
        new("a writer that can be deleted", s => s.Set(Writer, "deletionProtection", false), "database-not-deletable"),
        new("a writer that leaves no snapshot", s => s.Set(Writer, "skipFinalSnapshot", true), "database-not-deletable"),
        new("a replica whose backups go with it", s => s.Set(Replica, "deleteAutomatedBackups", true), "database-not-deletable"),
        new("a password that RDS manages", s => s.Set(Writer, "manageMasterUserPassword", true), "database-password-own"),
        new("a log without a limit", s => s.Say($"primary {T.DatabaseParameters}", "\"81920\"", "\"-1\""), "replica-log-bounded"),
        new("a log about which nothing is said", s => s.Set($"secondary {T.DatabaseParameters}", "parameters[0]", null), "replica-log-bounded"),
        new("a database that Pulumi may delete", s => s.With(Writer, database => database with { Protect = false }), "data-protected"),
        new("no point-in-time copy", s => s.Drop(Copy), "point-in-time-copy"),
        new("a point-in-time copy of another lineage", s => s.Set(Copy, "sourceDbInstanceArn", "arn:aws:rds:us-west-2:111122223333:db:ml-ta-production-g4"), "point-in-time-copy"),
        new("a point-in-time copy that a failover would delete", s => s.With(Copy, copy => copy with { RetainOnDelete = false }), "point-in-time-copy-stays"),
    ];
}
