using MlTa.Recovery.Procedures;

namespace MlTa.Recovery.Changes;

/// <summary>The services that the stacks are made of.</summary>
internal static class ServiceEndpoints
{
    /// <summary>Where AWS Chatbot has endpoints. Elsewhere the provider silently uses us-west-2 (terraform-provider-aws, internal/service/chatbot/service_package.go).</summary>
    private static readonly string[] s_chatbotRegions = ["us-east-2", "us-west-2", "eu-west-1", "ap-southeast-1"];

    public static ServiceEndpoint Autoscaling { get; } = Regional("autoscaling", "EC2 Auto Scaling");

    public static ServiceEndpoint Backup { get; } = Regional("backup", "AWS Backup");

    public static ServiceEndpoint Certificates { get; } = Regional("acm", "ACM");

    public static ServiceEndpoint Chatbot { get; } = Regional("chatbot", "AWS Chatbot") with
    {
        ControlPlanes = region => [s_chatbotRegions.Contains(region) ? region : "us-west-2"],
    };

    public static ServiceEndpoint CloudWatch { get; } = Regional("cloudwatch", "CloudWatch");

    public static ServiceEndpoint Compute { get; } = Regional("ec2", "EC2");

    public static ServiceEndpoint Dns { get; } = Regional("route53", "Route 53") with { ControlPlanes = ServiceEndpoint.Global };

    public static ServiceEndpoint ElastiCache { get; } = Regional("elasticache", "ElastiCache");

    public static ServiceEndpoint Events { get; } = Regional("events", "EventBridge");

    public static ServiceEndpoint Experiments { get; } = Regional("fis", "AWS FIS");

    public static ServiceEndpoint Iam { get; } = Regional("iam", "IAM") with { ControlPlanes = ServiceEndpoint.Global };

    public static ServiceEndpoint Keys { get; } = Regional("kms", "KMS");

    public static ServiceEndpoint Kubernetes { get; } = Regional("eks", "EKS");

    public static ServiceEndpoint LoadBalancing { get; } = Regional("elasticloadbalancing", "Elastic Load Balancing");

    public static ServiceEndpoint Logs { get; } = Regional("logs", "CloudWatch Logs");

    public static ServiceEndpoint Notifications { get; } = Regional("sns", "SNS");

    public static ServiceEndpoint Rds { get; } = Regional("rds", "RDS");

    /// <summary>Buckets are made and configured in us-east-1 and in the region that they are in.</summary>
    public static ServiceEndpoint Storage { get; } = Regional("s3", "S3") with { ControlPlanes = region => [ServiceEndpoint.GlobalRegion, region] };

    /// <summary>What gives a new endpoint its name: databases, caches, clusters and load balancers cannot be made without.</summary>
    public static Need EndpointNames { get; } = new(ServiceEndpoint.GlobalRegion, $"{Dns.Name} (it names what is new)", Plane.Control);

    private static ServiceEndpoint Regional(string prefix, string name) => new() { Prefix = prefix, Name = name };
}
