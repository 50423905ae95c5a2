using MlTa.Offline;
using MlTa.Recovery.Findings.Rules;
using MlTa.Settings;

namespace MlTa.Recovery.Findings;

/// <summary>
/// The rules that read what all stacks declare. They judge inputs and edges; settings only tell what was meant. Each asks for one thing,
/// and is silent where what it depends on is missing and so another rule's.
/// </summary>
public static class DeclarationRules
{
    public static IReadOnlyList<RecoveryRule> All { get; } =
    [
        .. EncryptionRules.All,
        .. WriterRules.All,
        .. DatabaseRules.All,
        .. RecoveryPointRules.All,
        .. VaultRules.All,
        .. ReplicationRules.All,
        .. BucketRules.All,
        .. TrafficRules.All,
        .. TrafficCheckRules.All,
        .. OutageAlarmRules.All,
        .. CopyAlarmRules.All,
        .. AlarmPathRules.All,
        .. ChatRules.All,
        .. RegionRules.All,
        .. FencingRules.All,
        .. KeepingRules.All,
        .. ExperimentRules.All,
    ];

    /// <summary>Every gap in what is declared, by stack, rule and subject.</summary>
    /// <param name="stacks">The settings of every stack.</param>
    /// <param name="graphs">What each of them declares.</param>
    public static IReadOnlyList<Finding> Check(IReadOnlyList<StackSettings> stacks, IReadOnlyList<StackGraph> graphs)
    {
        var declared = new Declarations(stacks, graphs);
        return
        [
            .. All.SelectMany(rule => rule.Judge(declared))
                .OrderBy(finding => finding.Stack, StringComparer.Ordinal)
                .ThenBy(finding => finding.Rule, StringComparer.Ordinal)
                .ThenBy(finding => finding.Subject, StringComparer.Ordinal),
        ];
    }
}
