using System.Text.Json;
using MlTa.Settings;
using MlTa.Settings.Reading;
using MlTa.Tests.Support;
using Pulumi;
using Pulumi.Utilities;
using Xunit;

namespace MlTa.Tests.Settings.Reading;

/// <summary>A secret is encrypted in a file, unknown offline, and shown by nothing.</summary>
public sealed class SecretTests
{
    private const string Password = "hunter2";

    [Theory]
    [InlineData("ml-ta:databasePassword: { secure: v1:abc }")]
    [InlineData("databasePassword:\n    secure: v1:abc")]
    public void An_encrypted_value_is_accepted(string text)
    {
        using var files = new StackFiles().Append("Pulumi.primary.yaml", $"  {text}\n");

        Assert.Same(SecretText.Unknown, StackFolder.Read(files.Folder)[0].DatabasePassword);
    }

    [Fact]
    public void One_that_is_not_set_yet_is_not_asked_for() => Assert.Same(SecretText.Unknown, CommittedStacks.Primary.DatabasePassword);

    [Theory]
    [InlineData(Password)]
    [InlineData($"[{Password}]")]
    [InlineData($"{{ a: {Password} }}")]
    [InlineData($"{{ a: {Password}, secure: v1:abc }}")]
    public void Plain_text_is_refused_and_not_shown(string value)
    {
        using var files = new StackFiles().Append("Pulumi.primary.yaml", $"  ml-ta:databasePassword: {value}\n");

        Verdict.IsOf(
            files,
            "Pulumi.primary.yaml: ml-ta:databasePassword: has to be encrypted, so set it with: "
                + "pulumi config set --secret ml-ta:databasePassword --stack primary; got [secret]");
    }

    [Theory]
    [InlineData("    secret: true\n    default: hunter2\n")]
    [InlineData("    default: hunter2\n")] // whatever the project declares
    public void Plain_text_in_the_project_file_is_refused_and_not_shown(string declaration)
    {
        const string Before = "--secret databasePassword.\n";
        using var files = new StackFiles().Replace("Pulumi.yaml", $"{Before}    secret: true\n", Before + declaration);

        var problems = Verdict.ProblemsOf(files);

        Assert.Equal(3, problems.Count);
        Assert.All(problems, problem => Assert.DoesNotContain(Password, problem, StringComparison.Ordinal));
        Assert.StartsWith("Pulumi.yaml for Pulumi.backup.yaml: ml-ta:databasePassword: has to be encrypted", problems[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("    keepOldVersionsDays: 90", "    keepOldVersionsDays: { secure: v1:abc }", "storage.keepOldVersionsDays")]
    [InlineData("  ml-ta:region: us-west-2", "  ml-ta:region: { secure: v1:abc }", "region")]
    [InlineData("  ml-ta:storage:\n    keepOldVersionsDays: 90", "  ml-ta:storage: { secure: v1:abc }", "storage")]
    [InlineData("us-west-2b", "{ secure: v1:abc }", "network.zones[1]")]
    public void What_the_preview_has_to_read_is_not_encrypted(string text, string replacement, string path)
    {
        using var files = new StackFiles().Replace("Pulumi.primary.yaml", text, replacement);

        Verdict.IsOf(files, $"Pulumi.primary.yaml: ml-ta:{path}: the preview has to read it, so store it in plain text, got an encrypted value");
    }

    [Theory]
    [InlineData(false, "databasePassword=hunter2")]
    [InlineData(false, "ml-ta:databasePassword=hunter2")]
    [InlineData(true, "databasePassword=hunter2")]
    [InlineData(true, "databasePassword.a[0]=hunter2")]
    public void An_override_never_becomes_visible(bool isPath, string text)
    {
        var secondary = StackFolder.Read(CommittedStacks.Folder, "secondary", [text], isPath)[1];

        Assert.Same(SecretText.Unknown, secondary.DatabasePassword);
        Assert.DoesNotContain(Password, secondary.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_override_of_plain_text_shows_neither()
    {
        using var files = new StackFiles().Append("Pulumi.primary.yaml", $"  ml-ta:databasePassword: {Password}\n");

        var exception = Assert.Throws<InvalidSettingsException>(() => StackFolder.Read(files.Folder, "primary", ["databasePassword.a=hunter3"], overridePaths: true));

        Assert.DoesNotContain("hunter", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_but_an_output_that_is_secret_tells_it()
    {
        var secret = SecretText.Of(Password);
        var settings = CommittedStacks.Primary with { DatabasePassword = secret };

        Assert.Equal("[secret]", secret.ToString());
        Assert.Equal("[secret]", $"{secret}");
        Assert.DoesNotContain(Password, settings.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Password, JsonSerializer.Serialize(settings), StringComparison.Ordinal);
        Assert.True(await Output.IsSecretAsync(secret.Reveal()));
        Assert.Equal(Password, await OutputUtilities.GetValueAsync(secret.Reveal()));
    }
}
