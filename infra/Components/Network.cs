using MlTa.Naming;
using MlTa.Settings;
using Pulumi.Aws.Ec2;

namespace MlTa.Components;

public sealed record NetworkArgs
{
    public required NetworkSettings Settings { get; init; }

    public required RegionNames Names { get; init; }
}

/// <summary>One region's VPC: in every zone a public and a private subnet, and a private way to S3.</summary>
public sealed class Network : ComponentResource, IPrivateNetwork
{
    private readonly string _name;
    private readonly NetworkArgs _args;
    private readonly Vpc _vpc;

    public Network(string name, NetworkArgs args, ComponentResourceOptions? options = null)
        : base("ml-ta:index:Network", name, options)
    {
        _name = name;
        _args = args;
        Zones = AddressPlan.For(AddressRange.Parse(args.Settings.CidrBlock), args.Settings.Zones);

        _vpc = VpcParts.DeclareVpc(this, name, args.Settings.CidrBlock, $"{args.Names.Prefix}-{args.Names.Region}");
        var internet = new InternetGateway(name, new() { VpcId = _vpc.Id }, AsChild());
        var publicTable = DeclareRouteTable($"{name}-public");
        DeclareRoute($"{name}-public", publicTable, new() { GatewayId = internet.Id });

        var publicSubnets = Zones.Select(zone => DeclareSubnet("public", zone.Zone, zone.Public, publicTable)).ToList();
        var privateTables = Zones.ToDictionary(zone => zone.Zone, zone => DeclareRouteTable($"{name}-private-{zone.Zone}"));
        var privateSubnets = Zones.Select(zone => DeclareSubnet("private", zone.Zone, zone.Private, privateTables[zone.Zone])).ToList();
        DeclareNatRoutes(publicSubnets, [.. privateTables.Values], internet);
        // Models and backups travel to S3 this way.
        VpcParts.DeclareStorageEndpoint(this, $"{name}-s3", _vpc, args.Names.Region, [publicTable, .. privateTables.Values]);

        VpcId = _vpc.Id;
        PrivateSubnetIds = Output.All(privateSubnets.Select(subnet => subnet.Id));
        PublicSubnetIds = Output.All(publicSubnets.Select(subnet => subnet.Id));
        RegisterOutputs();
    }

    public IReadOnlyList<ZoneAddresses> Zones { get; }

    [Output]
    public Output<string> VpcId { get; private set; }

    [Output]
    public Output<ImmutableArray<string>> PrivateSubnetIds { get; private set; }

    [Output]
    public Output<ImmutableArray<string>> PublicSubnetIds { get; private set; }

    private CustomResourceOptions AsChild() => new() { Parent = this };

    private RouteTable DeclareRouteTable(string name) => VpcParts.DeclareRouteTable(this, name, _vpc);

    private void DeclareRoute(string name, RouteTable table, RouteArgs way)
    {
        way.RouteTableId = table.Id;
        way.DestinationCidrBlock = "0.0.0.0/0";
        new Route(name, way, AsChild());
    }

    private Subnet DeclareSubnet(string kind, string zone, AddressRange range, RouteTable table) =>
        VpcParts.DeclareSubnet(this, $"{_name}-{kind}-{zone}", _vpc, zone, range, table);

    private void DeclareNatRoutes(IReadOnlyList<Subnet> publicSubnets, IReadOnlyList<RouteTable> privateTables, InternetGateway internet)
    {
        var gateways = publicSubnets.Zip(Zones)
            .Take(_args.Settings.NatGateways switch
            {
                NatGateways.None => 0,
                NatGateways.One => 1,
                _ => Zones.Count,
            })
            .Select(pair => DeclareNatGateway(pair.Second.Zone, pair.First, internet))
            .ToList();

        for (var index = 0; gateways.Count > 0 && index < Zones.Count; index++)
        {
            DeclareRoute($"{_name}-private-{Zones[index].Zone}", privateTables[index], new() { NatGatewayId = gateways[index % gateways.Count].Id });
        }
    }

    private NatGateway DeclareNatGateway(string zone, Subnet subnet, InternetGateway internet)
    {
        var name = $"{_name}-nat-{zone}";
        var address = new Eip(name, new() { Domain = "vpc", Tags = VpcParts.Named(name) }, AsChild());
        return new NatGateway(name, new()
        {
            SubnetId = subnet.Id,
            AllocationId = address.Id,
            Tags = VpcParts.Named(name),
        }, new() { Parent = this, DependsOn = { internet } });
    }
}
