using MlTa.Offline;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Topology;

/// <summary>From the internet there is one way in: the load balancer, over TLS. And a way to the cluster's API for those who are named.</summary>
public sealed class PublicPathTests
{
    private static readonly string[] s_everybody = ["0.0.0.0/0", "::/0"];

    /// <summary>What may be in a subnet that the internet reaches: what lets nodes out, and what lets users in.</summary>
    private static readonly string[] s_public = ["aws:ec2/natGateway:NatGateway", "aws:ec2/routeTableAssociation:RouteTableAssociation", "aws:lb/loadBalancer:LoadBalancer"];

    [Fact]
    public async Task No_database_has_a_public_address()
    {
        foreach (var graph in await DeclaredStacks.InEveryStateAsync())
        {
            Assert.All(
                graph.Resources.Where(resource => resource.Type == "aws:rds/instance:Instance"),
                database => Assert.False(database.Inputs["publiclyAccessible"]?.GetValue<bool>() ?? true, database.Urn));
        }
    }

    [Fact]
    public async Task Nothing_but_the_load_balancer_lets_everybody_in()
    {
        foreach (var graph in await DeclaredStacks.InEveryStateAsync())
        {
            var balancers = graph.Resources
                .Where(resource => resource.Type == "aws:lb/loadBalancer:LoadBalancer")
                .SelectMany(balancer => balancer.Inputs["securityGroups"]!.AsArray().Select(group => group!.GetValue<string>()))
                .ToHashSet();
            var open = graph.Resources.Where(resource => resource.Type == "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule" && IsOpen(resource)).ToList();

            Assert.Equal(balancers.Count == 0, open.Count == 0);
            Assert.All(open, rule =>
            {
                Assert.True(balancers.Contains(rule.Text("securityGroupId")), rule.Urn);
                Assert.Equal("tcp", rule.Text("ipProtocol"));
                Assert.Equal(rule.Inputs["fromPort"]!.GetValue<long>(), rule.Inputs["toPort"]!.GetValue<long>());
                Assert.Contains(rule.Inputs["fromPort"]!.GetValue<long>(), PortsOfListeners(graph));
            });
        }
    }

    [Fact]
    public async Task No_security_group_brings_rules_of_its_own()
    {
        foreach (var graph in await DeclaredStacks.InEveryStateAsync())
        {
            Assert.All(
                graph.Of("aws:ec2/securityGroup:SecurityGroup").Concat(graph.Of("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup")),
                group => Assert.Empty(group.Inputs["ingress"]?.AsArray() ?? []));
        }
    }

    [Fact]
    public async Task Only_what_lets_out_or_in_is_in_a_public_subnet()
    {
        foreach (var graph in await DeclaredStacks.InEveryStateAsync())
        {
            var open = PublicSubnets(graph);

            Assert.NotEmpty(open);
            Assert.All(
                graph.Resources.Where(resource => resource.DataDependsOn.Any(open.Contains)),
                resource => Assert.Contains(resource.Type, s_public));
            Assert.All(graph.Of("aws:ec2/subnet:Subnet"), subnet => Assert.False(subnet.Inputs["mapPublicIpOnLaunch"]?.GetValue<bool>() ?? false, subnet.Urn));
        }
    }

    [Fact]
    public async Task The_api_of_a_cluster_answers_within_the_network_and_to_those_who_are_named()
    {
        foreach (var graph in await DeclaredStacks.ServingAsync())
        {
            Assert.All(graph.Of("aws:eks/cluster:Cluster"), cluster =>
            {
                Assert.True(cluster.At("vpcConfig.endpointPrivateAccess")!.GetValue<bool>());
                var ranges = cluster.At("vpcConfig.publicAccessCidrs")?.AsArray().Select(range => range!.GetValue<string>()).ToList() ?? [];
                Assert.Equal(ranges.Count > 0, cluster.At("vpcConfig.endpointPublicAccess")!.GetValue<bool>());
                Assert.Empty(ranges.Intersect(s_everybody));
            });
        }
    }

    /// <summary>For EKS no list is everybody.</summary>
    [Fact]
    public async Task A_cluster_for_nobody_outside_has_no_public_endpoint()
    {
        var settings = CommittedStacks.Primary with { Cluster = CommittedStacks.Primary.Cluster with { PublicAccessCidrs = [] } };

        var cluster = Assert.Single((await OfflineRun.EvaluateAsync(settings)).Of("aws:eks/cluster:Cluster"));

        Assert.False(cluster.At("vpcConfig.endpointPublicAccess")!.GetValue<bool>());
    }

    [Fact]
    public async Task Every_bucket_is_closed_to_the_public()
    {
        string[] doors = ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"];
        foreach (var graph in await DeclaredStacks.InEveryStateAsync())
        {
            var blocks = graph.Of("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock");

            Assert.Equal(
                graph.Of("aws:s3/bucket:Bucket").Select(bucket => bucket.Text("bucket")).Order(StringComparer.Ordinal),
                blocks.Select(block => block.Text("bucket")).Order(StringComparer.Ordinal));
            Assert.All(blocks, block => Assert.All(doors, door => Assert.True(block.Inputs[door]?.GetValue<bool>() ?? false, $"{block.Urn} {door}")));
        }
    }

    /// <summary>It would make a load balancer that is declared nowhere.</summary>
    [Fact]
    public async Task No_service_of_the_cluster_makes_a_load_balancer()
    {
        foreach (var graph in await DeclaredStacks.ServingAsync())
        {
            Assert.All(
                graph.Resources.Where(resource => resource.Type == "kubernetes:core/v1:Service"),
                service => Assert.NotEqual("LoadBalancer", service.At("spec.type")?.GetValue<string>()));
        }
    }

    private static bool IsOpen(DeclaredResource rule) => rule.Texts().Any(input => s_everybody.Contains(input.Text));

    private static IReadOnlyList<long> PortsOfListeners(StackGraph graph) =>
        [.. graph.Of("aws:lb/listener:Listener").Select(listener => listener.Inputs["port"]!.GetValue<long>())];

    /// <summary>Those whose route table has a way to the internet gateway.</summary>
    private static HashSet<string> PublicSubnets(StackGraph graph)
    {
        var tables = graph.Of("aws:ec2/route:Route").Where(route => route.Inputs["gatewayId"] is not null).Select(route => route.Text("routeTableId")).ToHashSet();
        var subnets = graph.Of("aws:ec2/routeTableAssociation:RouteTableAssociation")
            .Where(association => tables.Contains(association.Text("routeTableId")))
            .Select(association => association.Text("subnetId"))
            .ToHashSet();
        return [.. graph.Of("aws:ec2/subnet:Subnet").Where(subnet => subnets.Contains($"${{{subnet.Type}::{subnet.Name}.id}}")).Select(subnet => subnet.Urn)];
    }
}
