using System.Text.Json;
using MlTa.Offline;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Topology;

/// <summary>What holds for every resource of every stack.</summary>
public sealed class InvariantTests
{
    /// <summary>A child that forgets <c>Parent = this</c> loses the provider with it, so this covers both slips.</summary>
    [Fact]
    public async Task Every_aws_resource_is_in_the_region_of_its_stack()
    {
        foreach (var graph in await DeclaredStacks.AllAsync())
        {
            Assert.All(Aws(graph), resource => Assert.Equal(graph.Region, resource.Region));
        }
    }

    [Fact]
    public async Task Every_resource_but_the_provider_belongs_to_a_component()
    {
        foreach (var graph in await DeclaredStacks.AllAsync())
        {
            var components = graph.Resources.Where(resource => resource.IsComponent).Select(resource => resource.Urn).ToHashSet();

            Assert.All(Aws(graph), resource => Assert.Contains(resource.Parent!, components));
        }
    }

    [Fact]
    public async Task Every_stack_has_one_provider_and_it_is_bound_to_the_account()
    {
        foreach (var graph in await DeclaredStacks.AllAsync())
        {
            var provider = Assert.Single(graph.Resources, resource => resource.Type.StartsWith("pulumi:providers:", StringComparison.Ordinal));

            Assert.Equal(graph.Region, provider.Name);
            Assert.Equal(graph.Region, provider.Region);
            Assert.Equal([CommittedStacks.Primary.Account], JsonDocument.Parse(provider.Text("allowedAccountIds")).RootElement.TextList());
        }
    }

    [Fact]
    public async Task Every_resource_carries_the_tags_of_its_stack_through_the_provider()
    {
        foreach (var graph in await DeclaredStacks.AllAsync())
        {
            var tags = JsonDocument.Parse(graph.Of("pulumi:providers:aws")[0].Text("defaultTags")).RootElement.GetProperty("tags");

            Assert.Equal("ml-ta", tags.GetProperty("project").GetString());
            Assert.Equal(graph.Stack, tags.GetProperty("stack").GetString());
        }
    }

    /// <summary>A key answers with its own ARN: given an alias, RDS and AWS Backup see a change at every <c>up</c>, and RDS replaces the database.</summary>
    [Fact]
    public async Task Only_s3_replication_names_a_key_by_its_alias()
    {
        foreach (var graph in await DeclaredStacks.AllAsync())
        {
            var keys = graph.Resources
                .SelectMany(InputTexts.Texts)
                .Where(input => input.Path.Contains("kms", StringComparison.OrdinalIgnoreCase) && input.Text.StartsWith("arn:", StringComparison.Ordinal))
                .ToList();

            Assert.NotEmpty(keys);
            Assert.All(keys, key => Assert.Equal(
                key.Path.EndsWith("replicaKmsKeyId", StringComparison.Ordinal),
                key.Text.Contains(":alias/", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task What_holds_data_or_keys_is_protected()
    {
        string[] kinds = ["aws:rds/instance:Instance", "aws:s3/bucket:Bucket", "aws:backup/vault:Vault", "aws:kms/key:Key"];
        foreach (var graph in await DeclaredStacks.AllAsync())
        {
            var holders = graph.Resources.Where(resource => kinds.Contains(resource.Type)).ToList();

            Assert.NotEmpty(holders);
            Assert.All(holders, resource => Assert.True(resource.Protect, resource.Urn));
        }
    }

    [Fact]
    public async Task Nothing_is_destroyed_by_force()
    {
        foreach (var graph in await DeclaredStacks.AllAsync())
        {
            var forced = graph.Resources.Where(resource => resource.Inputs["forceDestroy"] is not null).ToList();

            Assert.NotEmpty(forced);
            Assert.All(forced, resource => Assert.False(resource.Inputs["forceDestroy"]!.GetValue<bool>(), resource.Urn));
        }
    }

    /// <summary>A reference to another stack is a call to where that stack's state is, which may be the region that was lost.</summary>
    [Fact]
    public async Task No_stack_reads_another_stack()
    {
        foreach (var graph in await DeclaredStacks.AllAsync())
        {
            Assert.DoesNotContain(graph.Resources, resource => resource.Type == "pulumi:pulumi:StackReference");
        }
    }

    [Fact]
    public async Task Every_policy_is_json_with_a_version_and_statements()
    {
        foreach (var graph in await DeclaredStacks.AllAsync())
        {
            var policies = graph.Resources
                .SelectMany(resource => resource.Inputs.Where(input => input.Key is "policy" or "assumeRolePolicy").Select(input => (resource, input.Key)))
                .ToList();

            Assert.NotEmpty(policies);
            Assert.All(policies, policy => Assert.NotEmpty(policy.resource.Statements(policy.Key)));
        }
    }

    private static IReadOnlyList<DeclaredResource> Aws(StackGraph graph)
    {
        var resources = graph.Resources.Where(resource => resource.Type.StartsWith("aws:", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(resources);
        return resources;
    }
}
