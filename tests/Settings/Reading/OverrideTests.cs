using MlTa.Settings;
using MlTa.Settings.Reading;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Settings.Reading;

/// <summary>Values that the command line gives for one run: <c>-c key=value</c>, with or without <c>--config-path</c>.</summary>
public sealed class OverrideTests
{
    [Fact]
    public void A_key_is_replaced_in_one_stack_only()
    {
        var stacks = StackFolder.Read(CommittedStacks.Folder, "secondary", ["peerExists=false"]);

        Assert.Equal([true, false, true], stacks.Select(settings => settings.PeerExists));
    }

    [Theory]
    [InlineData("ml-ta:stateBackend=s3://other?region=us-east-1&awssdk=v2")]
    [InlineData("stateBackend=s3://other?region=us-east-1&awssdk=v2")] // only the first = divides
    public void The_name_of_the_project_may_be_left_out(string text) =>
        Assert.Equal("s3://other?region=us-east-1&awssdk=v2", Overridden(false, text).StateBackend);

    [Fact]
    public void A_map_is_given_as_json()
    {
        var secondary = Overridden(false, """storage={"keepOldVersionsDays": 7}""");

        Assert.Equal(new StorageSettings { KeepOldVersionsDays = 7 }, secondary.Storage);
    }

    [Theory]
    [InlineData("database.multiAz=false")]
    [InlineData("ml-ta:database.multiAz=false")]
    [InlineData("database[\"multiAz\"]=false")]
    public void A_path_leads_into_a_map(string text)
    {
        var secondary = Overridden(true, text);

        Assert.Equal(CommittedStacks.Secondary.Database with { MultiAz = false }, secondary.Database);
    }

    [Fact]
    public void A_path_leads_into_a_list() => Assert.Equal(
        ["us-east-1a", "us-east-1f", "us-east-1c"], Overridden(true, "ml-ta:network.zones[1]=us-east-1f").Network.Zones);

    [Fact]
    public void A_path_leads_into_what_is_not_there_yet() => Assert.Equal(
        new ObjectLockSettings { Mode = LockMode.Governance, RetentionDays = 7 },
        StackFolder.Read(
            CommittedStacks.Folder, "backup", ["storage.objectLock.mode=governance", "storage.objectLock.retentionDays=7"], overridePaths: true)[2].Storage.ObjectLock);

    [Fact]
    public void The_number_after_the_last_item_adds_one() => Assert.Equal(
        ["us-east-1a", "us-east-1b", "us-east-1c", "us-east-1d"], Overridden(true, "network.zones[3]=us-east-1d").Network.Zones);

    [Fact]
    public void Several_paths_build_an_item_of_an_empty_list() => Assert.Equal(
        [new WaiverSettings { Rule = "some-rule", Reason = "known and accepted", Expires = "2027-03-31" }],
        Overridden(true, "waivers[0].rule=some-rule", "waivers[0].reason=known and accepted", "waivers[0].expires=2027-03-31").Waivers);

    /// <summary>Nobody has given the primary failover records, so nothing of the list is there, nor of what it is in.</summary>
    [Fact]
    public void A_list_that_is_not_there_begins_with_its_first_item() => Assert.Equal(
        "--config for Pulumi.primary.yaml: ml-ta:failover.rehome.zones: expected 2 to 8 zones, got 1",
        Assert.Single(ProblemsAt("failover.rehome.zones", "primary", "failover.rehome.zones[0]=us-east-2a")));

    [Fact]
    public void Of_two_values_the_later_one_counts() => Assert.Equal(30, Overridden(true, "storage.keepOldVersionsDays=7", "storage.keepOldVersionsDays=30").Storage.KeepOldVersionsDays);

