using System.Text.Json;
using MlTa.Commands;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Commands;

/// <summary>The preview that programs read. Its shape is a promise.</summary>
public sealed class PreviewJsonTests
{
    [Fact]
    public async Task It_has_the_promised_properties_in_the_promised_order()
    {
        var root = await JsonAsync();
        var stack = root.GetProperty("stacks")[0];

        Assert.Equal(["sdk", "stacks"], Names(root));
        Assert.All(root.GetProperty("stacks").EnumerateArray(), each => Assert.Equal(["stack", "region", "role", "resources"], Names(each)));
        Assert.All(stack.GetProperty("resources").EnumerateArray(), resource => Assert.Equal(
            ["urn", "type", "name", "region", "parent", "protect", "dependsOn", "dataDependsOn", "inputs"], Names(resource)));
    }

    [Fact]
    public async Task It_names_the_packages_that_the_program_was_built_with() =>
        Assert.Equal(PulumiSdk.Choice, (await JsonAsync()).GetProperty("sdk").GetString());

    [Fact]
    public async Task It_has_the_stacks_in_the_order_of_their_roles()
    {
        var stacks = (await JsonAsync()).GetProperty("stacks").EnumerateArray();

        Assert.Equal(
            [("primary", "us-west-2", "active"), ("secondary", "us-east-1", "standby"), ("backup", "eu-west-1", "archive")],
            stacks.Select(stack => (Text(stack, "stack"), Text(stack, "region"), Text(stack, "role"))));
    }

    [Fact]
    public async Task It_has_all_that_the_graph_has()
    {
        var graph = await DeclaredStacks.OfAsync(CommittedStacks.Primary);
        var resources = (await JsonAsync()).GetProperty("stacks")[0].GetProperty("resources").EnumerateArray();

        Assert.Equal(
            graph.Resources.Select(resource => (
                resource.Urn, resource.Type, resource.Name, resource.Region, resource.Parent, resource.Protect,
                string.Join(' ', resource.DependsOn), string.Join(' ', resource.DataDependsOn), resource.Inputs.ToJsonString())),
            resources.Select(resource => (
                Text(resource, "urn")!, Text(resource, "type")!, Text(resource, "name")!, Text(resource, "region"), Text(resource, "parent"),
                resource.GetProperty("protect").GetBoolean(), Joined(resource, "dependsOn"), Joined(resource, "dataDependsOn"),
                System.Text.Json.Nodes.JsonObject.Create(resource.GetProperty("inputs"))!.ToJsonString())));
    }

    [Theory]
    [InlineData("--json")]
    [InlineData("-j")]
    public async Task It_is_the_same_bytes_every_time(string option)
    {
        var first = (await Typed.Good("preview", option)).Output;

        Assert.Equal(first, (await Typed.Good(option)).Output);
        Assert.DoesNotContain('\r', first);
    }

    [Fact]
    public async Task It_leaves_policies_readable() => Assert.Contains(
        @"{\""Version\"":\""2012-10-17\""", (await Typed.Good("--json")).Output, StringComparison.Ordinal);

    [Fact]
    public async Task Diff_changes_nothing_for_programs() =>
        Assert.Equal((await Typed.Good("--json")).Output, (await Typed.Good("--json", "--diff")).Output);

    private static async Task<JsonElement> JsonAsync() => JsonDocument.Parse((await Typed.Good("preview", "--json")).Output).RootElement;

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(property => property.Name);

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static string Joined(JsonElement element, string name) =>
        string.Join(' ', element.GetProperty(name).EnumerateArray().Select(item => item.GetString()));
}
