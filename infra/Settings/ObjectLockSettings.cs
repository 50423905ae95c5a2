namespace MlTa.Settings;

public sealed record ObjectLockSettings
{
    /// <summary>Start with <c>governance</c>; <c>compliance</c> cannot be shortened by anybody.</summary>
    public required LockMode Mode { get; init; }

    public required int RetentionDays { get; init; }
}
