namespace MlTa.Settings;

/// <summary>Who can lift a lock on copies before their time.</summary>
public enum LockMode
{
    /// <summary>Somebody with a special permission can.</summary>
    Governance,

    /// <summary>Nobody can, the account's root and AWS support included. A mistake here is paid for until it expires.</summary>
    Compliance,
}
