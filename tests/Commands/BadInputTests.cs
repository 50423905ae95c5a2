using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Commands;

/// <summary>Input that cannot be evaluated.</summary>
public sealed class BadInputTests
{
    [Fact]
    public async Task A_stack_without_a_file_is_named()
    {
        var typed = await Typed.Bad("-C", CommittedStacks.Folder, "-s", "tertiary");

        Assert.Equal("1 problem, nothing was evaluated:", typed.ErrorLines[0]);
        Assert.StartsWith("  - Pulumi.tertiary.yaml: there is no such file", typed.ErrorLines[1], StringComparison.Ordinal);
    }

    /// <summary>Those of the README, on which scripts rely.</summary>
    [Fact]
    public async Task The_exit_codes_are_the_promised_ones()
    {
        Assert.Equal(0, (await Typed.Run("-C", CommittedStacks.Folder)).ExitCode);
        Assert.Equal(2, (await Typed.Run("-C", CommittedStacks.Folder, "-s", "tertiary")).ExitCode);
        Assert.Equal(2, (await Typed.Run("--unknown")).ExitCode);
    }

    [Fact]
    public async Task A_value_to_replace_needs_a_stack() => Assert.Equal(
        "  - command line: --config: belongs to one stack, so say which with --stack, got none",
        (await Typed.Bad("-C", CommittedStacks.Folder, "-c", "role=active")).ErrorLines[1]);

    [Fact]
    public async Task A_stack_without_a_name_is_refused() => Assert.Equal(
        ["1 problem, nothing was evaluated:", "  - command line: --stack: expected the name of a stack, got nothing"],
        (await Typed.Bad("-C", CommittedStacks.Folder, "-s", "")).ErrorLines);

    [Fact]
    public async Task A_folder_that_is_not_there_is_named()
    {
        var folder = Path.Combine(CommittedStacks.Folder, "none");

        Assert.Equal($"  - command line: --cwd: expected a folder, got '{folder}'", (await Typed.Bad("-C", folder)).ErrorLines[1]);
    }

    [Fact]
    public async Task A_file_is_no_folder() => Assert.Contains(
        "expected a folder, got", (await Typed.Bad("-C", Path.Combine(CommittedStacks.Folder, "Pulumi.yaml"))).Error, StringComparison.Ordinal);

    [Fact]
    public async Task Every_problem_is_told_at_once()
    {
        using var files = new StackFiles();
        files.Replace("Pulumi.primary.yaml", "10.10.0.0/16", "10.10.0.0/33")
            .Replace("Pulumi.secondary.yaml", "multiAz: true", "multiAz: maybe")
            .Write("Pulumi.backup.yaml", "config: [");

        var typed = await Typed.Bad("-C", files.Folder);

        Assert.All(["Pulumi.primary.yaml", "Pulumi.secondary.yaml", "Pulumi.backup.yaml"], file =>
            Assert.Contains(typed.ErrorLines, line => line.StartsWith($"  - {file}: ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Pulumi.yaml", "")]
    [InlineData("Pulumi.yaml", "name: [")]
    [InlineData("Pulumi.primary.yaml", "")]
    [InlineData("Pulumi.primary.yaml", "&a [*a]")]
    [InlineData("Pulumi.primary.yaml", "config: 1")]
    [InlineData("Pulumi.primary.yaml", "config: { ml-ta:network: [] }")]
    [InlineData("Pulumi.primary.yaml", "config: { ? [a] : b }")]
    [InlineData("Pulumi.primary.yaml", "\u0000")]
    public async Task A_broken_file_is_told_without_a_stack_trace(string file, string content)
    {
        using var files = new StackFiles();
        files.Write(file, content);

        Assert.Contains((await Typed.Bad("-C", files.Folder)).ErrorLines, line => line.Contains(file, StringComparison.Ordinal));
    }

    /// <summary>Everything that would make a name or an address that AWS refuses has to be found before anything is declared.</summary>
    [Theory]
    [InlineData("prefix=" + "a-very-long-prefix-that-no-name-in-aws-would-have-enough-room-for-at-all")]
    [InlineData("prefix=")]
    [InlineData("prefix=A_B")]
    [InlineData("account=1")]
    [InlineData("region=atlantis")]
    [InlineData("network.cidrBlock=10.0.0.0/8")]
    [InlineData("network.cidrBlock=")]
    [InlineData("network.cidrBlock=::1/64")]
    [InlineData("network.zones[0]=us-east-1a")]
    [InlineData("network.zones=[]")]
    [InlineData("peers=[]")]
    [InlineData("peers[9].region=us-east-1")]
    [InlineData("database.generation=-1")]
    [InlineData("database.backupWindow=noon")]
    [InlineData("database.maintenanceWindow=sun:25:00-sun:26:00")]
    [InlineData("backup.lock=null")]
    [InlineData("backup.schedule=daily")]
    [InlineData("storage.keepOldVersionsDays=99999999999")]
    [InlineData("...=1")]
    [InlineData("[]=1")]
    [InlineData("=1")]
    public async Task A_bad_value_is_told_without_a_stack_trace(string given) =>
        await Typed.Bad("-C", CommittedStacks.Folder, "-s", "primary", "--config-path", "-c", given);
}
