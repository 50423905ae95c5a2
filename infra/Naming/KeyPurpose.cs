namespace MlTa.Naming;

/// <summary>What a KMS key encrypts. Every region has a key of its own for each: a key cannot leave its region.</summary>
public enum KeyPurpose
{
    Database,
    Storage,
    Backup,

    /// <summary>What Kubernetes keeps as secrets, and the cluster's logs.</summary>
    Cluster,

    Cache,

    /// <summary>Messages about incidents, and the record of alarms.</summary>
    Alerts,
}
