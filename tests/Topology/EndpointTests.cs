using MlTa.Offline;
using MlTa.Settings;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Topology;

/// <summary>How a region is reached from outside.</summary>
public sealed class EndpointTests
{
    private const string BalancerType = "aws:lb/loadBalancer:LoadBalancer";
    private const string IngressType = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
    private const string BalancersGroup = "${aws:ec2/securityGroup:SecurityGroup::api.id}";
    private const string ClustersGroup = "${aws:eks/cluster:Cluster::cluster.vpcConfig/clusterSecurityGroupId}";

    private static readonly StackSettings[] s_serving = [CommittedStacks.Primary, CommittedStacks.Secondary];

    [Fact]
    public async Task Every_serving_region_has_a_load_balancer_in_the_public_subnets_of_all_zones()
    {
        foreach (var settings in s_serving)
        {
            var balancer = Assert.Single((await DeclaredStacks.OfAsync(settings)).Of(BalancerType));

            Assert.Equal("application", balancer.Text("loadBalancerType"));
            Assert.False(balancer.Inputs["internal"]!.GetValue<bool>());
            Assert.Equal(settings.Network.Zones.Select(zone => $"${{aws:ec2/subnet:Subnet::network-public-{zone}.id}}"), Texts(balancer, "subnets"));
            Assert.Equal([BalancersGroup], Texts(balancer, "securityGroups"));
        }
    }

    [Fact]
    public async Task It_is_not_deleted_by_accident_and_passes_no_malformed_header()
    {
        foreach (var settings in s_serving)
        {
            var balancer = (await DeclaredStacks.OfAsync(settings)).Of(BalancerType)[0];

            Assert.True(balancer.Inputs["enableDeletionProtection"]!.GetValue<bool>());
            Assert.True(balancer.Inputs["dropInvalidHeaderFields"]!.GetValue<bool>());
        }
    }

    [Fact]
    public async Task An_archive_has_none() => Assert.DoesNotContain(
        (await DeclaredStacks.OfAsync(CommittedStacks.Backup)).Resources, resource => resource.Type == BalancerType);

    [Fact]
    public async Task It_listens_to_https_alone_with_the_certificate_once_that_is_valid()
    {
        foreach (var settings in s_serving)
        {
            var listener = Assert.Single((await DeclaredStacks.OfAsync(settings)).Of("aws:lb/listener:Listener"));

            Assert.Equal(("HTTPS", 443), (listener.Text("protocol"), Number(listener, "port")));
            Assert.Equal("ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09", listener.Text("sslPolicy"));
            Assert.Equal("${aws:acm/certificate:Certificate::api-certificate.arn}", listener.Text("certificateArn"));
            Assert.Contains(listener.DataDependsOn, urn => urn.EndsWith("aws:acm/certificateValidation:CertificateValidation::api-certificate", StringComparison.Ordinal));
            Assert.Equal("${aws:lb/loadBalancer:LoadBalancer::api.arn}", listener.Text("loadBalancerArn"));
            Assert.Equal(
                """{"targetGroupArn":"${aws:lb/targetGroup:TargetGroup::api.arn}","type":"forward"}""",
                Assert.Single(listener.Inputs["defaultActions"].Items()).ToJsonString());
        }
    }

    [Fact]
    public async Task Everybody_may_come_in_with_https()
    {
        foreach (var settings in s_serving)
        {
            var rule = Assert.Single((await DeclaredStacks.OfAsync(settings)).Of(IngressType), rule => rule.Text("securityGroupId") == BalancersGroup);

            Assert.Equal(("0.0.0.0/0", "tcp", 443, 443), (rule.Text("cidrIpv4"), rule.Text("ipProtocol"), Number(rule, "fromPort"), Number(rule, "toPort")));
        }
    }

    [Fact]
    public async Task It_goes_to_the_api_on_the_nodes_and_nowhere_else()
    {
        foreach (var settings in s_serving)
        {
            var graph = await DeclaredStacks.OfAsync(settings);
            var way = Assert.Single(graph.Of("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule"), rule => rule.Text("securityGroupId") == BalancersGroup);
            var door = Assert.Single(graph.Of(IngressType), rule => rule.Inputs["referencedSecurityGroupId"]?.GetValue<string>() == BalancersGroup);

            Assert.Equal((ClustersGroup, "tcp", 30080, 30080), (way.Text("referencedSecurityGroupId"), way.Text("ipProtocol"), Number(way, "fromPort"), Number(way, "toPort")));
            Assert.Equal((ClustersGroup, "tcp", 30080, 30080), (door.Text("securityGroupId"), door.Text("ipProtocol"), Number(door, "fromPort"), Number(door, "toPort")));
        }
    }

