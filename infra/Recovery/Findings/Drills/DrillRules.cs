using MlTa.Offline;
using MlTa.Settings.Drills;

namespace MlTa.Recovery.Findings.Drills;

/// <summary>The rules about a drill: it is isolated from production, nothing of it stays, and it fails if the recovery does.</summary>
public static class DrillRules
{
    public static IReadOnlyList<RecoveryRule> All { get; } = [.. IsolationRules.All, .. DisposalRules.All, .. ProofRules.All, Usable];

    /// <summary>Judged while the file is read.</summary>
    public static RecoveryRule Usable => new(
        "drill-usable", Severity.Warning,
        "The file of the drills is right, and fits the stacks that stand.",
        "The next drill is refused, and no recovery path is proved.",
        "Mend the file. After a failover let it rehearse the stack that has become the standby.",
        "decided by this project");

    /// <summary>Every gap in what a drill declares, by rule and subject.</summary>
    /// <param name="settings">What it is meant for.</param>
    /// <param name="drill">What it declares.</param>
    /// <param name="standing">What the stacks that stand declare.</param>
    public static IReadOnlyList<Finding> Check(DrillSettings settings, StackGraph drill, IReadOnlyList<StackGraph> standing)
    {
        var judged = new JudgedDrill(settings, drill, standing);
        return
        [
            .. All.SelectMany(rule => rule.Judge(judged))
                .OrderBy(finding => finding.Rule, StringComparer.Ordinal)
                .ThenBy(finding => finding.Subject, StringComparer.Ordinal),
        ];
    }
}
