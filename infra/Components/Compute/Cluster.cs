using MlTa.Naming;
using MlTa.Settings;

namespace MlTa.Components.Compute;

public sealed record ClusterArgs
{
    public required ClusterSettings Settings { get; init; }

    public required RegionNames Names { get; init; }

    public required Network Network { get; init; }

    public required Output<string> KeyArn { get; init; }

    public required PodRoles Roles { get; init; }
}

/// <summary>A region's EKS cluster with its nodes, its add-ons and its administrators.</summary>
public sealed class Cluster : ComponentResource
{
    public Cluster(string name, ClusterArgs args, ComponentResourceOptions? options = null)
        : base("ml-ta:index:Cluster", name, options)
    {
        var cluster = new Pulumi.Aws.Eks.Cluster(name, new()
        {
            Name = args.Names.Cluster,
            RoleArn = "x",
            VpcConfig = new Pulumi.Aws.Eks.Inputs.ClusterVpcConfigArgs { SubnetIds = args.Network.PrivateSubnetIds },
        }, new() { Parent = this });
        var nodes = new Pulumi.Aws.Eks.NodeGroup(name, new()
        {
            ClusterName = cluster.Name,
            NodeRoleArn = "x",
            SubnetIds = args.Network.PrivateSubnetIds,
            ScalingConfig = new Pulumi.Aws.Eks.Inputs.NodeGroupScalingConfigArgs { MinSize = 1, MaxSize = 1, DesiredSize = 1 },
        }, new() { Parent = this });
        Name = cluster.Name;
        Arn = cluster.Arn;
        Endpoint = cluster.Endpoint;
        CertificateAuthority = cluster.CertificateAuthority.Apply(authority => authority.Data!);
        SecurityGroupId = cluster.VpcConfig.Apply(config => config.ClusterSecurityGroupId!);
        AutoscalingGroupNames = [nodes.Resources.Apply(resources => resources[0].AutoscalingGroups[0].Name!)];
        RegisterOutputs();
    }

    [Output]
    public Output<string> Name { get; private set; }

    [Output]
    public Output<string> Arn { get; private set; }

    [Output]
    public Output<string> Endpoint { get; private set; }

    [Output]
    public Output<string> CertificateAuthority { get; private set; }

    /// <summary>What the nodes, and so all pods, are in.</summary>
    [Output]
    public Output<string> SecurityGroupId { get; private set; }

    /// <summary>One for each zone, in the order of the zones: what a load balancer sends to.</summary>
    public IReadOnlyList<Output<string>> AutoscalingGroupNames { get; }
}
