namespace MlTa.Recovery.Changes.Facts;

/// <summary>ElastiCache. Transit encryption is left out: a release after the one read makes the answer depend on the engine's version.</summary>
internal static class CacheFacts
{
    public static IReadOnlyList<TypeFacts> All { get; } =
    [
        new("aws:elasticache/parameterGroup:ParameterGroup", "internal/service/elasticache/parameter_group.go")
        {
            Replacing = ["description", "family", "name"],
            InPlace = ["parameters", "tags"],
        },
        new("aws:elasticache/replicationGroup:ReplicationGroup", "internal/service/elasticache/replication_group.go")
        {
            Replacing =
            [
                "atRestEncryptionEnabled", "dataTieringEnabled", "globalReplicationGroupId", "kmsKeyId", "networkType", "port", "replicationGroupId",
                "securityGroupNames", "snapshotArns", "snapshotName", "subnetGroupName",
            ],
            InPlace =
            [
                "applyImmediately", "authToken", "authTokenUpdateStrategy", "autoMinorVersionUpgrade", "automaticFailoverEnabled", "description",
                "maintenanceWindow", "multiAzEnabled", "nodeType", "notificationTopicArn", "numCacheClusters", "parameterGroupName", "securityGroupIds",
                "snapshotRetentionLimit", "snapshotWindow", "tags",
            ],
        },
        new("aws:elasticache/subnetGroup:SubnetGroup", "internal/service/elasticache/subnet_group.go")
        {
            Replacing = ["name"],
            InPlace = ["description", "subnetIds", "tags"],
        },
    ];
}
