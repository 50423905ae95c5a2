namespace MlTa.Commands;

/// <summary>Which failover is asked for.</summary>
/// <param name="To">The stack that takes over.</param>
/// <param name="From">The stack that it takes over from; null for the active one.</param>
/// <param name="IsGraceful">Whether the old region still answers.</param>
internal sealed record FailoverChoice(string To, string? From, bool IsGraceful);
