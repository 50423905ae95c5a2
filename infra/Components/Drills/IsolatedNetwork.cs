using MlTa.Components.Policies;
using MlTa.Naming;
using MlTa.Settings.Drills;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Vpc;

namespace MlTa.Components.Drills;

public sealed record IsolatedNetworkArgs
{
    public required DrillNetworkSettings Settings { get; init; }

    public required RegionNames Names { get; init; }

    /// <summary>The one bucket of production that can be read from here.</summary>
    public required string ReadableBucketArn { get; init; }
}

/// <summary>
/// A VPC that leads nowhere: no gateway to the internet, no peering, private subnets only. What a cluster needs of AWS it reaches through endpoints
/// (EKS user guide, "Deploy private clusters with limited internet access"), so whatever is restored in here, a program that believes itself
/// in production too, can neither call production nor be called.
/// </summary>
public sealed class IsolatedNetwork : ComponentResource, IPrivateNetwork
{
    private const int HttpsPort = 443;

    /// <summary>Nodes ask EC2 about themselves, pull images, and pods take their roles.</summary>
    private static readonly string[] s_services = ["ec2", "ecr.api", "ecr.dkr", "sts", "eks-auth"];

    private readonly string _name;
    private readonly IsolatedNetworkArgs _args;
    private readonly Vpc _vpc;

    public IsolatedNetwork(string name, IsolatedNetworkArgs args, ComponentResourceOptions? options = null)
        : base("ml-ta:index:IsolatedNetwork", name, options)
    {
        (_name, _args) = (name, args);
        Zones = AddressPlan.For(AddressRange.Parse(args.Settings.CidrBlock), args.Settings.Zones);
        _vpc = VpcParts.DeclareVpc(this, name, args.Settings.CidrBlock, args.Names.Drill);

        // Without a route: what is left is the VPC itself.
        var table = VpcParts.DeclareRouteTable(this, name, _vpc);
        var subnets = Zones.Select(zone => VpcParts.DeclareSubnet(this, $"{name}-{zone.Zone}", _vpc, zone.Zone, zone.Private, table)).ToList();
        VpcId = _vpc.Id;
        PrivateSubnetIds = Output.All(subnets.Select(subnet => subnet.Id));

        VpcParts.DeclareStorageEndpoint(this, $"{name}-s3", _vpc, args.Names.Region, [table], ReadOnly().ToJson());
        DeclareServiceEndpoints();
        RegisterOutputs();
    }

    public IReadOnlyList<ZoneAddresses> Zones { get; }

    [Output]
    public Output<string> VpcId { get; private set; }

    [Output]
    public Output<ImmutableArray<string>> PrivateSubnetIds { get; private set; }

    private void DeclareServiceEndpoints()
    {
        var group = new SecurityGroup($"{_name}-endpoints", new() { Description = "Endpoints of AWS services", VpcId = _vpc.Id }, new() { Parent = this });
        new SecurityGroupIngressRule($"{_name}-endpoints", new()
        {
            SecurityGroupId = group.Id,
            CidrIpv4 = _args.Settings.CidrBlock,
            IpProtocol = "tcp",
            FromPort = HttpsPort,
            ToPort = HttpsPort,
            Description = "The VPC",
        }, new() { Parent = this });

        foreach (var service in s_services)
        {
            new VpcEndpoint($"{_name}-{service}", new()
            {
                VpcId = _vpc.Id,
                ServiceName = $"com.amazonaws.{_args.Names.Region}.{service}",
                VpcEndpointType = "Interface",
                PrivateDnsEnabled = true,
                SubnetIds = PrivateSubnetIds,
                SecurityGroupIds = { group.Id },
                Tags = VpcParts.Named($"{_name}-{service}"),
            }, new() { Parent = this });
        }
    }

    /// <summary>
    /// The layers of images and the copied models. Nothing can be written through it, whatever rights a pod has.
    /// </summary>
    private PolicyDocument ReadOnly() => new(
        AllowAll("ReadImageLayers", "s3:GetObject", Arns.Objects(Arns.ImageLayers(_args.Names.Region))),
        AllowAll("ListModels", "s3:ListBucket", _args.ReadableBucketArn),
        AllowAll("ReadModels", "s3:GetObject", Arns.Objects(_args.ReadableBucketArn)));

    private static PolicyStatement AllowAll(string sid, string action, string resource) =>
        PolicyStatement.Allow(sid, [action], [resource]) with { Principal = PolicyStatement.Everybody };
}
