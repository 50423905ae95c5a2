using MlTa.Tests.Contract.Samples;
using Xunit;

namespace MlTa.Tests.Offline;

/// <summary>The options of a resource, as the engine would apply them.</summary>
public sealed class OptionTests
{
    [Fact]
    public async Task Without_options_nothing_is_set()
    {
        var disk = await Evaluated.Resource("disk", () => _ = new Volume("disk"));

        Assert.False(disk.Protect);
        Assert.False(disk.RetainOnDelete);
        Assert.Empty(disk.IgnoreChanges);
        Assert.Empty(disk.DependsOn);
        Assert.Empty(disk.DataDependsOn);
    }

    [Fact]
    public async Task Protection_and_retention_are_inherited_from_the_nearest_parent_that_says_so()
    {
        var graph = await Evaluated.Graph(() => _ = new Group(
            "outer",
            outer => _ = new Group(
                "inner",
                inner =>
                {
                    _ = new Volume("kept", options: new() { Parent = inner });
                    _ = new Volume("not-kept", options: new() { Parent = inner, Protect = false, RetainOnDelete = false });
                },
                new() { Parent = outer }),
            new() { Protect = true, RetainOnDelete = true }));

        Assert.All(["outer", "inner", "kept"], name =>
            Assert.Equal((true, true), (graph.Named(name).Protect, graph.Named(name).RetainOnDelete)));
        Assert.Equal((false, false), (graph.Named("not-kept").Protect, graph.Named("not-kept").RetainOnDelete));
    }

    [Fact]
    public async Task Protection_does_not_imply_retention()
    {
        var disk = await Evaluated.Resource("disk", () => _ = new Volume("disk", options: new() { Protect = true }));

        Assert.Equal((true, false), (disk.Protect, disk.RetainOnDelete));
    }

    [Fact]
    public async Task Ignored_inputs_are_kept_in_their_order() => Assert.Equal(
        ["tags", "label"],
        (await Evaluated.Resource("disk", () => _ = new Volume("disk", options: new() { IgnoreChanges = { "tags", "label" } }))).IgnoreChanges);

    [Fact]
    public async Task Explicit_dependencies_are_named_once_and_in_order()
    {
        var third = await Evaluated.Resource("third", () =>
        {
            var first = new Volume("first");
            var second = new Volume("second");
            _ = new Volume("third", options: new() { DependsOn = { second, first, second } });
        });

        Assert.Equal([$"{Evaluated.UrnStart}sample:index:Volume::first", $"{Evaluated.UrnStart}sample:index:Volume::second"], third.DependsOn);
        Assert.Empty(third.DataDependsOn);
    }

    [Fact]
    public async Task A_dependency_on_a_component_names_the_component()
    {
        var last = await Evaluated.Resource("last", () => _ = new Volume("last", options: new()
        {
            DependsOn = { new Group("group", group => _ = new Volume("disk", options: new() { Parent = group })) },
        }));

        Assert.Equal([$"{Evaluated.UrnStart}sample:index:Group::group"], last.DependsOn);
    }

    [Fact]
    public async Task A_component_can_depend_on_a_resource() => Assert.Equal(
        [$"{Evaluated.UrnStart}sample:index:Volume::disk"],
        (await Evaluated.Resource("group", () => _ = new Group("group", options: new() { DependsOn = { new Volume("disk") } }))).DependsOn);
}
