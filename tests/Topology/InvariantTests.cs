using System.Text.Json;
using MlTa.Offline;
using MlTa.Settings;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Topology;

/// <summary>What holds for every resource of every stack.</summary>
public sealed class InvariantTests
{
    /// <summary>A child that forgets <c>Parent = this</c> loses the provider with it, so this covers both slips.</summary>
    [Fact]
    public async Task Every_resource_is_in_the_region_of_its_stack()
    {
        foreach (var graph in await DeclaredStacks.InEveryStateAsync())
        {
            Assert.All(
                graph.Resources.Where(resource => !resource.IsComponent),
                resource => Assert.True(graph.Region == resource.Region, $"{resource.Urn} is in {resource.Region ?? "no region"}"));
        }
    }

    [Fact]
    public async Task Every_resource_but_a_provider_belongs_to_a_component()
    {
        foreach (var graph in await DeclaredStacks.InEveryStateAsync())
        {
            var components = graph.Resources.Where(resource => resource.IsComponent).Select(resource => resource.Urn).ToHashSet();

            Assert.All(
                graph.Resources.Where(resource => !resource.IsComponent && !IsProvider(resource)),
                resource => Assert.True(components.Contains(resource.Parent ?? ""), resource.Urn));
        }
    }

    /// <summary>A second one for AWS would be for another region, and fail or hang with it.</summary>
    [Fact]
    public async Task Every_stack_has_one_aws_provider_and_it_is_bound_to_the_account()
    {
        foreach (var graph in await DeclaredStacks.InEveryStateAsync())
        {
            var provider = Assert.Single(graph.Of("pulumi:providers:aws"));

            Assert.Equal(graph.Region, provider.Name);
            Assert.Equal(graph.Region, provider.Region);
            // The provider's own 25, with growing pauses, make an outage look like a hang.
            Assert.Equal("5", provider.Text("maxRetries"));
            Assert.Equal([CommittedStacks.Primary.Account], JsonDocument.Parse(provider.Text("allowedAccountIds")).RootElement.TextList());
        }
    }

    [Fact]
    public async Task A_stack_with_a_cluster_has_one_provider_for_it_and_no_other_stack_has_any()
    {
        foreach (var graph in await DeclaredStacks.InEveryStateAsync())
        {
            var clusters = graph.Resources.Where(resource => resource.Type == "aws:eks/cluster:Cluster").Select(cluster => cluster.Text("name"));

            Assert.Equal(clusters, graph.Resources.Where(resource => resource.Type == "pulumi:providers:kubernetes").Select(provider => provider.Name));
            Assert.All(graph.Resources.Where(IsProvider), provider => Assert.Contains(provider.Type, (string[])["pulumi:providers:aws", "pulumi:providers:kubernetes"]));
        }

        Assert.Equal(["primary", "secondary"], (await DeclaredStacks.AllAsync()).Where(graph => graph.Resources.Any(resource => resource.Type == "pulumi:providers:kubernetes")).Select(graph => graph.Stack));
    }

    /// <summary>Two of one type and name are refused while a stack is evaluated; URNs in which a dot or a capital is the difference are confusing.</summary>
    [Fact]
    public async Task Every_name_is_unique_among_its_type_and_in_kebab_case()
    {
        foreach (var graph in await DeclaredStacks.InEveryStateAsync())
        {
            Assert.Equal(graph.Resources.Count, graph.Resources.Select(resource => (resource.Type, resource.Name.ToLowerInvariant())).Distinct().Count());
            Assert.All(graph.Resources, resource => Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", resource.Name));
        }
    }

    [Fact]
    public async Task Every_input_that_looks_like_json_is_json()
    {
        foreach (var graph in await DeclaredStacks.InEveryStateAsync())
        {
            var documents = graph.Resources
                .SelectMany(resource => resource.Texts().Select(input => (resource.Urn, input.Path, input.Text)))
                .Where(input => input.Text != SecretText.Redacted && !IsFilter(input.Path) && input.Text.TrimStart() is ['{' or '[', ..])
                .ToList();

            Assert.NotEmpty(documents);
            Assert.All(documents, input => Assert.NotEqual(JsonValueKind.Undefined, JsonDocument.Parse(input.Text).RootElement.ValueKind));
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

    /// <summary>CloudWatch Logs has a language of its own for these, with braces too.</summary>
    private static bool IsFilter(string path) => path == ".pattern";

    private static bool IsProvider(DeclaredResource resource) => resource.Type.StartsWith("pulumi:providers:", StringComparison.Ordinal);
}
