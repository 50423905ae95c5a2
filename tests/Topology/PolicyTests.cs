using System.Text.RegularExpressions;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Topology;

/// <summary>Every policy document of every stack. Who needs more than these allow has to say why, here.</summary>
public sealed partial class PolicyTests
{
    /// <summary>Inputs that are policies. Others are found by what is in them.</summary>
    private static readonly string[] s_policyInputs = ["policy", "assumeRolePolicy", "accessPolicy", "policyDocument", "resourcePolicy"];

    /// <summary>The statements that allow every action of a service, and why.</summary>
    private static readonly Dictionary<string, string> s_everyAction = new()
    {
        ["AccountAdministers"] = "the statement of KMS's default key policy; without it nobody could change the policy any more",
    };

    /// <summary>The statements about every resource, or every one of a kind, and why.</summary>
    private static readonly Dictionary<string, string> s_everyResource = new()
    {
        ["DecryptObjects"] = "an ARN cannot name a key by its alias; the condition does",
        ["EncryptReplicasREGION"] = "the ID of another region's key is not known here; its alias, in the condition, is",
        ["WriteMetrics"] = "a metric is no resource: IAM can limit namespace and region, which it does",
        ["ShowAlarms"] = "alarms of all stages and regions are shown in the channel; it reads descriptions and numbers only",
        ["TakeNodes"] = "the IDs of nodes are not known before; the tag in the condition is that of this stack's",
        ["FindTargets"] = "lists of databases, instances, buckets and tags cannot be limited, or are asked for as a whole",
        ["DeliverLogs"] = "deliveries, log groups and their policies cannot be limited to a log",
        ["SeeCapacity"] = "descriptions of Auto Scaling and EC2 cannot be limited to a resource",
    };

    /// <summary>Those of them that only look, or only hand on what is written by the same role.</summary>
    private static readonly string[] s_unlimited = ["SeeCapacity", "ShowAlarms", "FindTargets", "DeliverLogs"];

    [Fact]
    public async Task Every_input_that_is_a_policy_is_json_with_statements()
    {
        foreach (var graph in await DeclaredStacks.InEveryStateAsync())
        {
            var found = graph.Policies().Select(policy => (policy.Resource.Urn, policy.Path)).ToHashSet();
            var expected = graph.Resources.SelectMany(resource => resource.Inputs
                .Where(input => s_policyInputs.Contains(input.Key))
                .Select(input => (resource.Urn, input.Key))).ToList();

            Assert.NotEmpty(expected);
            Assert.All(expected, policy => Assert.True(found.Contains(policy), $"{policy}"));
        }
    }

    [Fact]
    public async Task Every_policy_is_of_the_current_language_and_complete()
    {
        foreach (var graph in await DeclaredStacks.InEveryStateAsync())
        {
            Assert.All(graph.Policies(), policy =>
            {
                Assert.Equal("2012-10-17", policy.Document.GetProperty("Version").GetString());
                Assert.NotEmpty(policy.Statements);
                Assert.All(policy.Statements, statement =>
                {
                    Assert.Contains(statement.Json.GetProperty("Effect").GetString(), (string?[])["Allow", "Deny"]);
                    Assert.NotEmpty(statement.Actions);
                    Assert.True(policy.IsTrust || statement.Resources.Count > 0, $"{statement} is about nothing");
                    Assert.True(policy.IsOfRole == (statement.Principals.Count == 0), $"{statement} is about nobody, or a role's own policy names somebody");
                });
            });
        }
    }

    [Fact]
    public async Task What_a_statement_is_for_is_said_once_in_letters_and_digits()
    {
        foreach (var graph in await DeclaredStacks.InEveryStateAsync())
        {
            Assert.All(graph.Policies(), policy =>
            {
                var sids = policy.Statements.Select(statement => statement.Sid).ToList();

                Assert.Equal(sids.Distinct(), sids);
                Assert.All(sids, sid => Assert.True(policy.IsTrust || SidPattern().IsMatch(sid ?? ""), $"{policy}: {sid}"));
            });
        }
    }

