using System.Text.RegularExpressions;
using MlTa.Settings;
using MlTa.Settings.Reading;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Settings.Reading;

/// <summary>A value that cannot be read hides no fault of another one, and makes no rule stumble.</summary>
public sealed partial class PartlyReadTests
{
    [Fact]
    public void A_misspelt_key_does_not_hide_what_rules_say_of_the_rest_of_the_file_and_of_other_files()
    {
        using var files = new StackFiles()
            .Replace("Pulumi.primary.yaml", "natGateways:", "natGatewys:")
            .Replace("Pulumi.primary.yaml", "replicaLogLimitGiB: 80", "replicaLogLimitGiB: 101")
            .Replace("Pulumi.secondary.yaml", "role: standby", "role: active")
            .Replace("Pulumi.secondary.yaml", "10.20.0.0/16", "10.10.128.0/17");

        var problems = Assert.Throws<InvalidSettingsException>(() => StackFolder.Read(files.Folder)).Problems;

        Assert.Equal(
            [
                ("Pulumi.primary.yaml", "ml-ta:network.natGatewys"),
                ("Pulumi.primary.yaml", "ml-ta:network.natGateways"),
                ("Pulumi.primary.yaml", "ml-ta:database.replicaLogLimitGiB"),
                ("Pulumi.primary.yaml, Pulumi.secondary.yaml", "ml-ta:role"),
                ("Pulumi.primary.yaml", "ml-ta:network.cidrBlock"),
            ],
            problems.Select(problem => (problem.File, problem.Path)));
    }

    [Fact]
    public void A_role_that_cannot_be_read_is_not_taken_for_one()
    {
        using var files = new StackFiles().Replace("Pulumi.secondary.yaml", "role: standby", "role: activ");

        var problem = Assert.Single(Assert.Throws<InvalidSettingsException>(() => StackFolder.Read(files.Folder)).Problems);

        Assert.Equal("Pulumi.secondary.yaml: ml-ta:role: expected one of active, standby, fenced, archive, drill, got 'activ'", problem.ToString());
    }

    /// <summary>Each line of each committed file is left out in turn, which removes single keys and whole maps.</summary>
    [Theory]
    [InlineData("Pulumi.yaml")]
    [InlineData("Pulumi.primary.yaml")]
    [InlineData("Pulumi.secondary.yaml")]
    [InlineData("Pulumi.backup.yaml")]
    public void Whatever_is_missing_is_reported_and_nothing_else_goes_wrong(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(CommittedStacks.Folder, file));
        for (var index = 0; index < lines.Length; index++)
        {
            using var files = new StackFiles().Write(file, string.Join('\n', lines.Where((_, other) => other != index)));

            var thrown = Record.Exception(() => StackFolder.Read(files.Folder));

            Assert.True(thrown is null or InvalidSettingsException { Problems.Count: > 0 }, $"without '{lines[index]}': {thrown}");
        }
    }

    /// <summary>Each key is misspelt in turn. A rule that asked for it all the same would say something untrue of another one.</summary>
    [Theory]
    [InlineData("Pulumi.primary.yaml")]
    [InlineData("Pulumi.secondary.yaml")]
    [InlineData("Pulumi.backup.yaml")]
    public void A_misspelt_key_is_all_that_is_said(string file)
    {
        var text = File.ReadAllText(Path.Combine(CommittedStacks.Folder, file));
        var keys = KeyPattern().Matches(text);
        Assert.True(keys.Count > 40, $"{keys.Count} keys");
        foreach (Match key in keys)
        {
            using var files = new StackFiles().Write(file, text.Insert(key.Index + key.Length - 1, "x"));

            Assert.All(Verdict.ProblemsOf(files), problem => Assert.Contains(key.Groups["name"].Value, problem.Split(": ")[1], StringComparison.Ordinal));
        }
    }

    [GeneratedRegex(@"(ml-ta:|  |\{ |, )(?<name>[a-zA-Z]+):(?= |$)", RegexOptions.Multiline)]
    private static partial Regex KeyPattern();
}
