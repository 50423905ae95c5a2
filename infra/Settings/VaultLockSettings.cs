namespace MlTa.Settings;

public sealed record VaultLockSettings
{
    /// <summary>
    /// <c>compliance</c> becomes final after <see cref="ChangeableForDays"/>: from then on not even destroying the
    /// stack removes the vault.
    /// </summary>
    public required LockMode Mode { get; init; }

    /// <summary>A job whose recovery point would be kept for less fails.</summary>
    public required int MinimumRetentionDays { get; init; }

    /// <summary>A job whose recovery point would be kept for longer fails.</summary>
    public required int MaximumRetentionDays { get; init; }

    /// <summary>Compliance only: days in which the lock can still be taken back, at least 3.</summary>
    public int? ChangeableForDays { get; init; }
}
