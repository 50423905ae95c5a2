using MlTa.Naming;

namespace MlTa.Components.Policies;

/// <summary>Who may do what with a bucket, whatever their own rights are.</summary>
internal static class BucketPolicies
{
    /// <summary>TLS for everybody; in an archive, old versions stay, whoever's credentials are stolen. Lifecycle rules are not asked.</summary>
    public static PolicyDocument For(string bucketArn, RegionNames names, bool isArchive) => new(
    [
        Deny("NoPlainText", ["s3:*"], bucketArn, PolicyStatement.When(("Bool", "aws:SecureTransport", ["false"]))),
        Deny("NoOldTls", ["s3:*"], bucketArn, PolicyStatement.When(("NumericLessThan", "s3:TlsVersion", ["1.2"]))),
        .. isArchive ? [KeepVersions(bucketArn, names)] : Array.Empty<PolicyStatement>(),
    ]);

    private static PolicyStatement KeepVersions(string bucketArn, RegionNames names) => Deny(
        "KeepVersions",
        ["s3:DeleteObjectVersion", "s3:BypassGovernanceRetention"],
        bucketArn,
        PolicyStatement.When(("ArnNotEquals", "aws:PrincipalArn", [names.BreakGlassRoleArn])));

    private static PolicyStatement Deny(
        string sid, IReadOnlyList<string> actions, string bucketArn,
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>> condition) => new()
        {
            Sid = sid,
            Effect = PolicyEffect.Deny,
            Principal = PolicyStatement.Everybody,
            Action = actions,
            Resource = [bucketArn, Arns.Objects(bucketArn)],
            Condition = condition,
        };
}
