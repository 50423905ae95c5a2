using System.Text.RegularExpressions;
using MlTa.Commands;
using MlTa.Offline;
using MlTa.Tests.Contract.Samples;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Offline;

/// <summary>The evaluation of the committed stacks.</summary>
public sealed partial class CommittedGraphTests
{
    /// <summary>What nobody can know beforehand: AWS assigns IDs, Pulumi the names that no other region has to predict.</summary>
    private static readonly string[] s_assigned =
    [
        "aws:acm/certificate:Certificate.arn",
        "aws:acm/certificate:Certificate.domainValidationOptions/0/resourceRecordName",
        "aws:acm/certificate:Certificate.domainValidationOptions/0/resourceRecordType",
        "aws:acm/certificate:Certificate.domainValidationOptions/0/resourceRecordValue",
        "aws:acm/certificate:Certificate.domainValidationOptions/1/resourceRecordName",
        "aws:acm/certificate:Certificate.domainValidationOptions/1/resourceRecordType",
        "aws:acm/certificate:Certificate.domainValidationOptions/1/resourceRecordValue",
        "aws:backup/plan:Plan.id",
        "aws:cloudwatch/eventRule:EventRule.name",
        "aws:ec2/eip:Eip.id",
        "aws:ec2/internetGateway:InternetGateway.id",
        "aws:ec2/launchTemplate:LaunchTemplate.id",
        "aws:ec2/natGateway:NatGateway.id",
        "aws:ec2/routeTable:RouteTable.id",
        "aws:ec2/securityGroup:SecurityGroup.id",
        "aws:ec2/subnet:Subnet.id",
        "aws:ec2/vpc:Vpc.id",
        "aws:eks/cluster:Cluster.certificateAuthority/data",
        "aws:eks/cluster:Cluster.endpoint",
        "aws:eks/cluster:Cluster.vpcConfig/clusterSecurityGroupId",
        "aws:eks/nodeGroup:NodeGroup.arn",
        "aws:eks/nodeGroup:NodeGroup.resources/autoscalingGroups/name",
        "aws:elasticache/parameterGroup:ParameterGroup.name",
        "aws:elasticache/subnetGroup:SubnetGroup.name",
        "aws:iam/role:Role.id",
        "aws:iam/role:Role.name",
        "aws:kms/key:Key.id",
        "aws:lb/loadBalancer:LoadBalancer.arn",
        "aws:lb/loadBalancer:LoadBalancer.arnSuffix",
        "aws:lb/loadBalancer:LoadBalancer.dnsName",
        "aws:lb/loadBalancer:LoadBalancer.zoneId",
        "aws:lb/targetGroup:TargetGroup.arn",
        "aws:lb/targetGroup:TargetGroup.arnSuffix",
        "aws:rds/parameterGroup:ParameterGroup.name",
        "aws:route53/healthCheck:HealthCheck.id",
    ];

    [Fact]
    public async Task Nothing_is_unresolved_but_what_aws_or_pulumi_assigns()
    {
        var unresolved = (await DeclaredStacks.AllAsync())
            .SelectMany(graph => graph.Resources)
            .SelectMany(resource => Token().Matches(resource.Inputs.ToJsonString()))
            .Select(token => $"{token.Groups["type"]}.{token.Groups["output"]}")
            .Distinct()
            .Order(StringComparer.Ordinal);

        Assert.Equal(s_assigned, unresolved);
    }

    [Fact]
    public async Task Every_edge_leads_to_a_resource_of_the_same_graph() => Assert.All(await DeclaredStacks.AllAsync(), graph =>
    {
        var urns = graph.Resources.Select(resource => resource.Urn).ToHashSet();

        Assert.Equal(graph.Resources.Count, urns.Count);
        Assert.All(graph.Resources, resource =>
            Assert.All([.. resource.DependsOn, .. resource.DataDependsOn, resource.Parent ?? resource.Urn], urn => Assert.Contains(urn, urns)));
    });

    /// <summary>Or leads to one by edges: an output that only repeats an input is shown as what it repeats.</summary>
    [Fact]
    public async Task Every_token_is_an_edge() => Assert.All(await DeclaredStacks.AllAsync(), graph =>
    {
        var resources = graph.Resources.ToDictionary(resource => resource.Urn);

        Assert.All(graph.Resources, resource => Assert.All(
            Token().Matches(resource.Inputs.ToJsonString()).Select(token => $"{token.Groups["type"]}::{token.Groups["name"]}").Distinct(),
            owner => Assert.True(SourcesOf(resource, []).Any(urn => urn.EndsWith(owner, StringComparison.Ordinal)), $"{resource.Urn}: {owner}")));

        IEnumerable<string> SourcesOf(DeclaredResource resource, HashSet<string> seen) =>
            resource.DataDependsOn.Where(seen.Add).SelectMany(urn => SourcesOf(resources[urn], seen).Prepend(urn));
    });

    [Fact]
    public async Task Two_evaluations_give_the_same_bytes() => Assert.Equal(await JsonAsync(), await JsonAsync());

    [Fact]
    public async Task Many_evaluations_at_once_stay_separate()
    {
        var graphs = await Task.WhenAll(Enumerable.Range(0, 20).Select(number => OfflineRun.EvaluateAsync(
            CommittedStacks.Primary with { Stack = $"stack-{number}" },
            () =>
            {
                for (var disk = 0; disk < 20; disk++)
                {
                    _ = new Volume($"disk-{disk}", new() { Label = $"{number}", Tags = { ["source"] = new Volume($"source-{disk}", new() { Label = $"{number}" }).Label } });
                }
            })));

        Assert.All(graphs.Index(), graph =>
        {
            Assert.Equal(40, graph.Item.Resources.Count);
            Assert.All(graph.Item.Resources, resource =>
            {
                Assert.StartsWith($"urn:pulumi:stack-{graph.Index}::", resource.Urn, StringComparison.Ordinal);
                Assert.Equal($"{graph.Index}", resource.Text("label"));
            });
        });
    }

    private static async Task<string> JsonAsync()
    {
        var graphs = await Task.WhenAll(CommittedStacks.All.Select(OfflineRun.EvaluateAsync));
        var output = new StringWriter();
        PreviewJson.Write(graphs, output);
        return output.ToString();
    }

    [GeneratedRegex(@"\$\{(?<type>[^{}]+?)::(?<name>[^{}]+)\.(?<output>[\w/]+)\}")]
    private static partial Regex Token();
}
