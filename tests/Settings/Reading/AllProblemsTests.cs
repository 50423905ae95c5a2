using MlTa.Settings;
using MlTa.Settings.Reading;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Settings.Reading;

/// <summary>One run is enough to mend a folder.</summary>
public sealed class AllProblemsTests
{
    [Fact]
    public void Everything_that_is_wrong_is_said_at_once()
    {
        var prefix = new string('p', 60);
        using var files = new StackFiles()
            .Replace("Pulumi.primary.yaml", "  ml-ta:role: active\n", $"  ml-ta:role: active\n  ml-ta:prefix: {prefix}\n")
            .Replace("Pulumi.primary.yaml", "    deleteAfterDays: 35", "    deleteAfterDays: 400")
            .Replace("Pulumi.primary.yaml", "{ stack: backup, region: eu-west-1,", "{ stack: backup, region: eu-wset-1,")
            .Replace("Pulumi.secondary.yaml", "role: standby", "role: active")
            .Replace("Pulumi.secondary.yaml", "10.20.0.0/16", "10.10.128.0/17")
            .Replace("Pulumi.backup.yaml", "keepOldVersionsDays: 90", "keepOldVersionDays: 90")
            .Replace("Pulumi.backup.yaml", "multiAz: true", "multiAz:")
            .Write("Pulumi.tertiary.yaml", "config:\n  role: \"active\n");

        Assert.Equal(
            $$"""
            14 problems, nothing was evaluated:
              - command line: --config: expected key=value, got 4 characters without =
              - Pulumi.fourth.yaml: there is no such file, known stacks are backup, dr-test, primary, secondary, tertiary
              - Pulumi.backup.yaml: ml-ta:database.multiAz: expected true or false, so give a value or remove the key, got null
              - Pulumi.backup.yaml: ml-ta:storage.keepOldVersionDays: unknown key, known are keepOldVersionsDays, deepArchiveAfterDays, objectLock
              - Pulumi.backup.yaml: ml-ta:storage.keepOldVersionsDays: missing, so give a whole number
              - Pulumi.primary.yaml: ml-ta:prefix: AWS limits the name of a cluster and its cache to 40 characters, so give at most 32, got 60, which makes it '{{prefix}}-primary'
              - Pulumi.primary.yaml: ml-ta:peers: expected commercial AWS regions, got 'eu-wset-1'
              - Pulumi.primary.yaml: ml-ta:backup.deleteAfterDays: the vault's lock takes 7 to 365 days and fails other jobs, got 400
              - Pulumi.tertiary.yaml: not YAML, line 2, column 9: While scanning a quoted scalar, found unexpected end of stream
              - Pulumi.primary.yaml, Pulumi.secondary.yaml: ml-ta:role: exactly one stack is active and holds the writer, got 2
              - Pulumi.primary.yaml: ml-ta:peers: Pulumi.backup.yaml is tier archive in eu-west-1, got tier archive in eu-wset-1
              - Pulumi.backup.yaml: ml-ta:prefix: all stacks share one prefix, which is '{{prefix}}' in Pulumi.primary.yaml, got 'ml-ta'
              - Pulumi.primary.yaml: ml-ta:prefix: all stacks share one prefix, which is 'ml-ta' in Pulumi.secondary.yaml, got '{{prefix}}'
              - Pulumi.primary.yaml: ml-ta:network.cidrBlock: must not overlap 10.10.128.0/17 of Pulumi.secondary.yaml, got 10.10.0.0/16
            """,
            Assert.Throws<InvalidSettingsException>(() => StackFolder.Read(files.Folder, "fourth", ["role"])).Message);
    }

    [Fact]
    public void One_problem_is_one() => Assert.Equal(
        $"1 problem, nothing was evaluated:{Environment.NewLine}  - Pulumi.yaml: there is no such file",
        Assert.Throws<InvalidSettingsException>(() => StackFolder.Read("/no/such/folder")).Message);
}
