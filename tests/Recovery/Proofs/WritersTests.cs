using MlTa.Recovery;
using MlTa.Recovery.Moves;
using MlTa.Settings;
using MlTa.Tests.Recovery.Moves;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Recovery.Proofs;

public sealed class WritersTests
{
    private static readonly Move s_content = CommittedMoves.All[CommittedMoves.Content];

    public static TheoryData<string, bool> Roles => new()
    {
        { "active", true },
        { "standby", false },
        { "fenced", false },
        { "archive", false },
        { "paused", false },
        { "restored while paused", false },
        { "restored and resumed", true },
        { "promoted", true },
        { "reopened", true },
        { "cold restored", true },
        { "standby without a writer", false },
    };

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Only_what_is_open_and_used_writes(string state, bool writes) =>
        Assert.Equal(writes, Writers.In(await ChangedGraphs.Sound.OfAsync(Of(state))));

    [Theory]
    [InlineData("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule")]
    [InlineData("kubernetes:apps/v1:Deployment")]
    [InlineData("aws:rds/instance:Instance")]
    public async Task Without_a_database_a_way_to_it_or_pods_nobody_writes(string type)
    {
        var active = await ChangedGraphs.Sound.OfAsync(CommittedStacks.Primary);

        Assert.False(Writers.In(active with { Resources = [.. active.Resources.Where(resource => resource.Type != type)] }));
    }

    /// <summary>A kept database is closed, and one that is not would be written beside the current one.</summary>
    [Fact]
    public async Task A_database_that_follows_nobody_and_is_open_can_be_written_whatever_its_number()
    {
        var restored = s_content.End["primary"];
        var graph = await ChangedGraphs.Sound.OfAsync(restored);
        var withoutCurrent = graph with { Resources = [.. graph.Resources.Where(resource => resource.Name != "database-g3")] };
        var group = graph.Resources.Single(resource => resource.Name == "database-g3").Inputs["vpcSecurityGroupIds"]!;

        Assert.False(Writers.In(withoutCurrent));
        Assert.True(Writers.In(withoutCurrent with
        {
            Resources = [.. withoutCurrent.Resources.Select(resource => resource.Name == "database-g0" ? resource.With("vpcSecurityGroupIds", group.DeepClone()) : resource)],
        }));
    }

    private static StackSettings Of(string state) => state switch
    {
        "active" => CommittedStacks.Primary,
        "standby" => CommittedStacks.Secondary,
        "fenced" => CommittedMoves.AfterFailover["primary"],
        "archive" => CommittedStacks.Backup,
        "paused" => s_content.Phases[0].After,
        "restored while paused" => s_content.Phases[1].After,
        "restored and resumed" => s_content.Phases[2].After,
        "promoted" => CommittedMoves.AfterFailover["secondary"],
        "reopened" => CommittedMoves.All[CommittedMoves.Reopened].End["primary"],
        "cold restored" => CommittedStacks.Backup.ColdRestored(),
        "standby without a writer" => CommittedStacks.Secondary with { PeerExists = false },
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "no state"),
    };
}
