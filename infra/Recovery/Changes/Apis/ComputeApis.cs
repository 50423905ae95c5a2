using static MlTa.Recovery.Changes.ServiceEndpoints;

namespace MlTa.Recovery.Changes.Apis;

/// <summary>What serves: clusters, their nodes, and load balancers.</summary>
internal static class ComputeApis
{
    public static IReadOnlyList<TypeApi> All { get; } =
    [
        new("aws:autoscaling/attachment:Attachment", Autoscaling, "AttachLoadBalancerTargetGroups", "DetachLoadBalancerTargetGroups"),
        new("aws:ec2/launchTemplate:LaunchTemplate", Compute, "CreateLaunchTemplate", "DeleteLaunchTemplate") { Update = "CreateLaunchTemplateVersion" },
        new("aws:eks/accessEntry:AccessEntry", Kubernetes, "CreateAccessEntry", "DeleteAccessEntry") { Update = "UpdateAccessEntry" },
        new("aws:eks/accessPolicyAssociation:AccessPolicyAssociation", Kubernetes, "AssociateAccessPolicy", "DisassociateAccessPolicy"),
        new("aws:eks/addon:Addon", Kubernetes, "CreateAddon", "DeleteAddon") { Update = "UpdateAddon" },
        new("aws:eks/cluster:Cluster", Kubernetes, "CreateCluster", "DeleteCluster") { Update = "UpdateClusterConfig", CreationNeeds = [EndpointNames] },
        new("aws:eks/nodeGroup:NodeGroup", Kubernetes, "CreateNodegroup", "DeleteNodegroup") { Update = "UpdateNodegroupConfig" },
        new("aws:eks/podIdentityAssociation:PodIdentityAssociation", Kubernetes, "CreatePodIdentityAssociation", "DeletePodIdentityAssociation")
        {
            Update = "UpdatePodIdentityAssociation",
        },
        new("aws:lb/listener:Listener", LoadBalancing, "CreateListener", "DeleteListener") { Update = "ModifyListener" },
        new("aws:lb/loadBalancer:LoadBalancer", LoadBalancing, "CreateLoadBalancer", "DeleteLoadBalancer")
        {
            Update = "ModifyLoadBalancerAttributes",
            CreationNeeds = [EndpointNames],
        },
        new("aws:lb/targetGroup:TargetGroup", LoadBalancing, "CreateTargetGroup", "DeleteTargetGroup") { Update = "ModifyTargetGroup" },
    ];
}
