namespace MlTa.Naming;

/// <summary>ARN shapes, as the AWS service authorization reference lists them. The partition is the commercial one.</summary>
public static class Arns
{
    /// <summary>Neither region nor account: bucket names are unique in a partition.</summary>
    public static string Bucket(string name) => $"arn:aws:s3:::{name}";

    /// <summary>The bucket in which the container registry of a region keeps the layers of images (ECR user guide, "Amazon ECR interface VPC endpoints").</summary>
    public static string ImageLayers(string region) => Bucket($"prod-{region}-starport-layer-bucket");

    public static string Objects(string bucketArn) => $"{bucketArn}/*";

    public static string BackupVault(string region, string account, string name) =>
        $"arn:aws:backup:{region}:{account}:backup-vault:{name}";

    public static string Database(string region, string account, string identifier) => Rds(region, account, "db", identifier);

    public static string Rds(string region, string account, string type, string name) =>
        $"arn:aws:rds:{region}:{account}:{type}:{name}";

    /// <param name="resource"><c>key/ID</c> or <c>alias/NAME</c>.</param>
    public static string Kms(string region, string account, string resource) => $"arn:aws:kms:{region}:{account}:{resource}";

    public static string Topic(string region, string account, string name) => $"arn:aws:sns:{region}:{account}:{name}";

    public static string Cluster(string region, string account, string name) => $"arn:aws:eks:{region}:{account}:cluster/{name}";

    /// <summary>All node groups of a cluster.</summary>
    public static string NodeGroups(string region, string account, string cluster) => $"arn:aws:eks:{region}:{account}:nodegroup/{cluster}/*/*";

    /// <summary>All of a region.</summary>
    public static string AutoscalingGroups(string region, string account) =>
        $"arn:aws:autoscaling:{region}:{account}:autoScalingGroup:*:autoScalingGroupName/*";

    public static string Alarm(string region, string account, string name) => $"arn:aws:cloudwatch:{region}:{account}:alarm:{name}";

    /// <summary>All of a region.</summary>
    public static string Instances(string region, string account) => $"arn:aws:ec2:{region}:{account}:instance/*";

    public static string LogGroup(string region, string account, string name) => $"arn:aws:logs:{region}:{account}:log-group:{name}";

    /// <summary>No region: IAM is global.</summary>
    public static string Role(string account, string name) => $"arn:aws:iam::{account}:role/{name}";

    /// <summary>In a policy: the account, that is everybody in it whom IAM allows the same.</summary>
    public static string Root(string account) => $"arn:aws:iam::{account}:root";

    /// <summary>AWS's own policies belong to the account <c>aws</c>.</summary>
    public static string ManagedPolicy(string path) => $"arn:aws:iam::aws:policy/{path}";

    /// <summary>What an access entry of EKS can be given; not an IAM policy.</summary>
    public static string ClusterAccessPolicy(string name) => $"arn:aws:eks::aws:cluster-access-policy/{name}";
}
