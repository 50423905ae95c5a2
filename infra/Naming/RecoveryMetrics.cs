namespace MlTa.Naming;

/// <summary>The metrics that recovery is measured and alarmed with, in CloudWatch. Who writes them and who reads them agree here.</summary>
public static class RecoveryMetrics
{
    /// <summary>Rights to write metrics can be limited to a namespace, and to nothing smaller.</summary>
    public const string Namespace = "ML-TA/Recovery";

    /// <summary>Written by an active stack, about itself, into the other regions; no value means that it is not heard.</summary>
    public const string Active = "Active";

    /// <summary>Made from the first level's alarm, in its own region: 1 from when an outage is noticed, 0 from when it is over.</summary>
    public const string Detected = "Detected";

    /// <summary>The dimension that says which stack a value is about.</summary>
    public const string StackDimension = "Stack";
}
