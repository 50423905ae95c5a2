namespace MlTa.Components.Policies;

public sealed record PolicyStatement
{
    /// <summary>What the statement is for; letters and digits only.</summary>
    public string? Sid { get; init; }

    public required PolicyEffect Effect { get; init; }

    /// <summary>Whom a resource policy is about; null in a role's policy, which is about its role.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Principal { get; init; }

    public required IReadOnlyList<string> Action { get; init; }

    /// <summary>Null in a trust policy, which is about its role.</summary>
    public IReadOnlyList<string>? Resource { get; init; }

    /// <summary>Operator to condition key to values.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>>? Condition { get; init; }

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Everybody { get; } = new Dictionary<string, IReadOnlyList<string>> { ["AWS"] = ["*"] };

    /// <summary>What a role may do, and under which condition.</summary>
    public static PolicyStatement Allow(
        string sid, IReadOnlyList<string> actions, IReadOnlyList<string> resources,
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>>? condition = null) => new()
        {
            Sid = sid,
            Effect = PolicyEffect.Allow,
            Action = actions,
            Resource = resources,
            Condition = condition,
        };

    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>> When(
        params IEnumerable<(string Operator, string Key, IReadOnlyList<string> Values)> conditions) =>
        conditions.ToDictionary(
            condition => condition.Operator,
            IReadOnlyDictionary<string, IReadOnlyList<string>> (condition) => new Dictionary<string, IReadOnlyList<string>> { [condition.Key] = condition.Values });
}
