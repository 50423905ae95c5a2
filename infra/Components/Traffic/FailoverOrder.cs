namespace MlTa.Components.Traffic;

/// <summary>Which of a name's two failover records one is.</summary>
internal enum FailoverOrder
{
    /// <summary>Answered while it is healthy, and when neither is.</summary>
    Primary,

    Secondary,
}
