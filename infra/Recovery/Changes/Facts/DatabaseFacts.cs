namespace MlTa.Recovery.Changes.Facts;

/// <summary>RDS.</summary>
internal static class DatabaseFacts
{
    public static IReadOnlyList<TypeFacts> All { get; } =
    [
        new("aws:rds/eventSubscription:EventSubscription", "internal/service/rds/event_subscription.go")
        {
            Replacing = ["name", "namePrefix"],
            InPlace = ["enabled", "eventCategories", "snsTopic", "sourceIds", "sourceType", "tags"],
        },
        new("aws:rds/instance:Instance", "internal/service/rds/instance.go")
        {
            Replacing =
            [
                "availabilityZone", "characterSetName", "customIamInstanceProfile", "dbName", "engine", "kmsKeyId", "restoreToPointInTime", "s3Import",
                "snapshotIdentifier", "storageEncrypted", "timezone", "username",
            ],
            InPlace =
            [
                "allocatedStorage", "applyImmediately", "autoMinorVersionUpgrade", "backupRetentionPeriod", "backupWindow", "caCertIdentifier",
                "copyTagsToSnapshot", "dbSubnetGroupName", "deleteAutomatedBackups", "deletionProtection", "enabledCloudwatchLogsExports", "engineVersion",
                "finalSnapshotIdentifier", "identifier", "instanceClass", "iops", "maintenanceWindow", "maxAllocatedStorage", "monitoringInterval",
                "monitoringRoleArn", "multiAz", "parameterGroupName", "password", "performanceInsightsEnabled", "performanceInsightsKmsKeyId",
                "performanceInsightsRetentionPeriod", "port", "publiclyAccessible", "skipFinalSnapshot", "storageThroughput", "storageType", "tags",
                "vpcSecurityGroupIds",
            ],
            Refused = [Promotion.Source],
        },
        new("aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication", "internal/service/rds/instance_automated_backups_replication.go")
        {
            Replacing = ["kmsKeyId", "preSignedUrl", "retentionPeriod", "sourceDbInstanceArn"],
        },
        new("aws:rds/parameterGroup:ParameterGroup", "internal/service/rds/parameter_group.go")
        {
            Replacing = ["description", "family", "name", "namePrefix"],
            InPlace = ["parameters", "tags"],
        },
        new("aws:rds/snapshot:Snapshot", "internal/service/rds/snapshot.go")
        {
            Replacing = ["dbInstanceIdentifier", "dbSnapshotIdentifier"],
            InPlace = ["sharedAccounts", "tags"],
        },
        new("aws:rds/subnetGroup:SubnetGroup", "internal/service/rds/subnet_group.go")
        {
            Replacing = ["name", "namePrefix"],
            InPlace = ["description", "subnetIds", "tags"],
        },
    ];
}
