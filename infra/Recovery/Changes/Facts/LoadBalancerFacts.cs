namespace MlTa.Recovery.Changes.Facts;

/// <summary>Application Load Balancers, their targets, and what registers nodes as targets.</summary>
internal static class LoadBalancerFacts
{
    public static IReadOnlyList<TypeFacts> All { get; } =
    [
        new("aws:autoscaling/attachment:Attachment", "internal/service/autoscaling/attachment.go")
        {
            Replacing = ["autoscalingGroupName", "elb", "lbTargetGroupArn"],
        },
        new("aws:lb/listener:Listener", "internal/service/elbv2/listener.go")
        {
            Replacing = ["loadBalancerArn"],
            InPlace = ["alpnPolicy", "certificateArn", "defaultActions", "mutualAuthentication", "port", "protocol", "sslPolicy", "tags"],
        },
        // Subnets and security groups of an application load balancer change in place; those of a network load balancer may not (customizeDiffLoadBalancerNLB).
        new("aws:lb/loadBalancer:LoadBalancer", "internal/service/elbv2/load_balancer.go")
        {
            Replacing = ["customerOwnedIpv4Pool", "internal", "loadBalancerType", "name", "namePrefix"],
            InPlace = ["accessLogs", "dropInvalidHeaderFields", "enableDeletionProtection", "idleTimeout", "ipAddressType", "securityGroups", "subnets", "tags"],
        },
        new("aws:lb/targetGroup:TargetGroup", "internal/service/elbv2/target_group.go")
        {
            Replacing = ["ipAddressType", "name", "namePrefix", "port", "protocol", "protocolVersion", "targetType", "vpcId"],
            InPlace = ["deregistrationDelay", "healthCheck", "slowStart", "stickiness", "tags"],
        },
    ];
}
