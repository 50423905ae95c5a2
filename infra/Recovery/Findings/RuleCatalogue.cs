using MlTa.Recovery.Findings.Drills;

namespace MlTa.Recovery.Findings;

/// <summary>Every rule that a finding can name. <c>infra/Recovery/RULES.md</c> explains each.</summary>
public static class RuleCatalogue
{
    public static IReadOnlyList<RecoveryRule> All { get; } = [.. DeclarationRules.All, .. DrillRules.All, .. ScenarioRules.All, .. EvidenceRules.All, .. Waivers.Rules];
}
