using MlTa.Settings;
using MlTa.Settings.Drills;
using MlTa.Settings.Reading;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Settings.Drills;

/// <summary>One file for all drills, and what it does to the rest of the folder: nothing.</summary>
public sealed class DrillFileTests
{
    private const string File = "Pulumi.dr-test.yaml";

    [Fact]
    public void A_drill_is_no_stack_that_stands()
    {
        var read = StackFolder.Read(CommittedStacks.Folder, new StackRequest(null, null, [], false));

        Assert.Equal(["primary", "secondary", "backup"], read.Standing.Select(stack => stack.Stack));
        Assert.Equal(["dr-test"], read.Drills.Select(drill => drill.Stack));
        Assert.Empty(read.DrillProblems);
    }

    [Fact]
    public void Any_drill_reads_the_committed_file()
    {
        var drill = ReadAs("dr-test-7");

        Assert.Equal((Role.Drill, "secondary", "ml-ta-dr-test-7"), (drill.Role, drill.Rehearses, drill.Names.Drill));
    }

    [Fact]
    public void A_run_overrides_what_is_different_in_it() =>
        Assert.Equal(60, ReadAs("dr-test-7", "drill.maximumDataLossMinutes=60").Drill.MaximumDataLossMinutes);

    [Fact]
    public void A_drill_without_a_file_of_its_own_is_told_of_the_one_that_all_share() => Assert.Equal(
        "Pulumi.dr-test-7.yaml: there is no such file, and drills share one, so add --config-file Pulumi.dr-test.yaml",
        Assert.Single(Problems(() => StackFolder.Read(CommittedStacks.Folder, new StackRequest("dr-test-7", null, [], false)))));

    [Fact]
    public void A_key_of_a_stack_that_stands_is_none_of_a_drill()
    {
        using var files = new StackFiles().Append(File, "  ml-ta:failover: { primaryStack: primary }\n");

        Assert.StartsWith("Pulumi.dr-test.yaml: ml-ta:failover: unknown key, known are role, tier, region,", Assert.Single(DrillProblems(files)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_a_drill_needs_is_missed_whatever_Pulumi_is_given_for_other_stacks()
    {
        using var files = new StackFiles().Replace(File, "  ml-ta:rehearses: secondary\n", "");

        Assert.Equal(["Pulumi.dr-test.yaml: ml-ta:rehearses: missing, so give text"], DrillProblems(files));
    }

    [Fact]
    public void A_secret_is_encrypted_in_a_drill_too()
    {
        using var files = new StackFiles().Append(File, "  ml-ta:databasePassword: hunter2\n");

        Assert.Equal(
            ["Pulumi.dr-test.yaml: ml-ta:databasePassword: has to be encrypted, so set it with: pulumi config set --secret ml-ta:databasePassword --stack dr-test; got [secret]"],
            DrillProblems(files));
    }

    /// <summary>Otherwise nobody could look at the failover that has just been made: the copies in the region that serves are no longer the ones to rehearse.</summary>
    [Fact]
    public void What_is_wrong_with_a_drill_stops_nobody_else()
    {
        using var files = new StackFiles().Write(File, "config: [");

        var read = StackFolder.Read(files.Folder, new StackRequest("primary", null, [], false));

        Assert.Equal(3, read.Standing.Count);
        Assert.StartsWith("Pulumi.dr-test.yaml: not YAML", Assert.Single(read.DrillProblems).ToString(), StringComparison.Ordinal);
    }

    /// <summary>The committed file is an example then: what a run restores, and where, its own copy says.</summary>
    [Fact]
    public void What_is_wrong_with_the_committed_drill_does_not_stop_a_run_of_its_own()
    {
        using var files = new StackFiles();
        var copy = Path.Combine(Directory.CreateDirectory(Path.Combine(files.Folder, "results")).FullName, "Pulumi.dr-test-7.yaml");
        System.IO.File.Copy(CommittedDrill.File, copy);
        files.Replace(File, "rehearses: secondary", "rehearses: primary");

        var read = StackFolder.Read(files.Folder, new StackRequest("dr-test-7", copy, [], false));

        Assert.Contains(read.Drills, drill => drill.Stack == "dr-test-7");
        Assert.Single(read.DrillProblems);
    }

    [Fact]
    public void It_stops_who_asks_for_the_drill()
    {
        using var files = new StackFiles().Replace(File, "rehearses: secondary", "rehearses: primary");

        Assert.Equal(
            ["Pulumi.dr-test.yaml: ml-ta:rehearses: the copies are restored where they are, so give the stack that is in us-east-1, got 'primary', which is in us-west-2"],
            DrillProblems(files));
    }

    private static DrillSettings ReadAs(string stack, params string[] overrides) =>
        StackFolder.Read(CommittedStacks.Folder, new StackRequest(stack, CommittedDrill.File, overrides, true)).Drills.Single(drill => drill.Stack == stack);

    private static IEnumerable<string> DrillProblems(StackFiles files) => Problems(() => StackFolder.Read(files.Folder, new StackRequest("dr-test", null, [], false)));

    private static IEnumerable<string> Problems(Func<object> read) => Assert.Throws<InvalidSettingsException>(read).Problems.Select(problem => problem.ToString());
}
