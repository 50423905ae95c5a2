namespace MlTa.Recovery.Evidence;

/// <summary>Something that was looked at in what a drill restored.</summary>
/// <param name="Id">The check's name, as its script prints it.</param>
/// <param name="Passed">Whether it was good.</param>
/// <param name="Measured">What was found, in the unit; null where it is no number, or could not be found out.</param>
/// <param name="Limit">What was allowed; null where there is no limit.</param>
/// <param name="Unit">Such as <c>minutes</c>; empty where there is none.</param>
/// <param name="Detail">One sentence. Never a secret: the scripts print none.</param>
public sealed record EvidenceCheck(string Id, bool Passed, double? Measured, double? Limit, string Unit, string Detail)
{
    /// <summary>The check that measures how much data was lost, in minutes.</summary>
    public const string RecoveryPoint = "recovery-point";
}
