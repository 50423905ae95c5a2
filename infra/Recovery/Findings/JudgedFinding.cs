using MlTa.Settings;

namespace MlTa.Recovery.Findings;

/// <summary>A finding, and whether somebody has accepted it.</summary>
/// <param name="Finding">What was found.</param>
/// <param name="Waiver">What accepts it today; null where nothing does.</param>
public sealed record JudgedFinding(Finding Finding, WaiverSettings? Waiver);
