namespace MlTa.Settings.Rules;

internal static class StorageRules
{
    /// <summary>Objects in Glacier Instant Retrieval are charged for 90 days however early they leave (S3 pricing).</summary>
    private const int MinimumDeepArchiveAfterDays = 90;

    private const int MaximumDays = 36500;

    public static readonly Rule<StackSettings>[] All =
    [
        new("storage.keepOldVersionsDays", s => s.Storage.KeepOldVersionsDays is < 1 or > MaximumDays,
            s => $"expected 1 to {MaximumDays}, got {s.Storage.KeepOldVersionsDays}"),

        new("storage.deepArchiveAfterDays", s => s.Storage.DeepArchiveAfterDays is < MinimumDeepArchiveAfterDays or > MaximumDays,
            s => $"copies are in Glacier Instant Retrieval, which charges for {MinimumDeepArchiveAfterDays} days, so give {MinimumDeepArchiveAfterDays} to {MaximumDays}, got {s.Storage.DeepArchiveAfterDays}"),

        new("storage.deepArchiveAfterDays", s => s.Tier == Tier.Serving && s.Storage.DeepArchiveAfterDays is not null,
            s => $"only an archive moves objects out of reach, so remove it from a serving stack, got {s.Storage.DeepArchiveAfterDays}", "tier"),

        new("storage.objectLock", s => s.Tier == Tier.Archive && s.Storage.ObjectLock is null,
            _ => "an archive locks its objects, so give mode and retentionDays, got nothing", "tier"),

        new("storage.objectLock", s => s.Tier == Tier.Serving && s.Storage.ObjectLock is not null,
            _ => "a locked bucket is replicated only into locked ones, so remove the lock from a serving stack, got one", "tier"),

        new("storage.objectLock.retentionDays", s => s.Storage.ObjectLock?.RetentionDays is < 1 or > MaximumDays,
            s => $"expected 1 to {MaximumDays}, got {s.Storage.ObjectLock!.RetentionDays}"),
    ];
}
