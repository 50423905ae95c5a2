using System.Collections.Immutable;
using MlTa.Tests.Contract.Samples;
using Xunit;

namespace MlTa.Tests.Contract;

/// <summary>What a mock sees of the inputs.</summary>
public sealed class InputTests
{
    [Fact]
    public async Task Whole_numbers_arrive_as_doubles() => Assert.Equal(7.0, await Sent("size", new() { Size = 7 }));

    [Fact]
    public async Task Doubles_arrive_as_they_are() => Assert.Equal(0.25, await Sent("price", new() { Price = 0.25 }));

    [Fact]
    public async Task Booleans_arrive_as_they_are() => Assert.Equal(false, await Sent("encrypted", new() { Encrypted = false }));

    [Fact]
    public async Task Text_arrives_as_it_is() => Assert.Equal("a", await Sent("label", new() { Label = "a" }));

    [Fact]
    public async Task A_list_arrives_as_an_immutable_array_of_objects()
    {
        var zones = List(await Sent("zones", new() { Zones = { "a", "b" } }));

        Assert.Equal(["a", "b"], zones);
    }

    [Fact]
    public async Task A_map_arrives_as_an_immutable_dictionary_of_objects()
    {
        var tags = Map(await Sent("tags", new() { Tags = { ["team"] = "ml", ["tier"] = "1" } }));

        Assert.Equal("ml", tags["team"]);
        Assert.Equal("1", tags["tier"]);
        Assert.Equal(2, tags.Count);
    }

    [Fact]
    public async Task Nested_args_arrive_as_a_map_by_input_name()
    {
        var mount = Map(await Sent("mount", new() { Mount = new MountArgs { Path = "/data", ReadOnly = true } }));

        Assert.Equal("/data", mount["path"]);
        Assert.Equal(true, mount["readOnly"]);
    }

    [Fact]
    public async Task A_list_of_nested_args_arrives_as_an_array_of_maps()
    {
        var mounts = List(await Sent("mounts", new() { Mounts = { new MountArgs { Path = "/a" }, new MountArgs { Path = "/b" } } }));

        Assert.Equal(["/a", "/b"], mounts.Select(mount => Map(mount)["path"]));
    }

    [Fact]
    public async Task An_enum_arrives_as_its_text() => Assert.Equal("cold-storage", await Sent("tier", new() { Tier = Tier.Cold }));

    [Fact]
    public async Task The_first_case_of_a_union_arrives_as_its_value() =>
        Assert.Equal("all", await Sent("access", new() { Access = "all" }));

    [Fact]
    public async Task The_second_case_of_a_union_arrives_as_its_value() =>
        Assert.Equal(3.0, await Sent("access", new() { Access = 3 }));

    [Fact]
    public async Task Json_arrives_as_maps_arrays_and_doubles()
    {
        var document = Map(await Sent("document", new() { Document = """{ "rules": [1, "x"], "on": true }""" }));

        Assert.Equal([1.0, "x"], List(document["rules"]));
        Assert.Equal(true, document["on"]);
    }

    [Fact]
    public async Task A_resource_arrives_as_a_reference_with_its_urn()
    {
        var recorder = await Evaluation.Run(() => _ = new Volume("disk", new() { Owner = new Volume("owner") }));

        var owner = Assert.IsAssignableFrom<Pulumi.CustomResource>(recorder.Inputs("disk")["owner"]);
        var urn = await Pulumi.Utilities.OutputUtilities.GetValueAsync(owner.Urn);
        Assert.Equal("urn:pulumi:stack::project::pulumi:pulumi:Stack$sample:index:Volume::owner", urn);
    }

    [Fact]
    public async Task An_output_arrives_as_its_value()
    {
        var recorder = await Evaluation.Run(() => _ = new Volume("disk", new() { Label = new Volume("other").Id }));

        Assert.Equal("other-id", recorder.Inputs("disk")["label"]);
    }

    [Fact]
    public async Task A_nested_object_of_another_resource_arrives_as_a_map_of_its_fields()
    {
        var recorder = new Recorder { State = _ => State("mount", State("path", "/data", "depth", 2)) };
        await Evaluation.Run(() => _ = new Volume("disk", new() { Anything = new Volume("other").Mount.Apply(m => (object)m) }), recorder);

        var mount = Map(recorder.Inputs("disk")["anything"]);
        Assert.Equal("/data", mount["path"]);
        Assert.Equal(2.0, mount["depth"]);
    }

    [Fact]
    public async Task Inputs_named_id_or_urn_are_not_sent()
    {
        var recorder = await Evaluation.Run(() => _ = new Volume("disk", new() { Id = "i", Urn = "u", Label = "l" }));

        Assert.Equal(["label"], recorder.Inputs("disk").Keys);
    }

    internal static IEnumerable<object?> List(object? value) => Assert.IsType<ImmutableArray<object?>>(value);

    internal static ImmutableDictionary<string, object> Map(object? value) =>
        Assert.IsType<ImmutableDictionary<string, object>>(value);

    internal static ImmutableDictionary<string, object> State(params object[] keysAndValues) =>
        keysAndValues.Chunk(2).ToImmutableDictionary(pair => (string)pair[0], pair => pair[1]);

    internal static async Task<object?> Sent(string input, VolumeArgs args)
    {
        var recorder = await Evaluation.Run(() => _ = new Volume("disk", args));
        return recorder.Inputs("disk").GetValueOrDefault(input);
    }
}
