using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Commands;

/// <summary>The preview of a drill, as its README says.</summary>
public sealed class PreviewDrillTests
{
    [Fact]
    public async Task It_shows_what_is_restored_and_what_is_declared()
    {
        var output = (await Typed.Good("preview", "-s", "dr-test-7", "--config-file", CommittedDrill.File)).Output;

        Assert.Contains("dr-test-7   us-east-1   drill   65 ", output, StringComparison.Ordinal);
        Assert.Contains("as of 2026-11-01T05:10:00Z", output, StringComparison.Ordinal);
        Assert.Contains("1800 min before 2026-11-01T09:00:00Z", output, StringComparison.Ordinal);
        Assert.Contains("    Job                                  4", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Escalation", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_names_every_resource_after_the_run()
    {
        var output = (await Typed.Good("preview", "-s", "dr-test-7", "--config-file", CommittedDrill.File, "--json")).Output;

        Assert.Contains("urn:pulumi:dr-test-7::ml-ta::", output, StringComparison.Ordinal);
        Assert.Contains("\"identifier\": \"ml-ta-dr-test-7\"", output, StringComparison.Ordinal);
        Assert.DoesNotContain("ml-ta-production", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_stack_a_file_is_nobodys()
    {
        var bad = await Typed.Bad("preview", "-C", CommittedStacks.Folder, "--config-file", CommittedDrill.File);

        Assert.Contains("command line: --config-file: belongs to one stack, so say which with --stack, got none", bad.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_refused()
    {
        var bad = await Typed.Bad("preview", "-C", CommittedStacks.Folder, "-s", "dr-test-7", "--config-file", "/no/such/Pulumi.dr-test.yaml");

        Assert.Contains("Pulumi.dr-test.yaml: there is no such file", bad.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_stands_is_shown_without_the_drill() =>
        Assert.DoesNotContain("dr-test", (await Typed.Good("preview")).Output, StringComparison.Ordinal);
}
