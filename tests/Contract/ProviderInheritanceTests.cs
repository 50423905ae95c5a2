using MlTa.Tests.Contract.Samples;
using Pulumi;
using Xunit;

namespace MlTa.Tests.Contract;

/// <summary>Which provider a resource ends up with.</summary>
public sealed class ProviderInheritanceTests
{
    private const string Here = "urn:pulumi:stack::project::pulumi:pulumi:Stack$pulumi:providers:sample::here::here-id";
    private const string There = "urn:pulumi:stack::project::pulumi:pulumi:Stack$pulumi:providers:sample::there::there-id";

    [Fact]
    public async Task A_child_inherits_the_provider_of_its_component()
    {
        var recorder = await Evaluation.Run(() => _ = new Group("group", Child, In(new SampleProvider("here"))));

        Assert.Equal(Here, recorder["child"].Provider);
    }

    [Fact]
    public async Task A_component_has_no_provider_of_its_own()
    {
        var recorder = await Evaluation.Run(() => _ = new Group("group", Child, In(new SampleProvider("here"))));

        Assert.Equal("", recorder["group"].Provider);
    }

    [Fact]
    public async Task A_grandchild_inherits_the_provider_through_both_components()
    {
        var recorder = await Evaluation.Run(() => _ = new Group(
            "outer", outer => _ = new Group("inner", Child, new() { Parent = outer }), In(new SampleProvider("here"))));

        Assert.Equal(Here, recorder["child"].Provider);
    }

    [Fact]
    public async Task The_nearest_component_wins()
    {
        var recorder = await Evaluation.Run(() =>
        {
            var there = new SampleProvider("there");
            _ = new Group(
                "outer",
                outer => _ = new Group("inner", Child, new() { Parent = outer, Providers = { there } }),
                In(new SampleProvider("here")));
        });

        Assert.Equal(There, recorder["child"].Provider);
    }

    [Fact]
    public async Task A_provider_of_its_own_wins()
    {
        var recorder = await Evaluation.Run(() =>
        {
            var there = new SampleProvider("there");
            _ = new Group(
                "group",
                group => _ = new Volume("child", options: new() { Parent = group, Provider = there }),
                In(new SampleProvider("here")));
        });

        Assert.Equal(There, recorder["child"].Provider);
    }

    [Fact]
    public async Task A_child_that_forgets_its_parent_has_no_provider()
    {
        var recorder = await Evaluation.Run(() => _ = new Group("group", _ => new Volume("child"), In(new SampleProvider("here"))));

        Assert.Equal("", recorder["child"].Provider);
    }

    [Fact]
    public async Task A_provider_of_another_package_is_not_inherited()
    {
        var recorder = await Evaluation.Run(() => _ = new Group("group", Child, In(new SampleProvider("here", package: "other"))));

        Assert.Equal("", recorder["child"].Provider);
    }

    [Fact]
    public async Task Providers_of_several_packages_are_told_apart()
    {
        var recorder = await Evaluation.Run(() => _ = new Group(
            "group", Child, In(new SampleProvider("here"), new SampleProvider("elsewhere", package: "other"))));

        Assert.Equal(Here, recorder["child"].Provider);
    }

    [Fact]
    public async Task Children_of_two_packages_each_get_their_own()
    {
        var recorder = await Evaluation.Run(() => _ = new Group(
            "group",
            group =>
            {
                Child(group);
                _ = new Shelf("shelf", new() { Parent = group });
            },
            In(new SampleProvider("here"), new SampleProvider("elsewhere", package: "other"))));

        Assert.Equal(Here, recorder["child"].Provider);
        Assert.EndsWith("pulumi:providers:other::elsewhere::elsewhere-id", recorder["shelf"].Provider, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Providers_handed_on_are_the_same_providers()
    {
        var recorder = await Evaluation.Run(() =>
        {
            var options = In(new SampleProvider("here"));
            _ = new Group("first", group => _ = new Volume("child", options: new() { Parent = group }), new() { Providers = { options.Providers[0], new SampleProvider("elsewhere", package: "other") } });
        });

        Assert.Equal(Here, recorder["child"].Provider);
    }

    [Fact]
    public async Task A_single_provider_of_a_component_is_inherited_too()
    {
        var recorder = await Evaluation.Run(() => _ = new Group("group", Child, new() { Provider = new SampleProvider("here") }));

        Assert.Equal(Here, recorder["child"].Provider);
    }

    [Fact]
    public async Task A_child_of_a_custom_resource_inherits_the_provider_that_was_given_to_it()
    {
        var recorder = await Evaluation.Run(() =>
        {
            var parent = new Volume("parent", options: new() { Provider = new SampleProvider("here") });
            _ = new Volume("child", options: new() { Parent = parent });
        });

        Assert.Equal(Here, recorder["child"].Provider);
    }

    [Fact]
    public async Task A_provider_without_an_id_is_referred_to_as_unknown()
    {
        var recorder = await Evaluation.Run(
            () => _ = new Group("group", Child, In(new SampleProvider("here"))), new Recorder { Id = _ => null });

        Assert.Equal($"{Here[..^"here-id".Length]}04da6b54-80e4-46f7-96ec-b56ff0331ba9", recorder["child"].Provider);
    }

    [Fact]
    public async Task Provider_and_providers_together_are_refused()
    {
        var failure = await Evaluation.Failure(() =>
        {
            var here = new SampleProvider("here");
            _ = new Group("group", options: new() { Provider = here, Providers = { here } });
        });

        Assert.Contains("Do not supply both 'provider' and 'providers' options to a ComponentResource.", failure, StringComparison.Ordinal);
    }

    private static ComponentResourceOptions In(params ProviderResource[] providers) => new() { Providers = [.. providers] };

    private static void Child(Group parent) => _ = new Volume("child", options: new() { Parent = parent });
}
