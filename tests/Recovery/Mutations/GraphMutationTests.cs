using MlTa.Recovery.Findings;
using Xunit;

namespace MlTa.Tests.Recovery.Mutations;

/// <summary>Each gap is found by the rule that is there for it, and by no other.</summary>
public sealed class GraphMutationTests
{
    /// <summary>A failover leaves this open, until somebody builds the next standby.</summary>
    private static readonly string[] s_openAfterFailover = ["writer-has-replica"];

    private static readonly IReadOnlyList<GraphMutation> s_committed =
    [
        .. DatabaseMutations.All,
        .. BackupMutations.All,
        .. ObjectMutations.All,
        .. TrafficMutations.All,
        .. AlarmMutations.All,
        .. RegionMutations.All,
        .. ExperimentMutations.All,
    ];

    public static TheoryData<string> OfCommitted => new(s_committed.Select(mutation => mutation.Name));

    public static TheoryData<string> OfFailover => new(FailoverMutations.All.Select(mutation => mutation.Name));

    [Fact]
    public async Task The_committed_stacks_have_no_gap() => Assert.Empty(Found(await EvaluatedStacks.CommittedAsync()));

    [Fact]
    public async Task After_a_failover_only_the_next_standby_is_missing() =>
        Assert.Equal(s_openAfterFailover, Found(await EvaluatedStacks.AfterFailoverAsync()).Select(finding => finding.Rule));

    [Theory]
    [MemberData(nameof(OfCommitted))]
    public async Task A_gap_is_found(string name) => Check(await EvaluatedStacks.CommittedAsync(), s_committed, name, []);

    [Theory]
    [MemberData(nameof(OfFailover))]
    public async Task A_gap_after_a_failover_is_found(string name) =>
        Check(await EvaluatedStacks.AfterFailoverAsync(), FailoverMutations.All, name, s_openAfterFailover);

    [Fact]
    public void Every_rule_is_there_for_something_that_is_tried() => Assert.Equal(
        DeclarationRules.All.Select(rule => rule.Id).Order(StringComparer.Ordinal),
        s_committed.Concat(FailoverMutations.All).SelectMany(mutation => mutation.Rules).Distinct().Order(StringComparer.Ordinal));

    private static void Check(EvaluatedStacks stacks, IReadOnlyList<GraphMutation> mutations, string name, string[] open)
    {
        var mutation = mutations.Single(each => each.Name == name);
        var changed = new ChangedStacks(stacks.Graphs);
        mutation.Change(changed);

        var found = Found(stacks with { Graphs = changed.Graphs });

        Assert.True(
            mutation.Rules.Concat(open).Order(StringComparer.Ordinal).SequenceEqual(found.Select(finding => finding.Rule).Distinct().Order(StringComparer.Ordinal)),
            $"expected {string.Join(", ", mutation.Rules.Concat(open))}, found\n{string.Join('\n', found.Select(finding => $"{finding.Rule} {finding.Stack} {finding.Subject}: {finding.Problem}"))}");
    }

    private static IReadOnlyList<Finding> Found(EvaluatedStacks stacks) => DeclarationRules.Check(stacks.Settings, stacks.Graphs);
}
