using MlTa.Tests.Contract.Samples;
using Pulumi;
using Pulumi.Utilities;
using Xunit;

namespace MlTa.Tests.Contract;

/// <summary>Providers get everything but text as JSON.</summary>
public sealed class ProviderInputTests
{
    [Fact]
    public async Task Text_stays_text() => Assert.Equal("us-west-2", await Sent("region", new() { Region = "us-west-2" }));

    [Fact]
    public async Task A_number_becomes_json() => Assert.Equal("5", await Sent("retries", new() { Retries = 5 }));

    [Fact]
    public async Task A_boolean_becomes_json() => Assert.Equal("true", await Sent("verbose", new() { Verbose = true }));

    [Fact]
    public async Task A_list_becomes_json() =>
        Assert.Equal("""[ "1", "2" ]""", await Sent("accounts", new() { Accounts = { "1", "2" } }));

    [Fact]
    public async Task Nested_args_become_json_with_their_keys_in_order() => Assert.Equal(
        """{ "tags": { "app": "ml-ta", "env": "test" } }""",
        await Sent("defaults", new() { Defaults = new DefaultsArgs { Tags = { ["env"] = "test", ["app"] = "ml-ta" } } }));

    [Fact]
    public async Task Quotes_and_angle_brackets_are_escaped_in_json() => Assert.Equal(
        """[ "a \"b\" \u003cc\u003e & 'd'" ]""", await Sent("accounts", new() { Accounts = { "a \"b\" <c> & 'd'" } }));

    [Fact]
    public async Task An_empty_list_becomes_json() =>
        Assert.Equal("[ ]", await Sent("accounts", new() { Accounts = new List<string>() }));

    [Fact]
    public async Task What_is_not_set_is_absent() => Assert.Null(await Sent("defaults", new() { Region = "us-west-2" }));

    [Fact]
    public async Task What_is_not_known_is_absent() =>
        Assert.Null(await Sent("accounts", new() { Accounts = { OutputUtilities.CreateUnknown("1") } }));

    [Fact]
    public async Task A_secret_in_a_list_becomes_json_like_anything_else() =>
        Assert.Equal("""[ "1" ]""", await Sent("accounts", new() { Accounts = { Output.CreateSecret("1") } }));

    private static async Task<object?> Sent(string input, SampleProviderArgs args)
    {
        var recorder = await Evaluation.Run(() => _ = new SampleProvider("here", args));
        return recorder.Inputs("here").GetValueOrDefault(input);
    }
}
