namespace MlTa.Naming;

/// <summary>Who hears of an outage, in the order of the recovery plan.</summary>
public enum EscalationLevel
{
    /// <summary>Level 1: machines act by themselves; the team reads about it.</summary>
    AutomatedRecovery,

    /// <summary>Level 2: the on-call engineer is woken.</summary>
    OnCall,

    /// <summary>Level 3.</summary>
    Management,

    /// <summary>Level 4.</summary>
    Customers,
}
