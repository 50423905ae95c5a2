using MlTa.Tests.Contract.Samples;
using Pulumi;
using Xunit;

namespace MlTa.Tests.Offline;

/// <summary>A resource depends on those whose outputs are among its inputs, whatever way they took.</summary>
public sealed class DataDependencyTests
{
    private static readonly Dictionary<string, Func<Volume, VolumeArgs>> s_ways = new()
    {
        { "passed on", source => new() { Label = source.Id } },
        { "formatted", source => new() { Label = Output.Format($"disk {source.Id}!") } },
        { "applied", source => new() { Label = source.Id.Apply(id => $"disk {id}") } },
        { "counted", source => new() { Size = source.Id.Apply(id => id.Length) } },
        { "in JSON", source => new() { Label = Output.JsonSerialize(Output.Create(new Dictionary<string, Output<string>> { ["disk"] = source.Id })) } },
        { "in JSON in JSON", source => new() { Label = Output.JsonSerialize(Output.JsonSerialize(Output.Create<object>(new[] { source.Id })).Apply(json => new[] { json })) } },
        { "in a list", source => new() { Zones = { "a", source.Id } } },
        { "as a list", source => new() { Zones = Output.All(source.Id, source.Label) } },
        { "in a map", source => new() { Tags = { ["disk"] = source.Id } } },
        { "in nested args", source => new() { Mount = new MountArgs { Path = source.Id } } },
        { "in a list of nested args", source => new() { Mounts = { new MountArgs { Path = source.Id } } } },
        { "in a choice", source => new() { Access = source.Id } },
        { "anywhere", source => new() { Anything = Output.Create<object>(new List<object> { source.Id }) } },
        { "as a text that repeats an input", source => new() { Label = source.Label } },
        { "as a number that repeats an input", source => new() { Size = source.Size } },
        { "as a list that repeats an input", source => new() { Zones = source.Zones } },
        { "as a map that repeats an input", source => new() { Tags = source.Tags } },
        { "as the URN", source => new() { Label = source.Urn } },
    };

    public static TheoryData<string> Ways { get; } = [.. s_ways.Keys];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task It_depends_on_the_source(string way)
    {
        var disk = await Evaluated.Resource("disk", () => _ = new Volume("disk", s_ways[way](Source())));

        Assert.Equal([$"{Evaluated.UrnStart}sample:index:Volume::source"], disk.DataDependsOn);
        Assert.Empty(disk.DependsOn);
    }

    [Fact]
    public async Task A_plain_value_makes_no_dependency() => Assert.Empty(
        (await Evaluated.Resource("disk", () => _ = new Volume("disk", new() { Label = "source", Zones = { Output.Create("a") } }))).DataDependsOn);

    /// <summary>As for the engine: what comes through another resource is that one's dependency.</summary>
    [Fact]
    public async Task Only_the_nearest_source_counts()
    {
        var graph = await Evaluated.Graph(() =>
        {
            var second = new Volume("second", new() { Label = new Volume("first").Id });
            _ = new Volume("third", new() { Label = second.Label });
        });

        Assert.Equal([graph.Named("second").Urn], graph.Named("third").DataDependsOn);
        Assert.Equal("${sample:index:Volume::first.id}", graph.Named("third").Inputs["label"]!.GetValue<string>());
    }

    [Fact]
    public async Task Several_sources_are_named_once_and_in_order()
    {
        var graph = await Evaluated.Graph(() =>
        {
            var (b, a) = (new Volume("b"), new Volume("a"));
            _ = new Volume("disk", new() { Label = Output.Format($"{b.Id} {a.Id} {b.Id}"), Zones = { a.Id } });
        });

        Assert.Equal([graph.Named("a").Urn, graph.Named("b").Urn], graph.Named("disk").DataDependsOn);
    }

    [Fact]
    public async Task An_output_of_a_component_leads_to_the_resource_inside_of_it()
    {
        var graph = await Evaluated.Graph(() =>
        {
            Volume? inside = null;
            _ = new Group("group", group => inside = new Volume("inside", options: new() { Parent = group }));
            _ = new Volume("disk", new() { Label = inside!.Id });
        });

        Assert.Equal([$"{Evaluated.UrnStart}sample:index:Group$sample:index:Volume::inside"], graph.Named("disk").DataDependsOn);
    }

    private static Volume Source() => new("source", new() { Label = "a", Size = 1, Zones = { "a" }, Tags = { ["a"] = "b" } });
}
