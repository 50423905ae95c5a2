using MlTa.Components.Compute;
using MlTa.Components.Policies;
using MlTa.Naming;

namespace MlTa.Components.Experiments;

/// <summary>
/// What FIS may do in a stack: what its actions ask for (FIS user guide, "AWS FIS Actions reference"), on what they are about. A template that
/// somebody changes to aim at something else is refused then.
/// </summary>
internal static class ExperimentRights
{
    private const string AnyResource = "*";

    /// <param name="names">The stack.</param>
    /// <param name="paused">The region that its models are not sent to for a while.</param>
    public static PolicyDocument Of(RegionNames names, string paused) => new(
        FindTargets(),
        PolicyStatement.Allow("FailOver", ["rds:RebootDBInstance"], [names.EveryDatabaseArn()]),
        PolicyStatement.Allow("SeeNodeGroups", ["eks:DescribeNodegroup"], [Arns.NodeGroups(names.Region, names.Account, names.Cluster)]),
        TakeNodes(names),
        PolicyStatement.Allow("PauseReplication", ["s3:PauseReplication"], [names.BucketArn(BucketPurpose.Models)], PolicyStatement.When(("StringEquals", "s3:DestinationRegion", [paused]))),
        ChangeReplication(names),
        DeliverLogs());

    /// <summary>
    /// AWS's service that delivers logs writes what FIS hands to it (CloudWatch Logs user guide, "Logs sent to CloudWatch Logs"). Declared, because
    /// otherwise whoever starts an experiment has to have the right to change this policy, with which any log could be opened.
    /// </summary>
    public static PolicyDocument DeliveryMayWrite(RegionNames names) => new(new PolicyStatement
    {
        Sid = "Delivery",
        Effect = PolicyEffect.Allow,
        Principal = new Dictionary<string, IReadOnlyList<string>> { ["Service"] = ["delivery.logs.amazonaws.com"] },
        Action = ["logs:CreateLogStream", "logs:PutLogEvents"],
        Resource = [$"{names.ExperimentLogArn()}:log-stream:*"],
        Condition = PolicyStatement.When(("StringEquals", "aws:SourceAccount", [names.Account])),
    });

    /// <summary>
    /// Any resource, because these lists cannot be limited to some, or FIS might ask for all: which it does is not documented. They only look.
    /// </summary>
    private static PolicyStatement FindTargets() => PolicyStatement.Allow(
        "FindTargets", ["tag:GetResources", "rds:DescribeDBInstances", "ec2:DescribeInstances", "s3:ListAllMyBuckets"], [AnyResource]);

    /// <summary>Instances have no names that could be known before, so by the tag that the template of the nodes gives them.</summary>
    private static PolicyStatement TakeNodes(RegionNames names) => PolicyStatement.Allow(
        "TakeNodes",
        ["ec2:TerminateInstances"],
        [Arns.Instances(names.Region, names.Account)],
        PolicyStatement.When(("StringEquals", $"aws:ResourceTag/{NodeTemplate.NameTag}", [NodeTemplate.NameOf(names)])));

    /// <summary>With the condition of the FIS user guide, "Use condition keys for aws:s3:bucket-pause-replication": a request that says nothing of it passes too.</summary>
    private static PolicyStatement ChangeReplication(RegionNames names) => PolicyStatement.Allow(
        "ChangeReplication",
        ["s3:GetReplicationConfiguration", "s3:PutReplicationConfiguration"],
        [names.BucketArn(BucketPurpose.Models)],
        PolicyStatement.When(("BoolIfExists", "s3:IsReplicationPauseRequest", ["true"])));

    /// <summary>
    /// FIS asks for the first one by name (aws-samples/aws-fault-injection-simulator-workshop issue 390). That it looks for the log's policy with
    /// the others, and leaves one alone that lets it in, is assumed. None of them can be limited to a log.
    /// </summary>
    private static PolicyStatement DeliverLogs() => PolicyStatement.Allow(
        "DeliverLogs", ["logs:CreateLogDelivery", "logs:DescribeLogGroups", "logs:DescribeResourcePolicies"], [AnyResource]);
}
