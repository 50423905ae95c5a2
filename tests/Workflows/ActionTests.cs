using System.Text.RegularExpressions;
using MlTa.Tests.Drills;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace MlTa.Tests.Workflows;

/// <summary>The repository's own actions: the linter reads only workflows.</summary>
public sealed partial class ActionTests
{
    public static TheoryData<string> Actions { get; } =
        new(Directory.EnumerateFiles(Path.Combine(Repository.Root, ".github", "actions"), "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Repository.Root, file)));

    [Theory]
    [MemberData(nameof(Actions))]
    public void An_action_is_a_file_of_its_folder_with_steps_that_are_whole(string file)
    {
        var action = Yaml.Read(Path.Combine(Repository.Root, file));

        Assert.Equal("action.yml", Path.GetFileName(file));
        Assert.Equal(["name", "description", "inputs", "runs"], action.NamesAt());
        Assert.Equal("composite", action.TextAt("runs", "using"));
        Assert.All(action.NamesAt("inputs"), input => Assert.NotEmpty(action.TextAt("inputs", input, "description")!));
        // Of a composite action each script names its shell, as there is no default ("Metadata syntax for GitHub Actions", GitHub docs).
        Assert.All(StepsOf(action), step => Assert.True(
            step.TextAt("uses") is not null ? step.At("run") is null : step.TextAt("run") is not null && step.TextAt("shell") == "bash", step.ToString()));
    }

    [Theory]
    [MemberData(nameof(Actions))]
    public void What_an_action_reads_is_there(string file)
    {
        var action = Yaml.Read(Path.Combine(Repository.Root, file));
        var outputs = StepsOf(action).Where(step => step.TextAt("id") is not null)
            .SelectMany(step => Written().Matches(step.TextAt("run") ?? "").Select(output => $"steps.{step.TextAt("id")}.outputs.{output.Groups["name"].Value}"));
        var known = action.NamesAt("inputs").Select(input => $"inputs.{input}").Concat(outputs).ToHashSet();

        var read = Expression().Matches(File.ReadAllText(Path.Combine(Repository.Root, file))).Select(expression => expression.Groups["what"].Value).ToHashSet();

        Assert.Equal(known.Order(StringComparer.Ordinal), read.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Actions))]
    public void Whoever_calls_an_action_gives_what_it_needs_and_nothing_else(string file)
    {
        var action = Yaml.Read(Path.Combine(Repository.Root, file));
        var needed = action.NamesAt("inputs").Where(input => action.TextAt("inputs", input, "required") == "true").ToList();
        var calls = Workflow.AllJobs.SelectMany(job => job.Steps).Where(step => step.TextAt("uses") == $"./{Path.GetDirectoryName(file)}").ToList();

        Assert.NotEmpty(calls);
        Assert.All(calls, call => Assert.Empty(call.NamesAt("with").Except(action.NamesAt("inputs"))));
        Assert.All(calls, call => Assert.Empty(needed.Except(call.NamesAt("with"))));
    }

    private static YamlSequenceNode StepsOf(YamlMappingNode action) => (YamlSequenceNode)action.At("runs", "steps")!;

    [GeneratedRegex(@"echo ""(?<name>[a-z-]+)=")]
    private static partial Regex Written();

    [GeneratedRegex(@"\$\{\{ *(?<what>[^ }]+) *\}\}")]
    private static partial Regex Expression();
}