    [Fact]
    public async Task A_node_gets_requests_while_the_api_on_it_is_ready()
    {
        foreach (var settings in s_serving)
        {
            var targets = Assert.Single((await DeclaredStacks.OfAsync(settings)).Of("aws:lb/targetGroup:TargetGroup"));

            Assert.Equal(("instance", "HTTP", 30080), (targets.Text("targetType"), targets.Text("protocol"), Number(targets, "port")));
            Assert.Equal("${aws:ec2/vpc:Vpc::network.id}", targets.Text("vpcId"));
            Assert.Equal(
                """{"healthyThreshold":2,"interval":10,"matcher":"200","path":"/health","timeout":5,"unhealthyThreshold":3}""",
                targets.Inputs["healthCheck"]!.ToJsonString());
        }
    }

    [Fact]
    public async Task What_it_sends_to_is_where_the_api_listens_on_a_node()
    {
        foreach (var settings in s_serving)
        {
            var graph = await DeclaredStacks.OfAsync(settings);
            var ports = graph.Of("kubernetes:core/v1:Service").SelectMany(service => service.Inputs["spec"]!["ports"].Items()).Select(port => port["nodePort"]?.GetValue<long>());

            Assert.Contains(Number(graph.Of("aws:lb/targetGroup:TargetGroup")[0], "port"), ports);
        }
    }

    [Fact]
    public async Task The_nodes_of_every_zone_join_it()
    {
        foreach (var settings in s_serving)
        {
            var graph = await DeclaredStacks.OfAsync(settings);
            var attachments = graph.Of("aws:autoscaling/attachment:Attachment");

            Assert.Equal(settings.Network.Zones.Select(zone => $"api-{zone}"), attachments.Select(attachment => attachment.Name).Order(StringComparer.Ordinal));
            Assert.Equal(
                graph.Of("aws:eks/nodeGroup:NodeGroup").Select(nodes => $"${{{nodes.Type}::{nodes.Name}.resources/autoscalingGroups/name}}").Order(StringComparer.Ordinal),
                attachments.Select(attachment => attachment.Text("autoscalingGroupName")).Order(StringComparer.Ordinal));
            Assert.All(attachments, attachment => Assert.Equal("${aws:lb/targetGroup:TargetGroup::api.arn}", attachment.Text("lbTargetGroupArn")));
        }
    }

    [Fact]
    public async Task A_regions_name_leads_to_its_load_balancer_whatever_its_health()
    {
        foreach (var settings in s_serving)
        {
            var record = Assert.Single(new DeclaredDns([await DeclaredStacks.OfAsync(settings)]).Named($"api.{settings.Region}.ml-ta.com"));

            Assert.Equal(["aliases", "name", "type", "zoneId"], record.Inputs.Select(input => input.Key));
            Assert.Equal(("A", "Z123456789ABCDEFGHIJ"), (record.Text("type"), record.Text("zoneId")));
            Assert.Equal(
                """{"evaluateTargetHealth":false,"name":"${aws:lb/loadBalancer:LoadBalancer::api.dnsName}","zoneId":"${aws:lb/loadBalancer:LoadBalancer::api.zoneId}"}""",
                Assert.Single(record.Inputs["aliases"].Items()).ToJsonString());
        }
    }

    /// <summary>Changing a load balancer depends on us-east-1, which may be what was lost.</summary>
    [Theory]
    [InlineData("primary", Role.Fenced)]
    [InlineData("secondary", Role.Active)]
    [InlineData("secondary", Role.Fenced)]
    public async Task No_role_changes_anything_of_it(string stack, Role role)
    {
        var settings = s_serving.Single(settings => settings.Stack == stack);

        var before = Endpoint(await DeclaredStacks.OfAsync(settings));
        var after = Endpoint(await OfflineRun.EvaluateAsync(settings with { Role = role }));

        Assert.Equal(before, after);
        Assert.True(before.Count >= 12, $"{before.Count} parts");
    }

    private static IReadOnlyList<string> Endpoint(StackGraph graph) =>
        [.. graph.Resources.Where(resource => resource.Urn.Contains("ml-ta:index:RegionalEndpoint$", StringComparison.Ordinal)).Select(resource => $"{resource.Urn} {resource.Inputs.ToJsonString()}")];

    private static IEnumerable<string> Texts(DeclaredResource resource, string input) => resource.Inputs[input]!.AsArray().Select(item => item!.GetValue<string>());

    private static long Number(DeclaredResource resource, string input) => resource.Inputs[input]!.GetValue<long>();
}
