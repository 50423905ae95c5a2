using MlTa.Commands;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Commands;

/// <summary>What came of a command that somebody typed.</summary>
internal sealed record Typed(int ExitCode, string Output, string Error)
{
    public static async Task<Typed> Run(params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var exitCode = await CommandLine.RunAsync(args, output, error);
        return new(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>About the committed stacks.</summary>
    public static async Task<Typed> Good(params string[] args)
    {
        var typed = await Run([.. args, "-C", CommittedStacks.Folder]);
        Assert.True(typed.ExitCode == MlTa.Commands.ExitCode.Good, typed.Error);
        Assert.All(typed.ErrorLines, line => Assert.StartsWith("evaluating ", line, StringComparison.Ordinal));
        return typed;
    }

    /// <summary>Bad input: one sentence or more on standard error, nothing on standard output.</summary>
    public static async Task<Typed> Bad(params string[] args)
    {
        var typed = await Run(args);
        Assert.Equal(MlTa.Commands.ExitCode.CannotEvaluate, typed.ExitCode);
        Assert.Equal("", typed.Output);
        Assert.NotEmpty(typed.ErrorLines);
        Assert.DoesNotContain("   at ", typed.Error, StringComparison.Ordinal);
        return typed;
    }

    public IReadOnlyList<string> ErrorLines => Error.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
}
