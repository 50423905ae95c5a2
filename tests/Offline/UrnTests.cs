using MlTa.Tests.Contract.Samples;
using Xunit;

namespace MlTa.Tests.Offline;

/// <summary>Which name and place in the tree a resource has.</summary>
public sealed class UrnTests
{
    [Fact]
    public async Task A_resource_of_the_stack_itself_has_its_own_type_only()
    {
        var disk = await Evaluated.Resource("disk", () => _ = new Volume("disk"));

        Assert.Equal($"{Evaluated.UrnStart}sample:index:Volume::disk", disk.Urn);
        Assert.Null(disk.Parent);
        Assert.Equal((Volume.Token, "disk"), (disk.Type, disk.Name));
    }

    [Fact]
    public async Task A_child_carries_the_types_of_all_its_parents_and_not_the_stacks()
    {
        var graph = await Evaluated.Graph(() => _ = new Group("outer", outer => _ = new Group(
            "inner", inner => _ = new Volume("disk", options: new() { Parent = inner }), new() { Parent = outer })));

        Assert.Equal($"{Evaluated.UrnStart}sample:index:Group$sample:index:Group$sample:index:Volume::disk", graph.Named("disk").Urn);
        Assert.Equal($"{Evaluated.UrnStart}sample:index:Group$sample:index:Group::inner", graph.Named("disk").Parent);
        Assert.Equal($"{Evaluated.UrnStart}sample:index:Group::outer", graph.Named("inner").Parent);
    }

    [Fact]
    public async Task A_resource_can_be_the_parent_of_another()
    {
        var replica = await Evaluated.Resource(
            "replica", () => _ = new Volume("replica", options: new() { Parent = new Volume("disk") }));

        Assert.Equal($"{Evaluated.UrnStart}sample:index:Volume$sample:index:Volume::replica", replica.Urn);
        Assert.Equal($"{Evaluated.UrnStart}sample:index:Volume::disk", replica.Parent);
    }

    [Fact]
    public async Task Components_and_providers_are_told_apart_from_other_resources()
    {
        var graph = await Evaluated.Graph(() =>
        {
            _ = new SampleProvider("here");
            _ = new Group("group", group => _ = new Volume("disk", options: new() { Parent = group }));
        });

        Assert.True(graph.Named("group").IsComponent);
        Assert.False(graph.Named("disk").IsComponent);
        Assert.False(graph.Named("here").IsComponent);
        Assert.Equal($"{Evaluated.UrnStart}pulumi:providers:sample::here", graph.Named("here").Urn);
    }

    [Fact]
    public async Task Resources_come_in_the_order_of_their_urns()
    {
        var graph = await Evaluated.Graph(() =>
        {
            foreach (var name in (string[])["c", "a", "B", "b"])
            {
                _ = new Volume(name);
            }
        });

        Assert.Equal(["B", "a", "b", "c"], graph.Resources.Select(resource => resource.Name));
    }

    [Fact]
    public async Task The_graph_says_whose_it_is()
    {
        var graph = await Evaluated.Graph(() => _ = new Volume("disk"));

        Assert.Equal(("primary", "us-west-2", MlTa.Settings.Role.Active), (graph.Stack, graph.Region, graph.Role));
    }
}
