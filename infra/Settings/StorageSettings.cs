namespace MlTa.Settings;

public sealed record StorageSettings
{
    /// <summary>How long overwritten and deleted objects can be brought back.</summary>
    public required int KeepOldVersionsDays { get; init; }

    /// <summary>
    /// Archive only: age at which training data moves to S3 Glacier Deep Archive, from which a standard retrieval takes up
    /// to 12 hours and a bulk one up to 48 (S3 user guide). What serving needs stays readable at once.
    /// </summary>
    public int? DeepArchiveAfterDays { get; init; }

    /// <summary>Archive only: how long a new copy is locked. Later a bucket policy still keeps all but the break-glass role from deleting it.</summary>
    public ObjectLockSettings? ObjectLock { get; init; }
}
