using MlTa.Tests.Contract.Samples;
using Pulumi;
using Pulumi.Utilities;
using Xunit;

namespace MlTa.Tests.Contract;

/// <summary>Which inputs a mock does not see.</summary>
public sealed class AbsentInputTests
{
    [Fact]
    public async Task Inputs_that_are_not_set_are_absent()
    {
        var recorder = await Evaluation.Run(() => _ = new Volume("disk"));

        Assert.Empty(recorder.Inputs("disk"));
    }

    [Fact]
    public async Task A_list_that_was_only_looked_at_is_present_and_empty()
    {
        var args = new VolumeArgs();
        _ = args.Zones;

        Assert.Empty(InputTests.List(await InputTests.Sent("zones", args)));
    }

    [Fact]
    public async Task An_output_of_null_is_absent()
    {
        var args = new VolumeArgs { Label = Output.Create<string>((string)null!), Size = 1 };
        var recorder = await Evaluation.Run(() => _ = new Volume("disk", args));

        Assert.Equal(["size"], recorder.Inputs("disk").Keys);
    }

    [Fact]
    public async Task A_secret_null_is_absent()
    {
        var args = new VolumeArgs { Label = Output.CreateSecret<string>((string)null!), Size = 1 };
        var recorder = await Evaluation.Run(() => _ = new Volume("disk", args));

        Assert.Equal(["size"], recorder.Inputs("disk").Keys);
    }

    [Fact]
    public async Task A_null_in_a_map_is_left_out()
    {
        var tags = await InputTests.Sent("tags", new() { Tags = { ["a"] = Output.Create<string>((string)null!), ["b"] = "1" } });

        Assert.Equal(["b"], InputTests.Map(tags).Keys);
    }

    [Fact]
    public async Task A_null_in_a_list_keeps_its_place()
    {
        var zones = await InputTests.Sent("zones", new() { Zones = { "a", Output.Create<string>((string)null!) } });

        Assert.Equal(["a", null], InputTests.List(zones));
    }

    [Fact]
    public async Task Keys_of_nested_maps_that_start_with_two_underscores_are_left_out()
    {
        var tags = await InputTests.Sent("tags", new() { Tags = { ["__defaults"] = "x", ["b"] = "1" } });

        Assert.Equal(["b"], InputTests.Map(tags).Keys);
    }

    [Fact]
    public async Task An_unknown_input_is_absent_and_the_others_are_not()
    {
        var args = new VolumeArgs { Label = OutputUtilities.CreateUnknown("x"), Size = 1 };
        var recorder = await Evaluation.Run(() => _ = new Volume("disk", args), isPreview: true);

        Assert.Equal(["size"], recorder.Inputs("disk").Keys);
    }

    [Fact]
    public async Task One_unknown_item_makes_the_whole_list_absent() =>
        Assert.Null(await InputTests.Sent("zones", new() { Zones = { "a", OutputUtilities.CreateUnknown("x") } }));

    [Fact]
    public async Task One_unknown_nested_input_makes_the_whole_object_absent() =>
        Assert.Null(await InputTests.Sent("mount", new() { Mount = new MountArgs { Path = OutputUtilities.CreateUnknown("x") } }));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_output_that_the_mock_did_not_return_is_absent_from_inputs_made_of_it(bool isPreview)
    {
        var recorder = await Evaluation.Run(
            () => _ = new Volume("disk", new() { Label = new Volume("other").Label, Size = 1 }), isPreview: isPreview);

        Assert.Equal(["size"], recorder.Inputs("disk").Keys);
    }

    [Fact]
    public async Task A_list_that_the_mock_did_not_return_is_an_empty_list_in_inputs_made_of_it()
    {
        var recorder = await Evaluation.Run(() => _ = new Volume("disk", new() { Zones = new Volume("other").Zones }));

        Assert.Empty(InputTests.List(recorder.Inputs("disk")["zones"]));
    }

    [Fact]
    public async Task A_map_that_the_mock_did_not_return_is_absent_from_inputs_made_of_it()
    {
        var recorder = await Evaluation.Run(() => _ = new Volume("disk", new() { Tags = new Volume("other").Tags }));

        Assert.Empty(recorder.Inputs("disk"));
    }
}
