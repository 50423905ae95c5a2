using System.Text.Json;
using Pulumi;
using Pulumi.Utilities;
using Xunit;

namespace MlTa.Tests.Contract;

/// <summary>Outputs of JSON text.</summary>
public sealed class JsonTests
{
    [Fact]
    public async Task A_plain_value_is_written_as_json() =>
        Assert.Equal("""{"A":1,"B":["x"]}""", await Json(new { A = 1, B = new List<string> { "x" } }));

    [Fact]
    public async Task Outputs_and_inputs_inside_are_written_as_their_values()
    {
        Input<int> input = 2;

        Assert.Equal("""{"A":"x","B":2}""", await Json(new { A = Output.Create("x"), B = input }));
    }

    [Fact]
    public async Task Input_lists_and_maps_inside_are_written_as_their_values() => Assert.Equal(
        """{"A":["x"],"B":{"k":"v"}}""",
        await Json(new { A = new InputList<string> { "x" }, B = new InputMap<string> { ["k"] = "v" } }));

    [Fact]
    public async Task Outputs_in_dictionaries_and_lists_are_written_as_their_values() => Assert.Equal(
        """{"k":[1]}""", await Json(new Dictionary<string, object> { ["k"] = new[] { Output.Create(1) } }));

    [Fact]
    public async Task The_options_are_used()
    {
        var json = Output.JsonSerialize(Output.Create(new { FirstName = Output.Create("x") }), JsonSerializerOptions.Web);

        Assert.Equal("""{"firstName":"x"}""", await OutputUtilities.GetValueAsync(json));
    }

    [Fact]
    public async Task One_secret_inside_makes_the_text_secret() =>
        Assert.True(await Output.IsSecretAsync(Output.JsonSerialize(Output.Create(new { A = Output.CreateSecret("x") }))));

    [Fact]
    public async Task Without_a_secret_the_text_is_not_secret() =>
        Assert.False(await Output.IsSecretAsync(Output.JsonSerialize(Output.Create(new { A = Output.Create("x") }))));

    [Fact]
    public async Task One_unknown_inside_makes_the_text_unknown()
    {
        var json = Output.JsonSerialize(Output.Create(new { A = OutputUtilities.CreateUnknown("x") }));

        Assert.False(await OutputUtilities.GetIsKnownAsync(json));
    }

    [Fact]
    public async Task The_text_depends_on_the_resources_inside()
    {
        Samples.Volume? disk = null;
        await Evaluation.Run(() => disk = new Samples.Volume("disk"));
        var json = Output.JsonSerialize(Output.Create(new { disk!.Id }));

        Assert.Equal<Resource>([disk], await OutputUtilities.GetDependenciesAsync(json));
    }

    [Fact]
    public async Task Text_is_read_as_a_value()
    {
        var read = Output.JsonDeserialize<Dictionary<string, int>>(Output.CreateSecret("""{"a":1}"""));

        Assert.Equal(1, (await OutputUtilities.GetValueAsync(read))["a"]);
        Assert.True(await Output.IsSecretAsync(read));
    }

    private static Task<string> Json<T>(T value) => OutputUtilities.GetValueAsync(Output.JsonSerialize(Output.Create(value)));
}
