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

    [Theory]
    [InlineData("0123456", "0123456")]
    [InlineData("*hunter2", Password)]
    [InlineData("{ secure: *hunter2 }", Password)]
    [InlineData("{ hunter2: 1, hunter2: 2 }", Password)]
    [InlineData("{ hunter2: 1, !!str hunter2: 2 }", Password)]
    [InlineData("[hunter2]", Password)]
    [InlineData("\"hunter2", Password)]
    public async Task A_password_in_any_spelling_is_not_shown(string spelling, string secret)
    {
        using var files = new StackFiles();
        files.Append("Pulumi.primary.yaml", $"  ml-ta:databasePassword: {spelling}\n");

        var typed = await Typed.Bad("-C", files.Folder);

        Assert.DoesNotContain(secret, typed.Error, StringComparison.Ordinal);
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