    [Fact]
    public async Task Nothing_is_allowed_by_leaving_something_out()
    {
        foreach (var graph in await DeclaredStacks.InEveryStateAsync())
        {
            Assert.All(Allowing(graph), statement => Assert.All(
                ["NotAction", "NotResource", "NotPrincipal"], element => Assert.False(statement.Has(element), $"{statement} {element}")));
        }
    }

    [Fact]
    public async Task No_action_is_every_action_without_a_stated_reason()
    {
        var used = new HashSet<string>();
        foreach (var graph in await DeclaredStacks.InEveryStateAsync())
        {
            Assert.All(Allowing(graph).Where(statement => statement.Actions.Any(action => action.Contains('*', StringComparison.Ordinal))), statement =>
            {
                Assert.True(s_everyAction.ContainsKey(statement.Sid ?? ""), $"{statement}: {string.Join(' ', statement.Actions)}");
                used.Add(statement.Sid!);
            });
        }

        Assert.Equal(s_everyAction.Keys.Order(StringComparer.Ordinal), used.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task No_resource_is_every_resource_without_a_stated_reason()
    {
        var used = new HashSet<string>();
        foreach (var graph in await DeclaredStacks.InEveryStateAsync())
        {
            Assert.All(Allowing(graph).Where(statement => statement.Resources.Any(IsEverything) && !IsOfItsOwnKey(statement)), statement =>
            {
                var sid = RegionPattern().Replace(statement.Sid ?? "", "REGION");
                Assert.True(s_everyResource.ContainsKey(sid), $"{statement}: {string.Join(' ', statement.Resources)}");
                Assert.True(statement.HasCondition || s_unlimited.Contains(sid), $"{statement} has no condition");
                used.Add(sid);
            });
        }

        Assert.Equal(s_everyResource.Keys.Order(StringComparer.Ordinal), used.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_allowed_to_everybody()
    {
        foreach (var graph in await DeclaredStacks.InEveryStateAsync())
        {
            Assert.All(Allowing(graph), statement => Assert.DoesNotContain(statement.Principals, principal => principal.Name.Contains('*', StringComparison.Ordinal)));
        }
    }

    /// <summary>Rights for another account would be a way out for the data.</summary>
    [Fact]
    public async Task Nothing_is_allowed_to_another_account()
    {
        foreach (var graph in await DeclaredStacks.InEveryStateAsync())
        {
            Assert.All(
                Allowing(graph).SelectMany(statement => statement.Principals).Where(principal => principal.Kind != "Service"),
                principal => Assert.StartsWith($"arn:aws:iam::{CommittedStacks.Primary.Account}:", principal.Name, StringComparison.Ordinal));
        }
    }

    private static IEnumerable<FoundStatement> Allowing(MlTa.Offline.StackGraph graph) => graph.PolicyStatements().Where(statement => statement.IsAllow);

    /// <summary>Everything, or everything of a kind. The objects of one bucket are neither.</summary>
    private static bool IsEverything(string resource) => EverythingPattern().IsMatch(resource);

    /// <summary>In a key's policy every resource is the key.</summary>
    private static bool IsOfItsOwnKey(FoundStatement statement) => statement.Policy.Resource.Type == "aws:kms/key:Key";

    [GeneratedRegex("(us|eu)(east|west)[0-9]$")]
    private static partial Regex RegionPattern();

    [GeneratedRegex("^[A-Za-z0-9]+$")]
    private static partial Regex SidPattern();

    [GeneratedRegex(@"^(\*|arn:aws:[^:]*:[^:]*:[^:]*:\*|arn:aws:(?!s3:)[^:]*:[^:]*:[^:]*:[^/:*]+[/:]\*)$")]
    private static partial Regex EverythingPattern();
}
