namespace MlTa.Naming;

/// <summary>
/// The physical names and ARNs of one stack that other stacks must be able to predict, so that no stack ever has to
/// ask another region for them. Everything else is left to Pulumi's auto-naming.
/// </summary>
/// <param name="Prefix">First part of every name, <c>ml-ta</c>.</param>
/// <param name="Account">The AWS account, twelve digits.</param>
/// <param name="Stack">The stack that owns the names.</param>
/// <param name="Region">The region that the stack is in.</param>
public sealed record RegionNames(string Prefix, string Account, string Stack, string Region)
{
    /// <summary>Bucket names are unique in the whole partition, so the stack is part of them.</summary>
    public string Bucket(BucketPurpose purpose) => $"{Prefix}-{Words.Kebab(purpose)}-{Stack}";

    public string BucketArn(BucketPurpose purpose) => Arns.Bucket(Bucket(purpose));

    public string KeyAlias(KeyPurpose purpose) => $"alias/{Prefix}-{Words.Kebab(purpose)}";

    public string KeyAliasArn(KeyPurpose purpose) => Arns.Kms(Region, Account, KeyAlias(purpose));

    public string Vault => $"{Prefix}-{Region}";

    public string VaultArn => Arns.BackupVault(Region, Account, Vault);

    /// <summary>AWS Backup allows letters, digits and underscores only.</summary>
    public string RestoreTest => $"{Prefix}-{Region}".Replace('-', '_');

    /// <summary>
    /// The name of a database lineage. A promoted database can never become a replica again, so every return to a
    /// region starts a new generation under a new name; the first two carry the names of the recovery plan.
    /// </summary>
    public string Database(int generation) => generation switch
    {
        0 => $"{Prefix}-production",
        1 => $"{Prefix}-production-replica",
        _ => $"{Prefix}-production-g{generation}",
    };

    public string DatabaseArn(int generation) => Arns.Database(Region, Account, Database(generation));

    public string FinalSnapshot(int generation) => $"{Database(generation)}-final";

    public string EmergencySnapshot(string stamp) => $"{Prefix}-emergency-{stamp}";

    /// <summary>The Kubernetes cluster, the cache, and kubectl's context in the recovery plan.</summary>
    public string Cluster => $"{Prefix}-{Stack}";

    public string Topic(EscalationLevel level) => $"{Prefix}-{Words.Kebab(level)}";

    /// <summary>Predictable, because the chat service listens to the topics of all regions from one.</summary>
    public string TopicArn(EscalationLevel level) => Arns.Topic(Region, Account, Topic(level));

    /// <summary>What a drill's restored database, its subnets, its cluster and its cache are called: nothing of production is called so.</summary>
    public string Drill => Cluster;

    /// <summary>
    /// The role that deploys drills. It is nothing of this program's: the README says how to keep it from what the other stacks have.
    /// </summary>
    public string DrillDeployRoleArn => Arns.Role(Account, $"{Prefix}-drill-deploy");

    /// <summary>The role that deploys all stacks, from a pipeline or a workstation.</summary>
    public string DeployRoleArn => Arns.Role(Account, $"{Prefix}-deploy");

    /// <summary>The role that may delete recovery points in an emergency. IAM is global: all stacks share it.</summary>
    public string BreakGlassRoleArn => Arns.Role(Account, $"{Prefix}-break-glass");
}
