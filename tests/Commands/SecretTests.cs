using MlTa.Commands;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Commands;

/// <summary>No output of any kind shows a secret.</summary>
public sealed class SecretTests
{
    private const string Password = "hunter2";

    [Theory]
    [InlineData("--json")]
    [InlineData("--diff")]
    public async Task A_password_given_on_the_command_line_is_not_shown(string option)
    {
        var typed = await Typed.Good("-s", "primary", option, "-c", $"databasePassword={Password}");

        Assert.DoesNotContain(Password, typed.Output + typed.Error, StringComparison.Ordinal);
        Assert.Contains("\"[secret]\"", typed.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--json")]
    [InlineData("--diff")]
    public async Task An_encrypted_password_is_not_shown(string option)
    {
        using var files = new StackFiles();
        files.Append("Pulumi.primary.yaml", $"  ml-ta:databasePassword:\n    secure: {Password}\n");

        var typed = await Typed.Run("-C", files.Folder, option);

        Assert.Equal(ExitCode.Good, typed.ExitCode);
        Assert.DoesNotContain(Password, typed.Output + typed.Error, StringComparison.Ordinal);
        Assert.Contains("\"[secret]\"", typed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_in_plain_text_is_refused_and_not_shown()
    {
        using var files = new StackFiles();
        files.Append("Pulumi.primary.yaml", $"  ml-ta:databasePassword: {Password}\n");

        var typed = await Typed.Bad("-C", files.Folder);

        Assert.DoesNotContain(Password, typed.Error, StringComparison.Ordinal);
        Assert.Contains("pulumi config set --secret ml-ta:databasePassword --stack primary", typed.Error, StringComparison.Ordinal);
    }
}
