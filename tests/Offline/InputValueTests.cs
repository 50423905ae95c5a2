using MlTa.Tests.Contract.Samples;
using Pulumi;
using Xunit;

namespace MlTa.Tests.Offline;

/// <summary>How the inputs of a resource are shown.</summary>
public sealed class InputValueTests
{
    [Fact]
    public async Task Without_inputs_there_are_none() => Assert.Equal("{}", await Shown(new()));

    [Fact]
    public async Task Inputs_are_sorted_by_name() => Assert.Equal(
        """{"encrypted":true,"label":"a","size":1,"tags":{"a":"1","b":"2"}}""",
        await Shown(new() { Tags = { ["b"] = "2", ["a"] = "1" }, Size = 1, Label = "a", Encrypted = true }));

    [Theory]
    [InlineData(0, "0")]
    [InlineData(-1, "-1")]
    [InlineData(int.MaxValue, "2147483647")]
    public async Task Whole_numbers_have_no_fraction(int size, string shown) =>
        Assert.Equal($$"""{"size":{{shown}}}""", await Shown(new() { Size = size }));

    [Theory]
    [InlineData(0.5, "0.5")]
    [InlineData(3.0, "3")]
    [InlineData(1e-7, "1E-07")]
    public async Task Other_numbers_do_not_depend_on_the_culture(double price, string shown) =>
        Assert.Equal($$"""{"price":{{shown}}}""", await Shown(new() { Price = price }));

    [Fact]
    public async Task A_boolean_is_shown_also_when_false() => Assert.Equal("""{"encrypted":false}""", await Shown(new() { Encrypted = false }));

    [Fact]
    public async Task An_empty_text_is_shown() => Assert.Equal("""{"label":""}""", await Shown(new() { Label = "" }));

    [Fact]
    public async Task A_null_is_left_out() => Assert.Equal("{}", await Shown(new() { Label = Output.Create<string>((string)null!) }));

    [Fact]
    public async Task A_null_in_a_list_keeps_its_place() => Assert.Equal(
        """{"zones":["a",null]}""", await Shown(new() { Zones = { "a", Output.Create<string>((string)null!) } }));

    [Fact]
    public async Task An_empty_list_is_shown() => Assert.Equal("""{"zones":[]}""", await Shown(new() { Zones = new InputList<string>() }));

    [Fact]
    public async Task Lists_keep_their_order() => Assert.Equal("""{"zones":["b","a"]}""", await Shown(new() { Zones = { "b", "a" } }));

    [Fact]
    public async Task Nested_args_are_maps() => Assert.Equal(
        """{"mounts":[{"path":"/a","readOnly":true}]}""", await Shown(new() { Mounts = { new MountArgs { Path = "/a", ReadOnly = true } } }));

    [Fact]
    public async Task A_policy_variable_is_no_token() => Assert.Equal(
        """{"label":"arn:aws:s3:::home/${aws:username}"}""", await Shown(new() { Label = "arn:aws:s3:::home/${aws:username}" }));

    [Fact]
    public async Task A_provider_takes_json()
    {
        var here = await Evaluated.Resource("here", () => _ = new SampleProvider("here", new() { Accounts = { "1" }, Retries = 5 }));

        Assert.Equal(["[\"1\"]", "5"], here.Inputs.Select(input => input.Value!.GetValue<string>().Replace(" ", "", StringComparison.Ordinal)));
    }

    private static async Task<string> Shown(VolumeArgs args) => (await Evaluated.Resource("disk", () => _ = new Volume("disk", args))).Inputs.ToJsonString();
}
