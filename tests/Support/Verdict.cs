using MlTa.Settings;
using MlTa.Settings.Reading;
using MlTa.Settings.Rules;
using Xunit;

namespace MlTa.Tests.Support;

/// <summary>What the reader and the rules say, compared in full.</summary>
internal static class Verdict
{
    /// <summary>The rules of one stack find this problem and no other; null for none.</summary>
    public static void Is(string? problem, StackSettings settings, string? secretsProvider = null) => Assert.Equal(
        problem is null ? [] : [problem],
        StackRules.Check(settings, secretsProvider, "file", "").Select(found => found.ToString()["file: ".Length..]));

    /// <summary>The rules across stacks find these problems and no others.</summary>
    public static void IsAcross(IReadOnlyList<StackSettings> stacks, params string[] problems) => Assert.Equal(
        problems,
        new TopologyRules(stacks, [.. stacks.Select(stack => stack.Stack)], StackFile.NameOf, "ml-ta:").Check().Select(found => found.ToString()));

    /// <summary>Reading the folder finds these problems and no others.</summary>
    public static void IsOf(StackFiles files, params string[] problems) => Assert.Equal(problems, ProblemsOf(files));

    public static IReadOnlyList<string> ProblemsOf(StackFiles files) =>
        [.. Assert.Throws<InvalidSettingsException>(() => StackFolder.Read(files.Folder)).Problems.Select(problem => problem.ToString())];

    /// <summary>Reading the folder with overrides for the secondary stack finds these problems and no others.</summary>
    public static void IsOfOverride(bool arePaths, string[] overrides, params string[] problems) => Assert.Equal(
        problems,
        Assert.Throws<InvalidSettingsException>(() => StackFolder.Read(CommittedStacks.Folder, "secondary", overrides, arePaths))
            .Problems.Select(problem => problem.ToString()));
}
