using Pulumi.Aws.Ec2;
using Pulumi.Aws.Eks;
using Pulumi.Aws.Eks.Inputs;

namespace MlTa.Components.Compute;

public sealed record NodeGroupsArgs
{
    public required ClusterArgs Cluster { get; init; }

    public required Output<string> ClusterName { get; init; }

    public required Resource WaitsFor { get; init; }
}

/// <summary>
/// The nodes: one group for each zone. Of a group over several zones the autoscaler could not choose the zone, and a pod whose volume is in
/// one would wait for a node that comes up in another.
/// </summary>
public sealed class NodeGroups : ComponentResource
{
    public NodeGroups(string name, NodeGroupsArgs args, ComponentResourceOptions? options = null)
        : base("ml-ta:index:NodeGroups", name, options)
    {
        var template = new LaunchTemplate(name, NodeTemplate.For(args.Cluster), new() { Parent = this });
        var groups = args.Cluster.Network.Zones.Select((zone, index) => new NodeGroup($"{name}-{zone.Zone}", new()
        {
            ClusterName = args.ClusterName,
            Version = args.Cluster.Settings.Version,
            NodeRoleArn = args.Cluster.Roles.NodeArn,
            SubnetIds = { args.Cluster.Network.PrivateSubnetIds.Apply(ids => ids[index]) },
            AmiType = NodeTemplate.AmiType(args.Cluster.Settings.InstanceType),
            InstanceTypes = { args.Cluster.Settings.InstanceType },
            LaunchTemplate = new NodeGroupLaunchTemplateArgs
            {
                Id = template.Id,
                // EKS answers with a number, so "$Latest" would look like a change at every up.
                Version = template.LatestVersion.Apply(version => $"{version}"),
            },
            ScalingConfig = new NodeGroupScalingConfigArgs
            {
                MinSize = args.Cluster.Settings.MinimumNodesPerZone,
                DesiredSize = args.Cluster.Settings.MinimumNodesPerZone,
                MaxSize = args.Cluster.Settings.MaximumNodesPerZone,
            },
            UpdateConfig = new NodeGroupUpdateConfigArgs { MaxUnavailable = 1 },
        }, new()
        {
            Parent = this,
            DependsOn = { args.WaitsFor, args.Cluster.Roles },
            // The autoscaler's to choose.
            IgnoreChanges = { "scalingConfig.desiredSize" },
        })).ToList();

        // EKS tags them for the autoscaler's discovery by itself.
        AutoscalingGroupNames = [.. groups.Select(group => group.Resources.Apply(resources => resources[0].AutoscalingGroups[0].Name!))];
        GroupArns = [.. groups.Select(group => group.Arn)];
        RegisterOutputs();
    }

    /// <summary>In the order of the zones.</summary>
    public IReadOnlyList<Output<string>> AutoscalingGroupNames { get; }

    /// <summary>In the order of the zones. An ARN holds an ID of EKS's making.</summary>
    public IReadOnlyList<Output<string>> GroupArns { get; }
}
