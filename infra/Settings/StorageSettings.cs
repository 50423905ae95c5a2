namespace MlTa.Settings;

public sealed record StorageSettings
{
    /// <summary>How long overwritten and deleted objects can be brought back.</summary>
    public required int KeepOldVersionsDays { get; init; }

    /// <summary>
    /// Archive only: age at which objects move to S3 Glacier Deep Archive, from which reading takes hours. Leave it out
    /// to keep them readable at once.
    /// </summary>
    public int? DeepArchiveAfterDays { get; init; }

    /// <summary>Archive only: nobody can delete or overwrite a copy before its time.</summary>
    public ObjectLockSettings? ObjectLock { get; init; }
}
