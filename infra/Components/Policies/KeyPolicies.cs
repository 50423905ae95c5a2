using MlTa.Naming;

namespace MlTa.Components.Policies;

/// <summary>
/// Who uses a key beside the principals of the account whose IAM rights say so. Services that act on their own have none; the others, such as
/// S3, RDS, EKS and ElastiCache, ask in the name of whoever calls them.
/// </summary>
internal static class KeyPolicies
{
    /// <summary>In a key's policy: the key.</summary>
    private const string ThisKey = "*";

    /// <summary>What a sender to an encrypted topic needs.</summary>
    private static readonly string[] s_send = ["kms:GenerateDataKey", "kms:Decrypt"];

    /// <summary>Null where KMS's default, administration by the account, is all that is needed.</summary>
    public static PolicyDocument? For(KeyPurpose purpose, RegionNames names) => purpose switch
    {
        KeyPurpose.Cluster => new(AccountAdministers(names), WriteLogs(names)),
        KeyPurpose.Alerts => new(AccountAdministers(names), WriteLogs(names), SendMessages(names), SendEvents()),
        _ => null,
    };

    /// <summary>KMS's default statement, and the one that keeps a key from locking everybody out: every action, its own policy included, by IAM.</summary>
    private static PolicyStatement AccountAdministers(RegionNames names) => Allow(
        "AccountAdministers",
        new Dictionary<string, IReadOnlyList<string>> { ["AWS"] = [Arns.Root(names.Account)] },
        ["kms:*"]);

    /// <summary>CloudWatch Logs says for which log group it asks (CloudWatch Logs user guide, "Encrypt log data ... using AWS KMS").</summary>
    private static PolicyStatement WriteLogs(RegionNames names) => Allow(
        "WriteLogs",
        Service($"logs.{names.Region}.amazonaws.com"),
        ["kms:Encrypt", "kms:Decrypt", "kms:ReEncryptFrom", "kms:ReEncryptTo", "kms:GenerateDataKey", "kms:GenerateDataKeyWithoutPlaintext", "kms:DescribeKey"],
        PolicyStatement.When(("ArnLike", "kms:EncryptionContext:aws:logs:arn", [Arns.LogGroup(names.Region, names.Account, "*")])));

    /// <summary>Alarms and RDS events to encrypted topics. Both say for which account (SNS developer guide, "Managing encryption keys and costs").</summary>
    private static PolicyStatement SendMessages(RegionNames names) => Allow(
        "SendMessages",
        Service("cloudwatch.amazonaws.com", "events.rds.amazonaws.com"),
        s_send,
        PolicyStatement.When(("StringEquals", "aws:SourceAccount", [names.Account])));

    /// <summary>EventBridge says nothing of the kind to KMS: with a condition its messages would be lost without a word.</summary>
    private static PolicyStatement SendEvents() => Allow("SendEvents", Service("events.amazonaws.com"), s_send);

    private static Dictionary<string, IReadOnlyList<string>> Service(params IReadOnlyList<string> services) => new() { ["Service"] = services };

    private static PolicyStatement Allow(
        string sid, IReadOnlyDictionary<string, IReadOnlyList<string>> who, IReadOnlyList<string> actions,
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>>? condition = null) => new()
        {
            Sid = sid,
            Effect = PolicyEffect.Allow,
            Principal = who,
            Action = actions,
            Resource = [ThisKey],
            Condition = condition,
        };
}
