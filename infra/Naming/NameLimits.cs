namespace MlTa.Naming;

/// <summary>How long AWS lets a name be, and how much of that is left for the prefix.</summary>
public static class NameLimits
{
    /// <summary>Bucket names: S3 user guide, "General purpose bucket naming rules".</summary>
    public const int Bucket = 63;

    /// <summary>DB instance identifiers: RDS API, CreateDBInstance.</summary>
    public const int Database = 63;

    /// <summary>Vault names: AWS Backup API, CreateBackupVault.</summary>
    public const int Vault = 50;

    /// <summary>Restore testing plan names: AWS Backup API, CreateRestoreTestingPlan.</summary>
    public const int RestoreTest = 50;

    /// <summary>Key aliases: KMS API, CreateAlias.</summary>
    public const int KeyAlias = 256;

    /// <summary>Cluster names are longer, but the cache has the same one: ElastiCache API, CreateReplicationGroup.</summary>
    public const int Cache = 40;

    /// <summary>Every name that <paramref name="names"/> gives, what it names, and how long it may be.</summary>
    public static IEnumerable<(string What, string Name, int Limit)> Of(RegionNames names, IEnumerable<int> generations) =>
    [
        .. Enum.GetValues<BucketPurpose>().Select(purpose => ("a bucket", names.Bucket(purpose), Bucket)),
        .. Enum.GetValues<KeyPurpose>().Select(purpose => ("a key alias", names.KeyAlias(purpose), KeyAlias)),
        .. generations.Select(generation => ("a database", names.Database(generation), Database)),
        ("a backup vault", names.Vault, Vault),
        ("a restore testing plan", names.RestoreTest, RestoreTest),
        ("a cluster and its cache", names.Cluster, Cache),
    ];
}
