using System.Text.Json;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;
using Xunit;

namespace MlTa.Tests.Contract;

/// <summary>Configuration, as the CLI hands it to a program.</summary>
[Collection(nameof(ProcessEnvironment))]
public sealed class ConfigTests
{
    [Fact]
    public async Task A_value_is_found_under_the_project() => Assert.Equal("active", await Read(config => config.Get("role")));

    [Fact]
    public async Task A_value_is_found_under_another_namespace() =>
        Assert.Equal("us-west-2", await Read(_ => new Config("aws").Get("region")));

    [Fact]
    public async Task The_old_spelling_of_a_namespace_still_works() =>
        Assert.Equal("us-east-1", await Read(_ => new Config("old:config").Get("region")));

    [Fact]
    public async Task A_value_that_is_not_there_is_null() => Assert.Null(await Read(config => config.Get("none")));

    [Fact]
    public async Task Numbers_and_booleans_are_read() => Assert.Equal(
        (3, 0.5, true),
        await Read(config => (config.RequireInt32("count"), config.RequireDouble("share"), config.RequireBoolean("on"))));

    [Fact]
    public async Task Numbers_and_booleans_that_are_not_there_are_null() => Assert.Equal(
        (null, null, null), await Read(config => (config.GetInt32("none"), config.GetDouble("none"), config.GetBoolean("none"))));

    [Fact]
    public async Task An_object_is_read_as_json() => Assert.Equal(5, (await Read(config => config.RequireObject<Limits>("limits"))).Max);

    [Fact]
    public async Task An_object_is_read_with_the_given_options() => Assert.Equal(
        7, (await Read(config => config.RequireObject<Limits>("weblimits", JsonSerializerOptions.Web))).Max);

    [Fact]
    public async Task An_object_that_is_not_there_is_null() => Assert.Null(await Read(config => config.GetObject<Limits>("none")));

    [Fact]
    public async Task A_secret_is_a_secret_output()
    {
        var secret = await Read(config => config.RequireSecret("password"));

        Assert.True(await Output.IsSecretAsync(secret));
        Assert.Equal("hush", await OutputUtilities.GetValueAsync(secret));
    }

    [Fact]
    public async Task Secret_numbers_booleans_and_objects_are_secret_outputs()
    {
        var secrets = await Read(config => Output.Tuple(
            Output.All(config.RequireSecretInt32("count")), config.RequireSecretBoolean("on"), config.RequireSecretObject<Limits>("limits")));

        Assert.True(await Output.IsSecretAsync(secrets));
        Assert.Equal(5, (await OutputUtilities.GetValueAsync(secrets)).Item3.Max);
    }

    [Fact]
    public async Task A_secret_that_is_not_there_is_null() => Assert.Null(await Read(config => config.GetSecret("none")));

    [Fact]
    public async Task A_missing_value_is_named_with_the_command_that_sets_it() => Assert.Equal(
        "Missing Required configuration variable 'ml-ta:none'\n\tplease set a value using the command `pulumi config set ml-ta:none <value>`",
        await Problem(config => config.Require("none")));

    [Theory]
    [InlineData("number")]
    [InlineData("object")]
    [InlineData("secret")]
    public async Task A_missing_value_of_any_type_is_named(string type) => Assert.StartsWith(
        "Missing Required configuration variable 'ml-ta:none'",
        await Problem(config => type switch
        {
            "number" => config.RequireInt32("none"),
            "object" => config.RequireObject<Limits>("none"),
            _ => config.RequireSecret("none"),
        }),
        StringComparison.Ordinal);

    [Fact]
    public async Task A_value_that_is_no_number_is_named() => Assert.Equal(
        "Configuration 'ml-ta:role' value 'active' is not a valid Int32", await Problem(config => config.RequireInt32("role")));

    [Fact]
    public async Task A_value_that_is_no_boolean_is_named() => Assert.Equal(
        "Configuration 'ml-ta:role' value 'active' is not a valid Boolean", await Problem(config => config.GetBoolean("role")));

    [Fact]
    public async Task A_boolean_is_written_in_small_letters() => Assert.Equal(
        "Configuration 'ml-ta:loud' value 'True' is not a valid Boolean", await Problem(config => config.GetBoolean("loud")));

    [Fact]
    public async Task A_value_that_is_no_json_is_named() => Assert.Equal(
        $"Configuration 'ml-ta:role' value 'active' is not a valid {typeof(Limits).FullName}",
        await Problem(config => config.RequireObject<Limits>("role")));

    [Fact]
    public async Task Without_configuration_nothing_is_there()
    {
        using var environment = ProcessEnvironment.With("PULUMI_CONFIG", null);
        var role = (string?)"unread";
        await Deployment.TestAsync(new Recorder(), new TestOptions { ProjectName = "ml-ta" }, () => { role = new Config().Get("role"); });

        Assert.Null(role);
    }

    private static async Task<string> Problem(Func<Config, object?> read) =>
        (await Assert.ThrowsAsync<RunException>(() => Read(read))).Message;

    private static async Task<T> Read<T>(Func<Config, T> read)
    {
        using var environment = ProcessEnvironment.With("PULUMI_CONFIG", JsonSerializer.Serialize(new Dictionary<string, string>
        {
            ["ml-ta:role"] = "active",
            ["ml-ta:count"] = "3",
            ["ml-ta:share"] = "0.5",
            ["ml-ta:on"] = "true",
            ["ml-ta:loud"] = "True",
            ["ml-ta:limits"] = """{"Max":5}""",
            ["ml-ta:weblimits"] = """{"max":7}""",
            ["ml-ta:password"] = "hush",
            ["aws:region"] = "us-west-2",
            ["old:config:region"] = "us-east-1",
        }));
        var value = default(T)!;
        await Deployment.TestAsync(
            new Recorder(), new TestOptions { ProjectName = "ml-ta" }, () => { value = read(new Config()); });
        return value;
    }

    private sealed record Limits(int Max);
}
