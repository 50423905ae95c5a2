using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Commands;

/// <summary>What assess says of the drill.</summary>
public sealed class AssessDrillTests
{
    /// <summary>An error of its own, about which nobody has to think during a failover.</summary>
    [Fact]
    public async Task A_drill_that_does_not_fit_is_a_warning_and_no_more()
    {
        using var files = new StackFiles().Replace("Pulumi.dr-test.yaml", "rehearses: secondary", "rehearses: backup");

        var assessed = await Typed.Run("assess", "-C", files.Folder, "--today", "2026-11-23");

        Assert.Equal(0, assessed.ExitCode);
        Assert.Contains("drill-usable", assessed.Output, StringComparison.Ordinal);
        Assert.Contains("which is in eu-west-1", assessed.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_failover_only_the_drill_complains_about_itself()
    {
        using var files = new StackFiles()
            .Replace("Pulumi.primary.yaml", "role: active", "role: fenced")
            .Replace("Pulumi.secondary.yaml", "role: standby", "role: active");

        var previewed = await Typed.Run("preview", "-C", files.Folder);
        var assessed = await Typed.Run("assess", "-C", files.Folder, "--today", "2026-11-23");

        Assert.Equal(0, previewed.ExitCode);
        Assert.Equal(1, assessed.ExitCode);
        Assert.Contains("drill-usable", assessed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_committed_drill_has_nothing_to_say() =>
        Assert.DoesNotContain("drill-", (await Typed.Good("assess", "--today", "2026-11-23")).Output, StringComparison.Ordinal);
}
