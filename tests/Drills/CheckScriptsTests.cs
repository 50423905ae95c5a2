using System.Text;
using MlTa.Components.Validation;
using Xunit;

namespace MlTa.Tests.Drills;

/// <summary>The files of the checks, as they go into a ConfigMap.</summary>
public sealed class CheckScriptsTests
{
    /// <summary>Kubernetes' limit for all of a ConfigMap's data is 1 MiB ("ConfigMaps"); theirs is far below.</summary>
    private const int MaximumBytes = 64 * 1024;

    [Fact]
    public void Every_file_of_the_folder_is_carried_as_it_is() => Assert.Equal(
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "infra", "Drills", "Checks"))
            .OrderBy(path => Path.GetFileName(path), StringComparer.Ordinal)
            .Select(path => KeyValuePair.Create(Path.GetFileName(path), File.ReadAllText(path))),
        CheckScripts.Texts);

    /// <summary>A shell takes a carriage return for a part of the command.</summary>
    [Fact]
    public void Lines_end_as_a_shell_wants_them() => Assert.All(CheckScripts.Texts, file =>
    {
        Assert.DoesNotContain('\r', file.Value);
        Assert.EndsWith("\n", file.Value, StringComparison.Ordinal);
    });

    [Fact]
    public void They_fit_into_a_config_map() =>
        Assert.InRange(CheckScripts.Texts.Sum(file => Encoding.UTF8.GetByteCount(file.Value)), 1, MaximumBytes);

    [Theory]
    [InlineData("database.sh")]
    [InlineData("cache.sh")]
    [InlineData("models.sh")]
    [InlineData("api.sh")]
    public void A_check_is_a_shell_script(string name) => Assert.StartsWith("#!/bin/sh\n", CheckScripts.Texts[name], StringComparison.Ordinal);
}
