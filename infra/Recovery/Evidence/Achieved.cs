namespace MlTa.Recovery.Evidence;

/// <summary>What a drill achieved, to be held against the objectives.</summary>
/// <param name="RecoveryTimeMinutes">From the declared disaster to the last check; of a drill that failed, until it was given up.</param>
/// <param name="RecoveryPointMinutes">How much data was lost; null where no check measured it.</param>
public sealed record Achieved(double RecoveryTimeMinutes, double? RecoveryPointMinutes);
