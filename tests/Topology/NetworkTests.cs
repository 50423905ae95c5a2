using MlTa.Naming;
using MlTa.Offline;
using MlTa.Settings;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Topology;

public sealed class NetworkTests
{
    [Fact]
    public async Task Every_zone_has_a_private_and_a_public_subnet_of_the_address_plan()
    {
        foreach (var settings in CommittedStacks.All)
        {
            var planned = AddressPlan.For(AddressRange.Parse(settings.Network.CidrBlock), settings.Network.Zones)
                .SelectMany(zone => new[] { (zone.Zone, $"{zone.Private}"), (zone.Zone, $"{zone.Public}") });
            var subnets = (await DeclaredStacks.OfAsync(settings)).Of("aws:ec2/subnet:Subnet");

            Assert.Equal(planned.Order(), subnets.Select(subnet => (subnet.Text("availabilityZone"), subnet.Text("cidrBlock"))).Order());
            Assert.All(subnets, subnet => Assert.False(subnet.Inputs["mapPublicIpOnLaunch"]!.GetValue<bool>()));
        }
    }

    [Fact]
    public async Task Networks_of_different_stacks_do_not_overlap()
    {
        var ranges = (await DeclaredStacks.AllAsync()).Select(graph => AddressRange.Parse(Assert.Single(graph.Of("aws:ec2/vpc:Vpc")).Text("cidrBlock"))).ToList();

        Assert.Equal(3, ranges.Count);
        Assert.All(ranges, range => Assert.Single(ranges, other => other.Overlaps(range)));
    }

    [Theory]
    [InlineData(NatGateways.None, 0, 0)]
    [InlineData(NatGateways.One, 1, 3)]
    [InlineData(NatGateways.PerZone, 3, 3)]
    public async Task Private_subnets_go_out_through_as_many_gateways_as_the_setting_says(NatGateways setting, int gateways, int routes)
    {
        var settings = CommittedStacks.Primary;
        var graph = await OfflineRun.EvaluateAsync(settings with { Network = settings.Network with { NatGateways = setting } });

        Assert.Equal(gateways, graph.Resources.Count(resource => resource.Type == "aws:ec2/natGateway:NatGateway"));
        Assert.Equal(routes, graph.Of("aws:ec2/route:Route").Count(route => route.Inputs["natGatewayId"] is not null));
    }

    [Fact]
    public async Task With_a_gateway_in_each_zone_no_zone_depends_on_another()
    {
        var graph = await DeclaredStacks.OfAsync(CommittedStacks.Primary);

        Assert.All(
            graph.Of("aws:ec2/route:Route").Where(route => route.Inputs["natGatewayId"] is not null),
            route => Assert.Contains($"network-nat-{route.Name["network-private-".Length..]}.id", route.Text("natGatewayId"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_route_table_has_the_way_to_s3()
    {
        foreach (var graph in await DeclaredStacks.AllAsync())
        {
            var endpoint = Assert.Single(graph.Of("aws:ec2/vpcEndpoint:VpcEndpoint"));

            Assert.Equal($"com.amazonaws.{graph.Region}.s3", endpoint.Text("serviceName"));
            Assert.Equal("Gateway", endpoint.Text("vpcEndpointType"));
            Assert.Equal(graph.Of("aws:ec2/routeTable:RouteTable").Count, endpoint.Inputs["routeTableIds"]!.AsArray().Count);
        }
    }

    [Fact]
    public async Task The_default_security_group_lets_nothing_through()
    {
        foreach (var graph in await DeclaredStacks.AllAsync())
        {
            var group = Assert.Single(graph.Of("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup"));

            Assert.Equal(["vpcId"], group.Inputs.Select(input => input.Key));
        }
    }
}
