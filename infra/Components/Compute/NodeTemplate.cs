using System.Text.RegularExpressions;
using MlTa.Naming;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Ec2.Inputs;

namespace MlTa.Components.Compute;

/// <summary>What every node is like.</summary>
internal static partial class NodeTemplate
{
    /// <summary>What EC2 shows as an instance's name.</summary>
    public const string NameTag = "Name";

    /// <summary>The root device of Amazon Linux 2023.</summary>
    private const string RootDevice = "/dev/xvda";

    /// <summary>Room for images and for logs that are being written; assumed to be enough. What has to last is not on nodes.</summary>
    private const int RootVolumeGiB = 50;

    /// <summary>The node itself and pods on its network. Other pods are one hop further: they have roles of their own and must not take the node's.</summary>
    private const int MetadataHops = 1;

    /// <summary>Names no security group: nodes get the cluster's own then, which the stores know.</summary>
    public static LaunchTemplateArgs For(ClusterArgs cluster) => new()
    {
        Description = $"Nodes of {cluster.Names.Cluster}",
        UpdateDefaultVersion = true,
        MetadataOptions = new LaunchTemplateMetadataOptionsArgs
        {
            HttpEndpoint = "enabled",
            HttpTokens = "required",
            HttpPutResponseHopLimit = MetadataHops,
        },
        BlockDeviceMappings =
        {
            new LaunchTemplateBlockDeviceMappingArgs
            {
                DeviceName = RootDevice,
                Ebs = new LaunchTemplateBlockDeviceMappingEbsArgs
                {
                    VolumeType = "gp3",
                    VolumeSize = RootVolumeGiB,
                    // With AWS's key. Our own would have to let the account's Auto Scaling role in, which exists only once
                    // somebody has used Auto Scaling, and nothing that has to stay secret is kept here.
                    Encrypted = "true",
                    DeleteOnTermination = "true",
                },
            },
        },
        // The provider's tags stay on the template.
        TagSpecifications = { Tagged("instance", cluster), Tagged("volume", cluster) },
    };

    /// <summary>The <see cref="NameTag"/> of every node.</summary>
    public static string NameOf(RegionNames names) => $"{names.Cluster}-node";

    /// <summary>Amazon Linux 2023 for the instance type's processor: Graviton has a <c>g</c> after the generation, as in <c>m7g</c> and <c>r6gd</c>.</summary>
    public static string AmiType(string instanceType) =>
        GravitonPattern().IsMatch(instanceType) ? "AL2023_ARM_64_STANDARD" : "AL2023_x86_64_STANDARD";

    private static LaunchTemplateTagSpecificationArgs Tagged(string resourceType, ClusterArgs cluster)
    {
        var specification = new LaunchTemplateTagSpecificationArgs { ResourceType = resourceType, Tags = { [NameTag] = NameOf(cluster.Names) } };
        foreach (var (name, value) in cluster.NodeTags)
        {
            specification.Tags.Add(name, value);
        }

        return specification;
    }

    [GeneratedRegex(@"^[a-z]+[0-9]+[a-z]*g[a-z]*\.")]
    private static partial Regex GravitonPattern();
}
