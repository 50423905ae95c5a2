using MlTa.Offline;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Topology;

/// <summary>Nobody is named in a policy who is not there, and no role is for nobody.</summary>
public sealed class PrincipalTests
{
    /// <summary>The resources through which a service comes to act at all: any of them.</summary>
    private static readonly Dictionary<string, string[]> s_reasonToAct = new()
    {
        ["backup.amazonaws.com"] = ["aws:backup/vault:Vault"],
        ["batchoperations.s3.amazonaws.com"] = ["aws:s3/bucketReplicationConfig:BucketReplicationConfig"],
        ["chatbot.amazonaws.com"] = ["aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration"],
        ["cloudwatch.amazonaws.com"] = ["aws:cloudwatch/metricAlarm:MetricAlarm"],
        ["delivery.logs.amazonaws.com"] = ["aws:cloudwatch/eventTarget:EventTarget", "aws:fis/experimentTemplate:ExperimentTemplate"],
        ["ec2.amazonaws.com"] = ["aws:eks/nodeGroup:NodeGroup"],
        ["eks.amazonaws.com"] = ["aws:eks/cluster:Cluster"],
        ["events.amazonaws.com"] = ["aws:cloudwatch/eventRule:EventRule"],
        ["events.rds.amazonaws.com"] = ["aws:rds/eventSubscription:EventSubscription"],
        ["fis.amazonaws.com"] = ["aws:fis/experimentTemplate:ExperimentTemplate"],
        ["logs.REGION.amazonaws.com"] = ["aws:cloudwatch/logGroup:LogGroup"],
        ["monitoring.rds.amazonaws.com"] = ["aws:rds/instance:Instance"],
        ["pods.eks.amazonaws.com"] = ["aws:eks/podIdentityAssociation:PodIdentityAssociation", "aws:eks/addon:Addon"],
        ["s3.amazonaws.com"] = ["aws:s3/bucketReplicationConfig:BucketReplicationConfig"],
    };

    /// <summary>An archive has the roles, and the key, of the cluster that a cold restore would build: IAM may be out of reach then.</summary>
    [Fact]
    public async Task Every_service_that_is_allowed_something_has_a_reason_to_act()
    {
        var anywhere = (await DeclaredStacks.AllAsync()).SelectMany(Types).ToHashSet();
        var serving = (await DeclaredStacks.ServingAsync()).Select(graph => graph.Stack).ToHashSet();
        var used = new HashSet<string>();
        foreach (var graph in await DeclaredStacks.AllAsync())
        {
            var here = serving.Contains(graph.Stack) ? Types(graph) : anywhere;
            Assert.All(Services(graph), service =>
            {
                Assert.True(s_reasonToAct.TryGetValue(service, out var reasons), $"{graph.Stack}: add {service}");
                Assert.True(reasons.Any(here.Contains), $"{graph.Stack}: {service} is allowed something and has none of {string.Join(", ", reasons)}");
                used.Add(service);
            });
        }

        Assert.Equal(s_reasonToAct.Keys.Order(StringComparer.Ordinal), used.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_role_is_somebodys()
    {
        var graphs = await DeclaredStacks.AllAsync();
        var usedAnywhere = graphs.SelectMany(UsedRoles).Select(role => role.Name).ToHashSet();
        var serving = (await DeclaredStacks.ServingAsync()).Select(graph => graph.Stack).ToHashSet();
        foreach (var graph in graphs)
        {
            var used = serving.Contains(graph.Stack) ? UsedRoles(graph).Select(role => role.Name).ToHashSet() : usedAnywhere;

            Assert.All(graph.Of("aws:iam/role:Role"), role => Assert.True(used.Contains(role.Name), $"{role.Urn} is nobody's"));
        }
    }

    [Fact]
    public async Task Every_role_may_do_something()
    {
        foreach (var graph in await DeclaredStacks.AllAsync())
        {
            var rights = graph.Resources.Where(IsRights).SelectMany(resource => resource.DataDependsOn).ToHashSet();

            Assert.All(graph.Of("aws:iam/role:Role"), role => Assert.Contains(role.Urn, rights));
        }
    }

    private static IEnumerable<DeclaredResource> UsedRoles(StackGraph graph)
    {
        var sources = graph.Resources.Where(resource => !IsRights(resource)).SelectMany(resource => resource.DataDependsOn).ToHashSet();
        return graph.Of("aws:iam/role:Role").Where(role => sources.Contains(role.Urn));
    }

    private static bool IsRights(DeclaredResource resource) =>
        resource.Type is "aws:iam/rolePolicy:RolePolicy" or "aws:iam/rolePolicyAttachment:RolePolicyAttachment";

    private static HashSet<string> Types(StackGraph graph) => [.. graph.Resources.Select(resource => resource.Type)];

    private static IReadOnlyList<string> Services(StackGraph graph) =>
        [.. graph.PolicyStatements()
            .Where(statement => statement.IsAllow)
            .SelectMany(statement => statement.Principals)
            .Where(principal => principal.Kind == "Service")
            .Select(principal => principal.Name.Replace(graph.Region, "REGION", StringComparison.Ordinal))
            .Distinct()];
}
