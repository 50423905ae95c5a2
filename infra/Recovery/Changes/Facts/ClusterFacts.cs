namespace MlTa.Recovery.Changes.Facts;

/// <summary>EKS, and the template that its nodes are launched from.</summary>
internal static class ClusterFacts
{
    public static IReadOnlyList<TypeFacts> All { get; } =
    [
        new("aws:ec2/launchTemplate:LaunchTemplate", "internal/service/ec2/ec2_launch_template.go")
        {
            Replacing = ["name", "namePrefix"],
            InPlace = ["blockDeviceMappings", "description", "metadataOptions", "tagSpecifications", "tags", "updateDefaultVersion", "userData"],
        },
        new("aws:eks/accessEntry:AccessEntry", "internal/service/eks/access_entry.go")
        {
            Replacing = ["clusterName", "principalArn", "type"],
            InPlace = ["kubernetesGroups", "tags", "userName"],
        },
        new("aws:eks/accessPolicyAssociation:AccessPolicyAssociation", "internal/service/eks/access_policy_association.go")
        {
            Replacing = ["accessScope", "clusterName", "policyArn", "principalArn"],
        },
        // Read in a file of 2026.
        new("aws:eks/addon:Addon", "internal/service/eks/addon.go")
        {
            Replacing = ["addonName", "clusterName"],
            InPlace = ["addonVersion", "configurationValues", "podIdentityAssociations", "preserve", "resolveConflictsOnCreate", "resolveConflictsOnUpdate", "serviceAccountRoleArn", "tags"],
        },
        // Read in a file of 2025. What encrypts secrets is left out: it can be set once, and taking it away makes another cluster.
        new("aws:eks/cluster:Cluster", "internal/service/eks/cluster.go")
        {
            Replacing =
            [
                "accessConfig.bootstrapClusterCreatorAdminPermissions", "bootstrapSelfManagedAddons", "kubernetesNetworkConfig.ipFamily",
                "kubernetesNetworkConfig.serviceIpv4Cidr", "name", "roleArn",
            ],
            InPlace = ["accessConfig.authenticationMode", "enabledClusterLogTypes", "tags", "upgradePolicy", "version", "vpcConfig"],
        },
        new("aws:eks/nodeGroup:NodeGroup", "internal/service/eks/node_group.go")
        {
            Replacing =
            [
                "amiType", "capacityType", "clusterName", "diskSize", "instanceTypes", "launchTemplate.id", "launchTemplate.name", "nodeGroupName",
                "nodeGroupNamePrefix", "nodeRoleArn", "remoteAccess", "subnetIds",
            ],
            InPlace = ["labels", "launchTemplate.version", "releaseVersion", "scalingConfig", "tags", "taints", "updateConfig", "version"],
        },
        new("aws:eks/podIdentityAssociation:PodIdentityAssociation", "internal/service/eks/pod_identity_association.go")
        {
            Replacing = ["clusterName", "namespace", "serviceAccount"],
            InPlace = ["roleArn", "tags"],
        },
    ];
}