    [Theory]
    [InlineData("region.name=x", "ml-ta:region.name: expected a map or a list to take name from, got 'us-east-1'")]
    [InlineData("network.zones[4]=x", "ml-ta:network.zones[4]: the list has 3 items, so give 0 to 3, which adds one, got [4]")]
    [InlineData("network.zones[-1]=x", "ml-ta:network.zones[-1]: the list has 3 items, so give 0 to 3, which adds one, got [-1]")]
    [InlineData("network.zones.first=x", "ml-ta:network.zones.first: the list has 3 items, so give 0 to 3, which adds one, got [first]")]
    [InlineData("network.zones[99999999999]=x", "ml-ta:network.zones[99999999999]: the list has 3 items, so give 0 to 3, which adds one, got [99999999999]")]
    [InlineData("failover.rehome.zones[4]=x", "ml-ta:failover.rehome.zones[4]: the list has 3 items, so give 0 to 3, which adds one, got [4]")]
    [InlineData("waivers[1].rule=x", "ml-ta:waivers[1].rule: the list has 0 items, so give 0 to 0, which adds one, got [1]")]
    [InlineData("database.absent[1]=x", "ml-ta:database.absent[1]: the list has 0 items, so give 0 to 0, which adds one, got [1]")]
    [InlineData("storage.years=7", "ml-ta:storage.years: unknown key, known are keepOldVersionsDays, deepArchiveAfterDays, objectLock")]
    [InlineData("storage.keepOldVersionsDays=many", "ml-ta:storage.keepOldVersionsDays: expected a whole number, got 'many'")]
    public void A_path_that_leads_nowhere_is_refused(string text, string problem) => Verdict.IsOfOverride(true, [text], $"--config for Pulumi.secondary.yaml: {problem}");

    [Fact]
    public void Without_config_path_a_path_is_an_unknown_key() => Assert.StartsWith(
        "--config for Pulumi.secondary.yaml: ml-ta:storage.keepOldVersionsDays: unknown key, known are role, ",
        Assert.Single(Assert.Throws<InvalidSettingsException>(() => Overridden(false, "storage.keepOldVersionsDays=7")).Problems).ToString(),
        StringComparison.Ordinal);

    [Theory]
    [InlineData(false, "role", "4 characters without =")]
    [InlineData(false, "databasePassword:hunter2", "24 characters without =")] // it may be a secret
    [InlineData(false, "=active", "7 characters without a key")]
    [InlineData(false, "", "0 characters without =")]
    [InlineData(true, ".=active", "8 characters without a key")]
    [InlineData(true, "[]=active", "9 characters without a key")]
    public void What_is_not_key_and_value_is_refused(bool isPath, string text, string received) =>
        Verdict.IsOfOverride(isPath, [text], $"command line: --config: expected key=value, got {received}");

    [Fact]
    public void Rules_hold_for_overrides_too() => Verdict.IsOfOverride(
        false, ["prefix=Other"],
        "--config for Pulumi.secondary.yaml: ml-ta:prefix: expected small letters, digits and single hyphens, beginning with a letter, got 'Other'",
        "Pulumi.backup.yaml: ml-ta:prefix: all stacks share one prefix, which is 'Other' in Pulumi.secondary.yaml, got 'ml-ta'",
        "Pulumi.primary.yaml: ml-ta:prefix: all stacks share one prefix, which is 'Other' in Pulumi.secondary.yaml, got 'ml-ta'");

    [Fact]
    public void Half_a_character_is_refused() => Assert.Contains(
        "not JSON", Assert.Throws<InvalidSettingsException>(() => Overridden(false, "storage={\"\ud800\": 1}")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_stack_without_a_file_is_refused() => Assert.Equal(
        "Pulumi.tertiary.yaml: there is no such file, known stacks are backup, dr-test, primary, secondary",
        Assert.Single(Assert.Throws<InvalidSettingsException>(() => StackFolder.Read(CommittedStacks.Folder, "tertiary", ["role=active"])).Problems).ToString());

    private static IEnumerable<string> ProblemsAt(string key, string stack, params string[] overrides) =>
        Assert.Throws<InvalidSettingsException>(() => StackFolder.Read(CommittedStacks.Folder, stack, overrides, overridePaths: true))
            .Problems.Where(problem => problem.Path == $"ml-ta:{key}").Select(problem => problem.ToString());

    private static StackSettings Overridden(bool arePaths, params string[] overrides) =>
        StackFolder.Read(CommittedStacks.Folder, "secondary", overrides, arePaths)[1];
}
