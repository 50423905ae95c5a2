using MlTa.Settings;
using MlTa.Settings.Reading;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Settings.Reading;

/// <summary>Files that are missing, or that are no stack files at all.</summary>
public sealed class RefusedFileTests
{
    [Fact]
    public void A_folder_without_a_project_file_is_refused()
    {
        using var files = new StackFiles().Delete("Pulumi.yaml");

        Verdict.IsOf(files, "Pulumi.yaml: there is no such file");
    }

    [Fact]
    public void A_folder_that_is_not_there_is_refused() => Assert.Equal(
        "Pulumi.yaml: there is no such file",
        Assert.Single(Assert.Throws<InvalidSettingsException>(() => StackFolder.Read("/no/such/folder")).Problems).ToString());

    [Fact]
    public void A_folder_without_stack_files_is_refused_whatever_it_has_of_drills()
    {
        using var files = new StackFiles().Delete("Pulumi.primary.yaml").Delete("Pulumi.secondary.yaml").Delete("Pulumi.backup.yaml");

        Verdict.IsOf(files, $"{files.Folder}: expected stack files (Pulumi.*.yaml), got none");
    }

    [Fact]
    public void A_stack_file_that_others_name_is_missed()
    {
        using var files = new StackFiles().Delete("Pulumi.backup.yaml");

        Verdict.IsOf(
            files,
            "Pulumi.primary.yaml: ml-ta:peers: names the stack 'backup', but there is no file Pulumi.backup.yaml",
            "Pulumi.secondary.yaml: ml-ta:peers: names the stack 'backup', but there is no file Pulumi.backup.yaml");
    }

    [Theory]
    [InlineData("", "expected a map with the key config, got null")]
    [InlineData("# nothing\n", "expected a map with the key config, got null")]
    [InlineData("---\n", "expected a map with the key config, got null")]
    [InlineData("- config", "expected a map with the key config, got a list")]
    [InlineData("config", "expected a map with the key config, got 'config'")]
    [InlineData("config: []", "config: expected a map, got a list")]
    [InlineData("config: ml-ta", "config: expected a map, got 'ml-ta'")]
    [InlineData("config: {}\n---\nconfig: {}\n", "expected one YAML document, got 2")]
    [InlineData("config: {}\nconfig: {}\n", "each key once, got one again, line 2")]
    [InlineData("config: { a: 1, !!str a: 2 }", "each key once, got one again, line 1")]
    [InlineData("config: { [a]: 1 }", "a key has to be text, line 1")]
    [InlineData("config:\n  a: *a\n", "every value has to stand where it is used, so write it out, got an alias, line 2")]
    [InlineData("config: &a { a: *a }", "every value has to stand where it is used, so write it out, got an alias, line 1")]
    [InlineData("config:\n  account: 012345678901\n", "Pulumi takes digits after a 0 for another number, so put them in quotes, line 2")]
    [InlineData("config:\n  ml-ta:cache:\n    engineVersion: 8.0\n", "Pulumi takes it for a number and drops the last zero, so put it in quotes, line 3")]
    [InlineData("config:\n  ml-ta:workloads:\n    version: 1.10\n", "Pulumi takes it for a number and drops the last zero, so put it in quotes, line 3")]
    [InlineData("config:\n  ml-ta:workloads:\n    restartedAt: 2026-11-23T03:10:00Z\n", "Pulumi takes it for a time and spells it otherwise, so put it in quotes, line 3")]
    [InlineData("config:\n  ml-ta:waivers:\n    - expires: 2027-03-31\n", "Pulumi takes it for a time and spells it otherwise, so put it in quotes, line 3")]
    [InlineData("config:\n  ml-ta:cluster:\n    version: 1.\n", "Pulumi takes it for a number and drops the last zero, so put it in quotes, line 3")]
    public void A_text_that_is_no_stack_file_is_refused(string text, string problem)
    {
        using var files = new StackFiles().Write("Pulumi.secondary.yaml", text);

        Verdict.IsOf(files, $"Pulumi.secondary.yaml: {problem}");
    }

    [Theory]
    [InlineData("config:\n\ta: b", "line 1, column 1: While scanning a mapping, found invalid tab as indentation")]
    [InlineData("config:\n  a: \"b\nc", "line 2, column 6: While scanning a multi-line double-quoted scalar, found wrong indentation")]
    [InlineData("config:\n  a: b: c", "line 2, column 7: While scanning a plain scalar value, found invalid mapping")]
    [InlineData("config:\n  a: b\n c: d", "line 3, column 2: While parsing a block mapping, did not find expected key")]
    [InlineData("config: [", "line 2, column 1: While parsing a node, did not find expected node content")]
    [InlineData("config: '\0'", "line 1, column 9: While scanning a quoted scalar, found unexpected end of stream")]
    [InlineData("%YAML 99999999999999.1\n---\nconfig: {}", "line 1, column 1: While scanning a %YAML directive, found extremely long version number")]
    public void A_text_that_is_not_yaml_is_refused_with_its_line(string text, string problem)
    {
        using var files = new StackFiles().Write("Pulumi.secondary.yaml", text);

        Verdict.IsOf(files, $"Pulumi.secondary.yaml: not YAML, {problem}");
    }

    [Fact]
    public void A_character_that_does_not_exist_is_refused()
    {
        using var files = new StackFiles().Write("Pulumi.secondary.yaml", "config: \"\\UFFFFFFFF\"");

        Assert.StartsWith("Pulumi.secondary.yaml: not YAML: ", Assert.Single(Verdict.ProblemsOf(files)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(32, "config: expected a map, got a list")]
    [InlineData(33, "nested deeper than 32 levels, line 1")]
    [InlineData(200_000, "nested deeper than 32 levels, line 1")] // would overflow the stack
    public void A_text_that_is_nested_too_deep_is_refused(int depth, string problem)
    {
        // The map that they are in is the first level.
        using var files = new StackFiles().Write("Pulumi.secondary.yaml", $"config: {new string('[', depth - 1)}{new string(']', depth - 1)}");

        Verdict.IsOf(files, $"Pulumi.secondary.yaml: {problem}");
    }

    [Fact]
    public void What_a_person_would_take_for_a_stack_file_is_not_passed_over()
    {
        using var files = new StackFiles().Write("Pulumi.tertiary.yml", "config: {}\n");
        Directory.CreateDirectory(Path.Combine(files.Folder, "Pulumi.fourth.yaml"));

        Assert.Equal(
            ["Pulumi.tertiary.yml: files of this project end in .yaml, so rename it", "Pulumi.fourth.yaml: expected a file, got a folder"],
            Assert.Throws<InvalidSettingsException>(() => StackFolder.Read(files.Folder)).Problems.Select(problem => problem.ToString()));
    }

    [Theory]
    [InlineData(1048576, "Pulumi.secondary.yaml: expected a map with the key config, got null")]
    [InlineData(1048577, "Pulumi.secondary.yaml: expected at most 1048576 bytes, got more")]
    public void A_file_that_is_too_large_is_not_read(int bytes, string problem)
    {
        using var files = new StackFiles().Write("Pulumi.secondary.yaml", new('#', bytes));

        Verdict.IsOf(files, problem);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_refused()
    {
        using var files = new StackFiles().Delete("Pulumi.secondary.yaml");
        File.CreateSymbolicLink(Path.Combine(files.Folder, "Pulumi.secondary.yaml"), Path.Combine(files.Folder, "nowhere"));

        Assert.StartsWith("Pulumi.secondary.yaml: cannot be read: ", Assert.Single(Verdict.ProblemsOf(files)), StringComparison.Ordinal);
    }
}
