using MlTa.Recovery.Findings;
using MlTa.Recovery.Moves;
using MlTa.Recovery.Proofs;
using MlTa.Settings;
using MlTa.Tests.Recovery.Moves;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Recovery.Proofs;

/// <summary>The lost region never returns, and another one becomes the standby.</summary>
public sealed class WayOnwardTests
{
    [Fact]
    public async Task The_committed_stacks_settle_elsewhere_by_stack_files_alone()
    {
        var onward = await WayBack.OnwardAsync(CommittedMoves.Committed, ChangedGraphs.Sound);

        Assert.Empty(onward!.Problems);
        Assert.Equal(
            [("secondary", Role.Active, Tier.Serving), ("backup", Role.Archive, Tier.Archive), ("us-east-2", Role.Standby, Tier.Serving)],
            onward.Plan.Planned.Move.End.Stacks.Select(stack => (stack.Stack, stack.Role, stack.Tier)));
    }

    /// <summary>A replica, copies, alarms and records as before: no rule has anything to say.</summary>
    [Fact]
    public async Task What_they_declare_then_has_no_gap()
    {
        var onward = await WayBack.OnwardAsync(CommittedMoves.Committed, ChangedGraphs.Sound);
        var end = onward!.Plan.Planned.Move.End.Stacks;

        Assert.Empty(DeclarationRules.Check(end, await ChangedGraphs.Sound.OfAsync(end)).Select(finding => $"{finding.Rule} {finding.Stack} {finding.Subject}: {finding.Problem}"));
    }

    [Fact]
    public async Task It_needs_a_region_that_somebody_chose() => Assert.Null(await WayBack.OnwardAsync(
        CommittedMoves.Committed.With(CommittedStacks.Secondary.WithFailover(failover => failover with { Rehome = null })), ChangedGraphs.Sound));

    /// <summary>The records are in its state: what was chosen is for the other region's loss.</summary>
    [Fact]
    public async Task It_is_not_for_the_region_that_keeps_the_records()
    {
        var swapped = FailOver.Sudden(CommittedMoves.Committed, "secondary").Then(next => Protect.By(next, "primary")).End;

        Assert.Equal(("secondary", "primary"), (swapped.Active!.Stack, swapped.Standby!.Stack));
        Assert.Null(await WayBack.OnwardAsync(swapped, ChangedGraphs.Sound));
    }

    [Fact]
    public async Task A_region_that_has_a_stack_is_no_place() => Assert.Contains(
        "Pulumi.backup.yaml: ml-ta:region: every stack has a region of its own, got eu-west-1 as in Pulumi.eu-west-1.yaml",
        await ProblemsAsync(rehome => rehome with { Region = "eu-west-1", Zones = ["eu-west-1a", "eu-west-1b"] }));

    [Fact]
    public async Task Addresses_that_another_stack_has_are_no_place() => Assert.Contains(
        "Pulumi.backup.yaml: ml-ta:network.cidrBlock: must not overlap 10.30.128.0/20 of Pulumi.us-east-2.yaml, got 10.30.0.0/16",
        await ProblemsAsync(rehome => rehome with { CidrBlock = "10.30.128.0/20" }));

    [Fact]
    public async Task Zones_of_another_region_are_no_place() => Assert.Contains(
        "Pulumi.us-east-2.yaml: ml-ta:network.zones: expected zones of us-east-2 such as us-east-2a, got 'us-west-2a'",
        await ProblemsAsync(rehome => rehome with { Zones = ["us-east-2a", "us-west-2a"] }));

    [Fact]
    public async Task The_lost_region_itself_is_no_place() => Assert.Contains(
        "'In us-west-2: build a standby of secondary in us-west-2' needs STS, which the provider signs in with in us-west-2, which is lost",
        await ProblemsAsync(rehome => rehome with { Region = "us-west-2", Zones = ["us-west-2a", "us-west-2b"] }));

    [Fact]
    public async Task A_store_that_goes_is_a_problem()
    {
        var graphs = ChangedGraphs.With(
            settings => settings.Stack == "backup" && settings.Peers.Any(peer => peer.Region == "us-east-2"),
            resources => resources.Where(resource => resource is not { Type: "aws:backup/vault:Vault" }));

        Assert.Contains(
            (await WayBack.OnwardAsync(CommittedMoves.Committed, graphs))!.Problems,
            problem => problem.EndsWith("holds recovery points, and would be deleted", StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<string>> ProblemsAsync(Func<RehomeSettings, RehomeSettings> change) =>
        (await WayBack.OnwardAsync(CommittedMoves.Committed.With(CommittedStacks.Secondary.WithFailover(failover => failover with { Rehome = change(failover.Rehome!) })), ChangedGraphs.Sound))!.Problems;
}
