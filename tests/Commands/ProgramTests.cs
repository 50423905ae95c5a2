using MlTa.Commands;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Commands;

/// <summary>The program as it is started: by a person, by a pipe, by the engine.</summary>
public sealed class ProgramTests
{
    [Fact]
    public async Task Without_arguments_it_previews_the_stacks_of_the_nearest_folder_upwards()
    {
        using var files = new StackFiles();
        var below = Directory.CreateDirectory(Path.Combine(files.Folder, "a", "b")).FullName;

        var run = await StartedProgram.Run(below);

        Assert.True(run.ExitCode == ExitCode.Good, run.Error);
        Assert.Equal((await Typed.Good()).Output, run.Output);
    }

    [Fact]
    public async Task Without_a_project_upwards_it_says_so()
    {
        var nowhere = Directory.CreateTempSubdirectory("ml-ta-nowhere-").FullName;
        var run = await StartedProgram.Run(nowhere);
        Directory.Delete(nowhere);

        Assert.Equal((ExitCode.CannotEvaluate, ""), (run.ExitCode, run.Output));
        Assert.Contains("or above it, so name the folder that has it", run.Error, StringComparison.Ordinal);
    }

    /// <summary>The provider's class reads the region from there where a declaration does not say it.</summary>
    [Fact]
    public async Task The_environment_changes_nothing()
    {
        var run = await StartedProgram.Run(
            CommittedStacks.Folder, ["--json"], ("AWS_REGION", "ap-south-1"), ("AWS_PROFILE", "other"), ("GITHUB_ACTIONS", "true"), ("LANG", "C"));

        Assert.Equal((await Typed.Good("--json")).Output, run.Output);
    }

    [Theory]
    [InlineData("--diff")]
    [InlineData("--json")]
    public async Task A_reader_that_stops_early_is_no_error(string option)
    {
        var run = await StartedProgram.Run(CommittedStacks.Folder, [option], readsOneLine: true);

        Assert.Equal(ExitCode.Good, run.ExitCode);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Started_by_the_engine_but_built_without_the_sdk_it_stops_with_a_sentence()
    {
        if (PulumiSdk.Choice != "standin")
        {
            // The real SDK would try to reach the engine at that address.
            return;
        }

        var run = await StartedProgram.Run(
            CommittedStacks.Folder,
            [],
            ("PULUMI_MONITOR", "127.0.0.1:1"),
            ("PULUMI_ENGINE", "127.0.0.1:1"),
            ("PULUMI_PROJECT", "ml-ta"),
            ("PULUMI_STACK", "primary"),
            ("PULUMI_DRY_RUN", "true"),
            ("PULUMI_QUERY_MODE", "false"),
            ("PULUMI_PARALLEL", "1"),
            ("PULUMI_CONFIG", "{}"));

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("Nothing was previewed or deployed: this program was built without the Pulumi SDK", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }
}
