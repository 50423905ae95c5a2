namespace MlTa.Recovery;

/// <summary>A health check, as it was declared.</summary>
/// <param name="Path">What is asked.</param>
/// <param name="IntervalSeconds">How often.</param>
/// <param name="IsPinned">Whether it says no, whatever the answer is.</param>
public sealed record TrafficCheck(string Path, int IntervalSeconds, bool IsPinned);
