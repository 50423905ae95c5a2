namespace MlTa.Settings.Rules;

/// <summary>What AWS and the topology refuse within one stack file. Each concern has a table of its own.</summary>
public static class StackRules
{
    private static readonly IRule<StackSettings>[] s_rules =
    [
        .. IdentityRules.All,
        .. NetworkRules.All,
        .. DatabaseRules.All,
        .. DatabaseLineageRules.All,
        .. StorageRules.All,
        .. BackupRules.All,
        .. ClusterRules.All,
        .. CacheRules.All,
        .. DnsRules.All,
        .. FailoverRules.All,
        .. RehomeRules.All,
        .. ObjectiveRules.All,
        .. EscalationRules.All,
        .. ContactRules.All,
        .. ChatRules.All,
        .. WorkloadRules.All,
        .. WaiverRules.All,
    ];

    /// <summary>Every problem at once, so that one run is enough to mend a stack file.</summary>
    /// <param name="settings">The settings, as far as they could be read.</param>
    /// <param name="secretsProvider">The stack file's <c>secretsprovider</c>, if it has one.</param>
    /// <param name="file">The name that problems give.</param>
    /// <param name="keyPrefix">The project's namespace.</param>
    public static IReadOnlyList<Problem> Check(StackSettings settings, string? secretsProvider, string file, string keyPrefix) =>
    [
        .. ProblemsOf(s_rules, settings, file, keyPrefix),
        .. SurvivalRules.CheckSecretsProvider(settings, secretsProvider, file),
    ];

    /// <summary>What some rules say of a stack file, in their order.</summary>
    internal static IEnumerable<Problem> ProblemsOf<T>(IEnumerable<IRule<T>> rules, T settings, string file, string keyPrefix)
        where T : DeployedSettings =>
        from rule in rules
        let problem = rule.ProblemOf(settings)
        where problem is not null
        select new Problem(file, rule.Path.Length == 0 ? "" : keyPrefix + rule.Path, problem);
}
