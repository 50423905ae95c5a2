using Pulumi.Aws.Rds;

namespace MlTa.Components;

public sealed record PointInTimeCopyArgs
{
    /// <summary>The database in the other region.</summary>
    public required string SourceArn { get; init; }

    public required Output<string> KeyArn { get; init; }

    public required int RetentionDays { get; init; }

    /// <summary>The replica of the same source, which comes first: RDS works on the source for either, and may refuse the second meanwhile.</summary>
    public required Database Replica { get; init; }
}

/// <summary>
/// Snapshots and logs of the other region's database, from which it can be restored here to any point in time. Belongs
/// to the region that receives them.
/// </summary>
public sealed class PointInTimeCopy : ComponentResource
{
    public PointInTimeCopy(string name, PointInTimeCopyArgs args, ComponentResourceOptions? options = null)
        : base("ml-ta:index:PointInTimeCopy", name, options)
    {
        new InstanceAutomatedBackupsReplication(name, new()
        {
            SourceDbInstanceArn = args.SourceArn,
            KmsKeyId = args.KeyArn,
            RetentionPeriod = args.RetentionDays,
        }, new()
        {
            Parent = this,
            // Deleting it asks the source's region and waits for it, which may be the region that was lost.
            RetainOnDelete = true,
            // Any change replaces it; and as the old one is retained, the new one would be refused beside it.
            IgnoreChanges = { "retentionPeriod", "kmsKeyId" },
            DependsOn = { args.Replica },
        });

        RegisterOutputs();
    }
}
