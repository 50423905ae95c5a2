using MlTa.Recovery.Time;

namespace MlTa.Recovery.Scenarios;

/// <summary>How much of what one store held is lost.</summary>
/// <param name="Store">The database, or the purpose of a bucket.</param>
/// <param name="Copy">What it is recovered from.</param>
/// <param name="Minutes">How many minutes before the loss the copy may end; null where there is no copy, or no bound.</param>
/// <param name="Grade">How well that is known.</param>
/// <param name="Source">Who says so.</param>
public sealed record StoreLoss(string Store, string Copy, MinuteRange? Minutes, Grade Grade, string Source);
