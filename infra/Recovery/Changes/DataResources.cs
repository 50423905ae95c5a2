using MlTa.Offline;

namespace MlTa.Recovery.Changes;

/// <summary>What holds data, or what data cannot be read or trusted without. No move may replace or delete any of it.</summary>
public static class DataResources
{
    /// <summary>Why each type is one.</summary>
    public static IReadOnlyDictionary<string, string> Reasons { get; } = new Dictionary<string, string>
    {
        ["aws:backup/vault:Vault"] = "holds recovery points",
        ["aws:backup/vaultLockConfiguration:VaultLockConfiguration"] = "keeps recovery points from being deleted early",
        ["aws:backup/vaultPolicy:VaultPolicy"] = "says who may copy recovery points into the vault, and delete them",
        ["aws:cloudwatch/logGroup:LogGroup"] = "holds the record of incidents",
        ["aws:kms/key:Key"] = "nothing that is encrypted with it can be read without it",
        ["aws:rds/instance:Instance"] = "holds the database",
        ["aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication"] = "holds the copies of transaction logs in the other region",
        ["aws:rds/snapshot:Snapshot"] = "holds the database as it was",
        ["aws:s3/bucket:Bucket"] = "holds objects",
        ["aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration"] = "keeps objects from being deleted early",
        ["aws:s3/bucketVersioning:BucketVersioning"] = "keeps what is overwritten or deleted",
    };

    public static bool IsData(DeclaredResource resource) => Reasons.ContainsKey(resource.Type);

    /// <summary>Whether a change takes data away, or may; what stays in AWS is not taken away.</summary>
    public static bool IsLoss(ResourceChange change) =>
        IsData(change.Resource) && change.Kind is ChangeKind.Delete or ChangeKind.Replace or ChangeKind.Unknown;
}
