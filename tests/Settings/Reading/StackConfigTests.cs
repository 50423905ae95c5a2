using System.Text.Json;
using MlTa.Settings;
using MlTa.Settings.Drills;
using MlTa.Settings.Reading;
using MlTa.Tests.Contract;
using MlTa.Tests.Support;
using Moq;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;
using Xunit;

namespace MlTa.Tests.Settings.Reading;

/// <summary>The engine hands the program what the stack file says, maps and lists as JSON: both readers give the same.</summary>
[Collection(nameof(ProcessEnvironment))]
public sealed class StackConfigTests
{
    private const string Password = "hunter2";

    [Theory]
    [InlineData("primary")]
    [InlineData("secondary")]
    [InlineData("backup")]
    public async Task The_engine_and_the_file_give_the_same_settings(string stack) => Assert.Equal(
        // The key of secrets is no configuration: the engine does not tell the program.
        JsonSerializer.Serialize(CommittedStacks.All.Single(settings => settings.Stack == stack) with { SecretsProvider = null }),
        JsonSerializer.Serialize(await Read(stack, EngineConfig.Of(stack))));

    [Fact]
    public async Task The_engine_and_the_file_give_the_same_drill() => Assert.Equal(
        JsonSerializer.Serialize(CommittedDrill.Settings with { SecretsProvider = null }),
        JsonSerializer.Serialize(await Read<DrillSettings>(CommittedDrill.Settings.Stack, EngineConfig.Of("dr-test"))));

    [Fact]
    public async Task What_is_wrong_with_a_drill_is_said_by_the_engine_too()
    {
        var config = EngineConfig.Of("dr-test");
        config["ml-ta:restore"] = "{}";
        config["ml-ta:role"] = "active";

        var exception = await Assert.ThrowsAsync<RunException>(() => Read<DrillSettings>("dr-test-7", config));

        Assert.Equal(
            """
            2 problems, nothing was evaluated:
              - Pulumi.dr-test-7.yaml: ml-ta:restore.time: missing, so give text
              - Pulumi.dr-test-7.yaml: ml-ta:role: a stack called dr-test is a drill and nothing else, so give drill, got active
            """,
            exception.Message);
    }

    [Fact]
    public async Task The_engine_decrypts_secrets()
    {
        var settings = await Read("primary", EngineConfig.Of("primary"));
        var password = settings.DatabasePassword.Reveal();

        Assert.Equal(Password, await OutputUtilities.GetValueAsync(password));
        Assert.True(await Output.IsSecretAsync(password));
        Assert.DoesNotContain(Password, settings.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_problem_is_said_at_once_and_no_secret()
    {
        var config = EngineConfig.Of("primary");
        config.Remove("ml-ta:role");
        config["ml-ta:account"] = "1111";
        config["ml-ta:storage"] = """{"keepOldVersionsDays":"many","keepOldVersionsDay":7}""";
        config["ml-ta:peers"] = "[";

        Assert.Equal(
            """
            5 problems, nothing was evaluated:
              - Pulumi.primary.yaml: ml-ta:role: missing, so give one of active, standby, fenced, archive, drill
              - Pulumi.primary.yaml: ml-ta:peers: expected a list, got '[', which is not JSON: Expected depth to be zero at the end of the JSON payload. There is an open JSON object or array that should be closed. LineNumber: 0 | BytePositionInLine: 1
              - Pulumi.primary.yaml: ml-ta:storage.keepOldVersionsDay: unknown key, known are keepOldVersionsDays, deepArchiveAfterDays, objectLock
              - Pulumi.primary.yaml: ml-ta:storage.keepOldVersionsDays: expected a whole number, got 'many'
              - Pulumi.primary.yaml: ml-ta:account: expected twelve digits in quotes, got '1111'
            """,
            await Problem("primary", config));
    }

    [Fact]
    public async Task A_password_is_asked_for()
    {
        var config = EngineConfig.Of("primary");
        config.Remove("ml-ta:databasePassword");

        Assert.EndsWith("- Pulumi.primary.yaml: ml-ta:databasePassword: missing, so give an encrypted value", await Problem("primary", config), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rules_hold_under_the_engine_too()
    {
        var config = EngineConfig.Of("primary");
        config["ml-ta:stateBackend"] = "s3://ml-ta-pulumi?region=us-east-1";

        Assert.EndsWith(
            "- Pulumi.primary.yaml: ml-ta:stateBackend: must outlive the region that this stack replaces, so it may be in us-west-2 or eu-west-1, got us-east-1",
            await Problem("primary", config),
            StringComparison.Ordinal);
    }

    /// <summary>Of a <see cref="RunException"/> Pulumi prints the message, of anything else the stack trace as well.</summary>
    private static async Task<string> Problem(string stack, IReadOnlyDictionary<string, string> config)
    {
        var exception = await Assert.ThrowsAsync<RunException>(() => Read<StackSettings>(stack, config));
        Assert.DoesNotContain("   at ", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, exception.Message, StringComparison.Ordinal);
        return exception.Message;
    }

    private static Task<StackSettings> Read(string stack, IReadOnlyDictionary<string, string> config) => Read<StackSettings>(stack, config);

    private static async Task<T> Read<T>(string stack, IReadOnlyDictionary<string, string> config)
        where T : DeployedSettings
    {
        using var environment = ProcessEnvironment.With("PULUMI_CONFIG", JsonSerializer.Serialize(config));
        DeployedSettings? settings = null;
        await Deployment.TestAsync(
            Mock.Of<IMocks>(),
            new TestOptions { ProjectName = "ml-ta", StackName = stack },
            () => { settings = StackConfig.Read(); });
        return (T)settings!;
    }
}
