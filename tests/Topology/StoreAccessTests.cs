using MlTa.Offline;
using MlTa.Settings;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Topology;

/// <summary>Who can connect to the database and to the cache.</summary>
public sealed class StoreAccessTests
{
    private const string RuleType = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";

    private static readonly string[] s_stores = ["cache", "database"];

    [Fact]
    public async Task Only_the_cluster_connects_to_the_stores()
    {
        foreach (var settings in (StackSettings[])[CommittedStacks.Primary, CommittedStacks.Secondary])
        {
            var rules = ToStores(await DeclaredStacks.OfAsync(settings));

            Assert.Equal([("cache", 6379L, 6379L), ("database", 5432L, 5432L)], rules.Select(rule => (StoreOf(rule)!, rule.Inputs["fromPort"]!.GetValue<long>(), rule.Inputs["toPort"]!.GetValue<long>())));
            Assert.All(rules, rule =>
            {
                Assert.Equal("tcp", rule.Text("ipProtocol"));
                Assert.Equal("${aws:eks/cluster:Cluster::cluster.vpcConfig/clusterSecurityGroupId}", rule.Text("referencedSecurityGroupId"));
                Assert.Null(rule.Inputs["cidrIpv4"]);
                Assert.Null(rule.Inputs["cidrIpv6"]);
                Assert.Null(rule.Inputs["prefixListId"]);
            });
        }
    }

    [Fact]
    public async Task Nothing_connects_to_a_fenced_database()
    {
        var fenced = await OfflineRun.EvaluateAsync(CommittedStacks.Primary with { Role = Role.Fenced });

        Assert.Equal(["cache"], ToStores(fenced).Select(StoreOf));
    }

    [Fact]
    public async Task A_promotion_lets_nobody_else_in()
    {
        var active = await OfflineRun.EvaluateAsync(CommittedStacks.Secondary with { Role = Role.Active });

        Assert.Equal(
            ToStores(await DeclaredStacks.OfAsync(CommittedStacks.Secondary)).Select(rule => rule.Inputs.ToJsonString()),
            ToStores(active).Select(rule => rule.Inputs.ToJsonString()));
    }

    [Fact]
    public async Task In_the_archive_nobody_connects() => Assert.DoesNotContain((await DeclaredStacks.OfAsync(CommittedStacks.Backup)).Resources, resource => resource.Type == RuleType);

    /// <summary>A cold restore would be later by a quarter of an hour.</summary>
    [Fact]
    public async Task No_database_waits_for_the_cluster()
    {
        foreach (var graph in await DeclaredStacks.AllAsync())
        {
            var byUrn = graph.Resources.ToDictionary(resource => resource.Urn);
            var seen = new HashSet<string>();
            var ahead = new Stack<string>(graph.Resources.Where(resource => resource.Urn.Contains("ml-ta:index:Database", StringComparison.Ordinal)).Select(resource => resource.Urn));
            while (ahead.TryPop(out var urn))
            {
                if (seen.Add(urn))
                {
                    // What waits for a component waits for its children.
                    var children = graph.Resources.Where(resource => resource.Parent == urn).Select(resource => resource.Urn);
                    foreach (var before in byUrn[urn].DependsOn.Concat(byUrn[urn].DataDependsOn).Concat(children))
                    {
                        ahead.Push(before);
                    }
                }
            }

            Assert.Contains(seen, urn => urn.EndsWith("ml-ta:index:DatabaseFoundation::database", StringComparison.Ordinal));
            Assert.DoesNotContain(seen, urn => urn.Contains("aws:eks/", StringComparison.Ordinal));
        }
    }

    private static List<DeclaredResource> ToStores(StackGraph graph) => [.. graph.Of(RuleType).Where(rule => StoreOf(rule) is not null)];

    /// <summary>The store that a rule opens; null for a rule of something else.</summary>
    private static string? StoreOf(DeclaredResource rule) =>
        s_stores.SingleOrDefault(store => rule.Text("securityGroupId") == $"${{aws:ec2/securityGroup:SecurityGroup::{store}.id}}");
}
