using MlTa.Tests.Contract.Samples;
using Pulumi;
using Pulumi.Aws.Ec2;
using Xunit;

namespace MlTa.Tests.Offline;

/// <summary>Where a resource is.</summary>
public sealed class RegionTests
{
    [Fact]
    public async Task A_provider_is_where_it_is_configured_for() =>
        Assert.Equal("eu-west-1", (await Evaluated.Resource("somewhere", () => _ = Provider("somewhere", "eu-west-1"))).Region);

    [Fact]
    public async Task A_resource_is_where_its_own_provider_is() => Assert.Equal("eu-west-1", await RegionOfVpc(() =>
        _ = new Vpc("vpc", new(), new() { Provider = Provider("somewhere", "eu-west-1") })));

    [Fact]
    public async Task A_child_is_where_the_provider_of_its_component_is() => Assert.Equal("eu-west-1", await RegionOfVpc(() =>
        _ = new Group(
            "outer",
            outer => _ = new Group("inner", inner => _ = new Vpc("vpc", new(), new() { Parent = inner }), new() { Parent = outer }),
            new() { Providers = { Provider("somewhere", "eu-west-1") } })));

    [Fact]
    public async Task The_provider_of_another_package_says_nothing() => Assert.Null(await RegionOfVpc(() =>
        _ = new Group(
            "group",
            group => _ = new Vpc("vpc", new(), new() { Parent = group }),
            new() { Providers = { new SampleProvider("somewhere", new() { Region = "eu-west-1" }) } })));

    [Fact]
    public async Task Of_two_providers_the_nearer_one_counts() => Assert.Equal("us-east-1", await RegionOfVpc(() =>
        _ = new Group(
            "group",
            group => _ = new Vpc("vpc", new(), new() { Parent = group, Provider = Provider("near", "us-east-1") }),
            new() { Providers = { Provider("far", "eu-west-1") } })));

    [Fact]
    public async Task A_region_of_its_own_goes_before_the_providers() => Assert.Equal("us-east-1", await RegionOfVpc(() =>
        _ = new Vpc("vpc", new() { Region = "us-east-1" }, new() { Provider = Provider("somewhere", "eu-west-1") })));

    [Fact]
    public async Task A_region_taken_from_another_resource_is_followed() => Assert.Equal("eu-west-1", await RegionOfVpc(() =>
    {
        var other = new Vpc("other", new(), new() { Provider = Provider("somewhere", "eu-west-1") });
        _ = new Vpc("vpc", new() { Region = other.Region });
    }));

    [Fact]
    public async Task Without_a_provider_there_is_no_region() => Assert.Null(await RegionOfVpc(() => _ = new Vpc("vpc")));

    [Fact]
    public async Task A_component_has_no_region() => Assert.Null((await Evaluated.Resource(
        "group", () => _ = new Group("group", options: new() { Providers = { Provider("somewhere", "eu-west-1") } }))).Region);

    private static async Task<string?> RegionOfVpc(Action declare) => (await Evaluated.Resource("vpc", declare)).Region;

    private static Pulumi.Aws.Provider Provider(string name, string region) => new(name, new() { Region = region }, (CustomResourceOptions?)null);
}
