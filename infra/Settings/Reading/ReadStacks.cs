using MlTa.Settings.Drills;

namespace MlTa.Settings.Reading;

/// <summary>The stacks of one commit.</summary>
/// <param name="Standing">Those that stand, the serving ones first. Nothing is wrong with them.</param>
/// <param name="Drills">Those that come and go, as far as their files could be read.</param>
/// <param name="DrillProblems">What is wrong with those.</param>
public sealed record ReadStacks(IReadOnlyList<StackSettings> Standing, IReadOnlyList<DrillSettings> Drills, IReadOnlyList<Problem> DrillProblems)
{
    public IEnumerable<DeployedSettings> All => [.. Standing, .. Drills];
}
