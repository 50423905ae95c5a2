namespace MlTa.Recovery.Evidence;

/// <summary>How often something is to be proven. The recovery plan, 'Monthly DR Tests' and 'Quarterly Full DR Exercises'.</summary>
public enum Interval
{
    Monthly,
    Quarterly,
    HalfYearly,
}
