namespace MlTa.Settings;

/// <summary>What a stack is doing now. Changing it is a failover, and this key alone changes.</summary>
public enum Role
{
    /// <summary>Serves, and holds the one database that can be written. An archive that becomes active is a cold restore.</summary>
    Active,

    /// <summary>Follows the active stack with a read replica, ready to be promoted.</summary>
    Standby,

    /// <summary>
    /// Was active until another stack took over. Keeps its database, which holds what was never replicated, and lets
    /// nobody write to it. Commit it together with the failover; it is applied when the region can be reached again.
    /// </summary>
    Fenced,

    /// <summary>Keeps copies and serves nothing.</summary>
    Archive,

    /// <summary>Exists for one drill: restores a copy, checks it, and goes. Nobody follows it and it follows nobody.</summary>
    Drill,
}
