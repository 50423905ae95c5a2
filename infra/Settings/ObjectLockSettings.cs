namespace MlTa.Settings;

public sealed record ObjectLockSettings
{
    /// <summary>Start with <c>governance</c>; <c>compliance</c> cannot be shortened by anybody.</summary>
    public required LockMode Mode { get; init; }

    /// <summary>Counted from the day on which the copy arrives.</summary>
    public required int RetentionDays { get; init; }
}
