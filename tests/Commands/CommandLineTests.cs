using MlTa.Commands;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Commands;

/// <summary>What can be typed.</summary>
public sealed class CommandLineTests
{
    [Fact]
    public async Task Without_a_command_it_previews() =>
        Assert.Equal((await Typed.Good("preview", "--json")).Output, (await Typed.Good("--json")).Output);

    [Theory]
    [InlineData("-C")]
    [InlineData("--cwd")]
    public async Task The_folder_can_be_named(string option)
    {
        using var files = new StackFiles();

        Assert.Equal(ExitCode.Good, (await Typed.Run(option, files.Folder)).ExitCode);
    }

    [Theory]
    [InlineData("-s")]
    [InlineData("--stack")]
    public async Task One_stack_can_be_chosen(string option)
    {
        var typed = await Typed.Good("--json", option, "backup");

        Assert.Contains("\"stack\": \"backup\"", typed.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\"stack\": \"primary\"", typed.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-c")]
    [InlineData("--config")]
    public async Task A_value_can_be_replaced_for_this_run(string option)
    {
        var typed = await Typed.Good("-s", "primary", "--diff", option, "ml-ta:storage={\"keepOldVersionsDays\": 91}");

        Assert.Contains("noncurrentDays: 91", typed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_values_can_be_replaced_with_paths_into_maps()
    {
        var typed = await Typed.Good(
            "-s", "primary", "--diff", "--config-path", "-c", "storage.keepOldVersionsDays=91", "-c", "database.multiAz=false");

        Assert.Contains("noncurrentDays: 91", typed.Output, StringComparison.Ordinal);
        Assert.Contains("multiAz: false", typed.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("preview --help")]
    public async Task Help_is_a_result(string line)
    {
        var typed = await Typed.Run(line.Split(' '));

        Assert.Equal((ExitCode.Good, ""), (typed.ExitCode, typed.Error));
        Assert.All(["--cwd", "--stack", "--config", "--config-path", "--json", "--diff", "--kubernetes"], option =>
            Assert.Contains(option, typed.Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("destroy", "Unrecognized command or argument 'destroy'.")]
    [InlineData("preview --yes", "Unrecognized command or argument '--yes'.")]
    [InlineData("-s", "Required argument missing for option: '-s'.")]
    public async Task What_it_does_not_know_is_named(string line, string problem)
    {
        var typed = await Typed.Bad(line.Split(' '));

        Assert.Equal([problem, "See --help."], typed.ErrorLines);
    }

    [Fact]
    public async Task An_empty_folder_name_is_refused() => await Typed.Bad("-C", "");

    [Fact]
    public Task A_result_that_cannot_be_written_is_told() => AssertIsToldAsync(new IOException("No space left on device"));

    [Fact]
    public Task A_result_that_may_not_be_written_is_told() => AssertIsToldAsync(new UnauthorizedAccessException("Access to the path is denied."));

    private static async Task AssertIsToldAsync(Exception refusal)
    {
        var error = new StringWriter();

        Assert.Equal(ExitCode.CannotEvaluate, await CommandLine.RunAsync(["--json", "-C", CommittedStacks.Folder], new RefusingDisk(refusal), error));
        Assert.EndsWith($"The result cannot be written: {refusal.Message}{Environment.NewLine}", error.ToString(), StringComparison.Ordinal);
    }

    private sealed class RefusingDisk(Exception refusal) : StringWriter
    {
        public override void Write(char value) => throw refusal;

        public override void Write(char[] buffer, int index, int count) => throw refusal;

        public override void Write(string? value) => throw refusal;
    }
}
