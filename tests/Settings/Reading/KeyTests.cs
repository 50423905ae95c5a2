using MlTa.Settings.Reading;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Settings.Reading;

/// <summary>Keys that are unknown, missing or given twice, at every level of a file.</summary>
public sealed class KeyTests
{
    private const string TopKeys =
        "role, tier, region, prefix, account, stateBackend, peerExists, peers, network, database, databasePassword, storage, backup, "
        + "cluster, workloads, cache, cacheToken, dns, failover, objectives, escalation, contacts, chat, onCallPhone, deputyPhone, commanderPhone, pagerUrl, waivers";

    [Fact]
    public void The_name_of_the_project_may_be_left_out()
    {
        using var files = new StackFiles().Replace("Pulumi.primary.yaml", "ml-ta:", "");

        Assert.Equal("us-west-2", StackFolder.Read(files.Folder)[0].Region);
    }

    [Theory]
    [InlineData("role", "ml-ta:role: active", "ml-ta:role: active\n  role: active")]
    [InlineData("ml-ta:role", "ml-ta:role: active", "role: active\n  ml-ta:role: active")]
    public void A_key_is_given_once(string path, string text, string replacement)
    {
        using var files = new StackFiles().Replace("Pulumi.primary.yaml", text, replacement);

        Verdict.IsOf(files, $"Pulumi.primary.yaml: {path}: given twice, with and without the project's name, so remove one");
    }

    [Theory]
    [InlineData("  ml-ta:role:", "  ml-ta:rôle: x\n  ml-ta:role:", $"ml-ta:rôle: unknown key, known are {TopKeys}")]
    [InlineData("  ml-ta:role:", "  ml-ta:Role: x\n  ml-ta:role:", $"ml-ta:Role: unknown key, known are {TopKeys}")]
    [InlineData("  ml-ta:role:", "  stack: x\n  ml-ta:role:", $"ml-ta:stack: unknown key, known are {TopKeys}")] // the file's name says it
    [InlineData("  ml-ta:role:", "  project: x\n  ml-ta:role:", $"ml-ta:project: unknown key, known are {TopKeys}")]
    [InlineData("    cidrBlock:", "    cidr: x\n    cidrBlock:", "ml-ta:network.cidr: unknown key, known are cidrBlock, zones, natGateways")]
    [InlineData("{ stack: backup,", "{ name: x, stack: backup,", "ml-ta:peers[1].name: unknown key, known are stack, region, tier")]
    [InlineData("{ mode: governance,", "{ mode: governance, years: 7,", "ml-ta:backup.lock.years: unknown key, known are mode, minimumRetentionDays, maximumRetentionDays, changeableForDays")]
    [InlineData("{ mode: governance,", "{ <<: { years: 7 }, mode: governance,", "ml-ta:backup.lock.<<: unknown key, known are mode, minimumRetentionDays, maximumRetentionDays, changeableForDays")]
    public void An_unknown_key_is_refused(string text, string replacement, string problem)
    {
        using var files = new StackFiles().Replace("Pulumi.primary.yaml", text, replacement);

        Verdict.IsOf(files, $"Pulumi.primary.yaml: {problem}");
    }

    [Theory]
    [InlineData("  ml-ta:role: active\n", "ml-ta:role: missing, so give one of active, standby, fenced, archive, drill")]
    [InlineData("  ml-ta:tier: serving\n", "ml-ta:tier: missing, so give one of serving, archive, drill")]
    [InlineData("  ml-ta:region: us-west-2\n", "ml-ta:region: missing, so give text")]
    [InlineData("  ml-ta:storage:\n    keepOldVersionsDays: 90\n", "ml-ta:storage: missing, so give a map")]
    [InlineData("    zones: [us-west-2a, us-west-2b, us-west-2c]\n", "ml-ta:network.zones: missing, so give a list")]
    [InlineData("    multiAz: true\n", "ml-ta:database.multiAz: missing, so give true or false")]
    [InlineData("    deleteAfterDays: 35\n", "ml-ta:backup.deleteAfterDays: missing, so give a whole number")]
    [InlineData(", tier: archive", "ml-ta:peers[1].tier: missing, so give one of serving, archive, drill")]
    [InlineData("mode: governance, ", "ml-ta:backup.lock.mode: missing, so give one of governance, compliance")]
    public void A_missing_key_is_missed(string text, string problem)
    {
        using var files = new StackFiles().Replace("Pulumi.primary.yaml", text, "");

        Verdict.IsOf(files, $"Pulumi.primary.yaml: {problem}");
    }

    [Theory]
    [InlineData("aws:region: us-west-2", "aws:region")]
    [InlineData("pulumi:template: x", "pulumi:template")]
    public void The_key_of_another_namespace_is_refused(string text, string key)
    {
        using var files = new StackFiles().Append("Pulumi.primary.yaml", $"  {text}\n");

        Verdict.IsOf(
            files,
            $"Pulumi.primary.yaml: {key}: belongs to no provider of this program, which configures its own; known are ml-ta:KEY and pulumi:disable-default-providers");
    }

    [Fact]
    public void A_stack_may_disable_default_providers_itself()
    {
        using var files = new StackFiles().Append("Pulumi.primary.yaml", "  pulumi:disable-default-providers: [\"*\"]\n");

        Assert.Equal(3, StackFolder.Read(files.Folder).Count);
    }

    [Fact]
    public void An_unknown_section_is_refused()
    {
        using var files = new StackFiles().Append("Pulumi.primary.yaml", "configuration: {}\n");

        Verdict.IsOf(
            files,
            "Pulumi.primary.yaml: configuration: unknown section, known are config, secretsprovider, encryptedkey, encryptionsalt, environment");
    }

    [Fact]
    public void The_sections_of_pulumi_itself_are_known()
    {
        using var files = new StackFiles().Append("Pulumi.primary.yaml", "encryptedkey: x\nencryptionsalt: y\nenvironment: [z]\n");

        Assert.Equal(3, StackFolder.Read(files.Folder).Count);
    }
}
