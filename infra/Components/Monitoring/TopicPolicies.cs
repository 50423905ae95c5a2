using MlTa.Components.Policies;
using MlTa.Naming;

namespace MlTa.Components.Monitoring;

/// <summary>Who may publish to a level's topic. Alarms may to all of them; everything else that AWS reports by itself goes to the on-call engineer.</summary>
internal static class TopicPolicies
{
    public static PolicyDocument For(RegionNames names, EscalationLevel level) => new(
    [
        Allow("Alarms", "cloudwatch.amazonaws.com", names, level, OfAccount(names)),
        .. level == EscalationLevel.OnCall ? Events(names) : [],
        new()
        {
            Sid = "NoPlainText",
            Effect = PolicyEffect.Deny,
            Principal = PolicyStatement.Everybody,
            Action = ["sns:Publish"],
            Resource = [names.TopicArn(level)],
            Condition = PolicyStatement.When(("Bool", "aws:SecureTransport", ["false"])),
        },
    ]);

    private static IReadOnlyList<PolicyStatement> Events(RegionNames names) =>
    [
        // Without a condition: EventBridge sends nothing that one could ask for (EventBridge user guide, "Using resource-based policies").
        Allow("Rules", "events.amazonaws.com", names, EscalationLevel.OnCall, null),
        Allow("Databases", "events.rds.amazonaws.com", names, EscalationLevel.OnCall, OfAccount(names)),
    ];

    private static IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>> OfAccount(RegionNames names) =>
        PolicyStatement.When(("StringEquals", "aws:SourceAccount", [names.Account]));

    private static PolicyStatement Allow(
        string sid, string service, RegionNames names, EscalationLevel level,
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>>? condition) => new()
        {
            Sid = sid,
            Effect = PolicyEffect.Allow,
            Principal = new Dictionary<string, IReadOnlyList<string>> { ["Service"] = [service] },
            Action = ["sns:Publish"],
            Resource = [names.TopicArn(level)],
            Condition = condition,
        };
}
