using MlTa.Components.Policies;
using MlTa.Naming;

namespace MlTa.Components.Compute;

/// <summary>What each service account may do in AWS.</summary>
internal static class PodRights
{
    private const string AnyResource = "*";

    /// <summary>For objects that are sent in parts.</summary>
    private static readonly string[] s_multipart = ["s3:AbortMultipartUpload", "s3:ListMultipartUploadParts"];

    /// <summary>For EKS Pod Identity. It also tags the session with cluster, namespace and service account, for the audit log.</summary>
    public static PolicyDocument Trust { get; } = new(new PolicyStatement
    {
        Effect = PolicyEffect.Allow,
        Principal = new Dictionary<string, IReadOnlyList<string>> { ["Service"] = ["pods.eks.amazonaws.com"] },
        Action = ["sts:AssumeRole", "sts:TagSession"],
    });

    /// <summary>The policy of AWS's own add-ons, which follows what they need; null for those whose rights are written here.</summary>
    public static string? ManagedPolicy(ServiceAccount account) => account switch
    {
        ServiceAccount.PodNetwork => "AmazonEKS_CNI_Policy",
        ServiceAccount.Volumes => "service-role/AmazonEBSCSIDriverPolicy",
        _ => null,
    };

    /// <param name="account">A service account without <see cref="ManagedPolicy"/>.</param>
    /// <param name="names">Its stack.</param>
    /// <param name="storageKeyArn">The key of the region's buckets.</param>
    public static PolicyDocument Of(ServiceAccount account, RegionNames names, string storageKeyArn) => account switch
    {
        ServiceAccount.Api => new(
            List(names, BucketPurpose.Models),
            OnObjects("Read", ["s3:GetObject"], names, BucketPurpose.Models),
            UseKey(["kms:Decrypt"], names, storageKeyArn)),

        // Nothing that deletes: what is overwritten remains as an old version.
        ServiceAccount.Worker => new(
            List(names, BucketPurpose.Models, BucketPurpose.Data),
            OnObjects("ReadAndWrite", ["s3:GetObject", "s3:PutObject", .. s_multipart], names, BucketPurpose.Models, BucketPurpose.Data),
            UseKey(["kms:Decrypt", "kms:GenerateDataKey"], names, storageKeyArn)),

        ServiceAccount.Heartbeat => new(WriteMetrics()),

        // Deletes the backups that expired; their versions stay. Those that replication brings are the other cluster's: read, and no more.
        ServiceAccount.Velero => new(
            List(names, BucketPurpose.ConfigBackups),
            PolicyStatement.Allow("Read", ["s3:GetObject"], [Arns.Objects(names.BucketArn(BucketPurpose.ConfigBackups))]),
            PolicyStatement.Allow("Write", ["s3:PutObject", "s3:DeleteObject", .. s_multipart], [$"{names.BucketArn(BucketPurpose.ConfigBackups)}/{ObjectPrefixes.Velero(names.Stack)}/*"]),
            UseKey(["kms:Decrypt", "kms:GenerateDataKey"], names, storageKeyArn)),

        ServiceAccount.ClusterAutoscaler => new(SeeCapacity(), SeeNodeGroups(names), Scale(names)),

        _ => throw new ArgumentOutOfRangeException(nameof(account), account, "has the rights of a policy of AWS"),
    };

    /// <summary>
    /// In a drill: the models that another stack keeps in this region, and nothing that writes. The key is known by its alias alone, which is no resource
    /// that a policy can name.
    /// </summary>
    public static PolicyDocument ReadModelsOf(RegionNames names) => new(
        List(names, BucketPurpose.Models),
        OnObjects("Read", ["s3:GetObject"], names, BucketPurpose.Models),
        PolicyStatement.Allow("UseKey", ["kms:Decrypt"], [Arns.Kms(names.Region, names.Account, "key/*")], PolicyStatement.When(
            ("StringEquals", "kms:ViaService", [$"s3.{names.Region}.amazonaws.com"]),
            ("ForAnyValue:StringEquals", "kms:ResourceAliases", [names.KeyAlias(KeyPurpose.Storage)]))));

    private static PolicyStatement List(RegionNames names, params IEnumerable<BucketPurpose> purposes) =>
        PolicyStatement.Allow("List", ["s3:ListBucket"], [.. purposes.Select(names.BucketArn)]);

    private static PolicyStatement OnObjects(string sid, IReadOnlyList<string> actions, RegionNames names, params IEnumerable<BucketPurpose> purposes) =>
        PolicyStatement.Allow(sid, actions, [.. purposes.Select(purpose => Arns.Objects(names.BucketArn(purpose)))]);

    private static PolicyStatement UseKey(IReadOnlyList<string> actions, RegionNames names, string storageKeyArn) =>
        PolicyStatement.Allow("UseKey", actions, [storageKeyArn], PolicyStatement.When(("StringEquals", "kms:ViaService", [$"s3.{names.Region}.amazonaws.com"])));

    /// <summary>
    /// Any resource, because a metric is none: IAM can limit the namespace and the region only. Not the region, so that a region that takes a
    /// lost one's place needs no change of IAM.
    /// </summary>
    private static PolicyStatement WriteMetrics() => PolicyStatement.Allow(
        "WriteMetrics",
        ["cloudwatch:PutMetricData"],
        [AnyResource],
        PolicyStatement.When(("StringEquals", "cloudwatch:namespace", [RecoveryMetrics.Namespace])));

    /// <summary>Any resource, because these lists cannot be limited to some (service authorization reference, EC2 and EC2 Auto Scaling).</summary>
    private static PolicyStatement SeeCapacity() => PolicyStatement.Allow(
        "SeeCapacity",
        [
            "autoscaling:DescribeAutoScalingGroups", "autoscaling:DescribeAutoScalingInstances", "autoscaling:DescribeLaunchConfigurations",
            "autoscaling:DescribeScalingActivities", "autoscaling:DescribeTags", "ec2:DescribeImages", "ec2:DescribeInstanceTypes",
            "ec2:DescribeLaunchTemplateVersions", "ec2:GetInstanceTypesFromInstanceRequirements",
        ],
        [AnyResource]);

    private static PolicyStatement SeeNodeGroups(RegionNames names) =>
        PolicyStatement.Allow("SeeNodeGroups", ["eks:DescribeNodegroup"], [Arns.NodeGroups(names.Region, names.Account, names.Cluster)]);

    /// <summary>The names of the groups are EKS's to choose, so by the tag that EKS gives them.</summary>
    private static PolicyStatement Scale(RegionNames names) => PolicyStatement.Allow(
        "Scale",
        ["autoscaling:SetDesiredCapacity", "autoscaling:TerminateInstanceInAutoScalingGroup"],
        [Arns.AutoscalingGroups(names.Region, names.Account)],
        PolicyStatement.When(("StringEquals", $"aws:ResourceTag/k8s.io/cluster-autoscaler/{names.Cluster}", ["owned"])));
}
