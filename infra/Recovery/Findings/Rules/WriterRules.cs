using MlTa.Settings;

namespace MlTa.Recovery.Findings.Rules;

/// <summary>One database is written, and others follow it.</summary>
internal static class WriterRules
{
    /// <summary>What a replica takes from its source. RDS or its provider refuses some of them beside a source, and would change the others later.</summary>
    private static readonly string[] s_inherited =
    [
        "allocatedStorage", "dbName", "engine", "engineVersion", "password", "restoreToPointInTime", "s3Import", "snapshotIdentifier", "username",
    ];

    public static readonly RecoveryRule[] All =
    [
        new("single-writer", Severity.Error,
            "Exactly one database can be written, over all stacks.",
            "Two writers accept different data, and nothing merges them afterwards; without one nobody can work.",
            "Let every database but one follow the writer, or close its security group.",
            "This project's decision: PostgreSQL's replication has one writer and no fencing of its own")
        {
            Check = declared => declared.Writers.Count == 1
                ? []
                : [new(null, "writer", $"expected one database that can be written, got {(declared.Writers.Count == 0 ? "none" : string.Join(" and ", declared.Writers.Select(writer => writer.DatabaseArn)))}")],
        },

        new("writer-has-replica", Severity.Error,
            "A database in another region follows the writer.",
            "When the writer's region is lost, what is left is the last copy of a backup, which can be a day old, and its restore takes hours.",
            "Declare a standby whose database has the writer's exact ARN as its source.",
            "RDS user guide, 'Working with DB instance read replicas'; RDS API, CreateDBInstanceReadReplica: another region's source is named by its ARN")
        {
            Check = declared => declared.Writer is { } writer && !FollowersOf(declared, writer).Any()
                ? [writer.Gap($"no database in another region than {writer.Stack.Region} has replicateSourceDb {writer.DatabaseArn}")]
                : [],
        },

        new("replica-inherits", Severity.Error,
            "A replica says nothing that it takes from its source.",
            "What is said of a replica's content or engine is refused beside a source, or waits to be changed by the very up that promotes it.",
            "Leave the input out while the database follows another one.",
            "terraform-provider-aws, internal/service/rds/instance.go: username and db_name conflict with replicate_source_db, others are ignored on creation")
        {
            Check = declared =>
                from database in declared.Databases
                where database.IsReplica()
                let said = s_inherited.Where(input => database.Resource.Inputs[input] is not null).ToList()
                where said.Count > 0
                select database.Gap($"has {string.Join(", ", said)} beside replicateSourceDb"),
        },

        new("replica-same-size", Severity.Error,
            "A replica is as large as the writer.",
            "It inherits the whole load in the minute in which nobody has time to make it larger.",
            "Give both the same instance class.",
            "This project's decision")
        {
            Check = declared => declared.Writer is { } writer
                ? from follower in FollowersOf(declared, writer)
                  let wanted = writer.Resource.Inputs.Text("instanceClass")
                  let got = follower.Resource.Inputs.Text("instanceClass")
                  where got != wanted
                  select follower.Gap($"instanceClass is {got}, the writer's is {wanted}")
                : [],
        },

        new("point-in-time-copy", Severity.Error,
            "The standby's region keeps a point-in-time copy of the writer.",
            "A mistake reaches the replica within seconds. Only logs of earlier minutes bring back what was there before it, and without this copy they are in the lost region.",
            "Declare the replication of automated backups in the standby's stack, from the writer's exact ARN.",
            "RDS user guide, 'Replicating automated backups to another AWS Region'")
        {
            Check = declared => declared.Writer is { } writer
                ? from stack in declared.Stacks
                  where stack.Role == Role.Standby && !stack.Of(ResourceTypes.PointInTimeCopy).Any(copy => copy.Inputs.Text("sourceDbInstanceArn") == writer.DatabaseArn)
                  select stack.Gap("point-in-time copy", $"nothing in {stack.Region} copies the automated backups of {writer.DatabaseArn}")
                : [],
        },

        new("point-in-time-copy-stays", Severity.Error,
            "Dropping a point-in-time copy from a stack leaves it in AWS.",
            "Its deletion asks the source's region and waits there for more than an hour: a failover would hang on the region that is lost, and then lose the copy.",
            "Declare it with RetainOnDelete.",
            "terraform-provider-aws, internal/service/rds/instance_automated_backups_replication.go")
        {
            Check = declared => declared.All(ResourceTypes.PointInTimeCopy).Where(copy => !copy.Resource.RetainOnDelete).Select(copy => copy.Gap("RetainOnDelete is not set")),
        },
    ];

    private static IEnumerable<PlacedResource> FollowersOf(Declarations declared, PlacedResource writer) => declared.Databases.Where(database =>
        database.Stack.Region != writer.Stack.Region && database.Resource.Inputs.Text("replicateSourceDb") == writer.DatabaseArn);
}
