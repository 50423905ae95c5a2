using MlTa.Settings;
using MlTa.Settings.Drills;
using MlTa.Settings.Rules.Drills;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Settings.Drills;

/// <summary>What a drill and the stacks that stand disagree about.</summary>
public sealed class DrillPairRulesTests
{
    private static readonly DrillSettings s_drill = CommittedDrill.Settings;

    [Theory]
    [InlineData("secondary", null)]
    [InlineData("tertiary", "expected a stack that stands, that is primary or secondary or backup, got 'tertiary'")]
    [InlineData("backup", "the copies are restored where they are, so give the stack that is in us-east-1, got 'backup', which is in eu-west-1")]
    public void It_rehearses_the_stack_in_its_region(string stack, string? problem) =>
        Are(s_drill with { Rehearses = stack }, CommittedStacks.All, problem is null ? [] : [$"rehearses: {problem}"]);

    [Fact]
    public void It_is_like_what_it_rehearses() => Are(
        s_drill with
        {
            Database = new() { InstanceClass = "db.r6g.medium" },
            Cluster = s_drill.Cluster with { Version = "1.34", InstanceType = "m6i.xlarge" },
            Cache = new() { NodeType = "cache.t4g.small", EngineVersion = "7.2" },
        },
        CommittedStacks.All,
        "database.instanceClass: what a drill measures holds for what it rehearses only if both are alike, which has 'db.r6g.large' in Pulumi.secondary.yaml, got 'db.r6g.medium'",
        "cluster.version: what a drill measures holds for what it rehearses only if both are alike, which has '1.35' in Pulumi.secondary.yaml, got '1.34'",
        "cluster.instanceType: what a drill measures holds for what it rehearses only if both are alike, which has 'm6i.large' in Pulumi.secondary.yaml, got 'm6i.xlarge'",
        "cache.nodeType: what a drill measures holds for what it rehearses only if both are alike, which has 'cache.r7g.large' in Pulumi.secondary.yaml, got 'cache.t4g.small'",
        "cache.engineVersion: what a drill measures holds for what it rehearses only if both are alike, which has '8.0' in Pulumi.secondary.yaml, got '7.2'");

    [Fact]
    public void It_rehearses_the_archive_in_the_archives_region() => Are(CommittedDrill.InArchive, CommittedStacks.All);

    [Fact]
    public void It_does_not_rehearse_what_serves() => Are(
        s_drill,
        [CommittedStacks.Primary with { Role = Role.Fenced }, CommittedStacks.Secondary with { Role = Role.Active }, CommittedStacks.Backup],
        "rehearses: what is to be proved is a copy in another region than the one that serves, got 'secondary', which is active");

    [Fact]
    public void It_shares_account_and_prefix_with_each() => Are(
        s_drill with { Account = "444455556666", Prefix = "other" },
        [CommittedStacks.Secondary],
        "account: copies are restored in the account that has them, which is 111122223333 in Pulumi.secondary.yaml, got 444455556666",
        "prefix: all stacks share one prefix, which is 'ml-ta' in Pulumi.secondary.yaml, got 'other'");

    [Theory]
    [InlineData("10.41.0.0/16", null)]
    [InlineData("10.20.128.0/20", "10.20.0.0/16")]
    [InlineData("10.40.0.0/20", "10.40.0.0/16")] // of the region that would become the standby
    public void It_shares_no_address_with_any(string range, string? taken) => Are(
        s_drill with { Network = s_drill.Network with { CidrBlock = range } }, CommittedStacks.All,
        taken is null ? [] : [$"network.cidrBlock: must not overlap {taken} of Pulumi.secondary.yaml, got {range}"]);

    [Fact]
    public void Its_state_is_not_with_theirs() => Are(
        s_drill with { StateBackend = CommittedStacks.Backup.StateBackend }, CommittedStacks.All,
        "stateBackend: whoever ends drills deletes states, so drills have a bucket of their own, got that of Pulumi.backup.yaml, 's3://ml-ta-pulumi-backup?region=eu-west-1'");

    [Fact]
    public void It_runs_what_the_active_stack_runs() => Are(
        s_drill with { Workloads = s_drill.Workloads with { Version = "0.9.0" } }, CommittedStacks.All,
        "workloads.version: a drill runs what the active stack runs, which is '1.0.0' in Pulumi.primary.yaml, got '0.9.0'");

    [Fact]
    public void What_could_not_be_read_is_not_judged() =>
        Are(s_drill with { Rehearses = "", UnreadKeys = ["rehearses"] }, CommittedStacks.All);

    private static void Are(DrillSettings drill, IReadOnlyList<StackSettings> stacks, params string[] problems) => Assert.Equal(
        problems, new DrillPairRules(drill, stacks, "file", "").Check().Select(found => found.ToString()["file: ".Length..]));
}
