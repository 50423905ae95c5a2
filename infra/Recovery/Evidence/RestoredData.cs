namespace MlTa.Recovery.Evidence;

/// <summary>What a drill restored.</summary>
/// <param name="Kind"><see cref="Copy"/> or <see cref="PointInTime"/>.</param>
/// <param name="Source">ARN of the recovery point, or of the replicated automated backups.</param>
/// <param name="Time">The moment of which the data is.</param>
public sealed record RestoredData(string Kind, string Source, DateTimeOffset Time)
{
    /// <summary>A copy of a recovery point of AWS Backup.</summary>
    public const string Copy = "copy";

    /// <summary>Snapshots and logs that RDS replicates.</summary>
    public const string PointInTime = "point-in-time";
}
