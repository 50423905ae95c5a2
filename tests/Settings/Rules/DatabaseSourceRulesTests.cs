using MlTa.Settings;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Settings.Rules;

public sealed class DatabaseSourceRulesTests
{
    private static readonly StackSettings s_secondary = CommittedStacks.Secondary;

    [Fact]
    public void A_standby_says_whom_it_follows() => Verdict.Is(
        "database.source: a standby follows a writer, so give its region and generation, got nothing", WithSource(s_secondary, null));

    [Fact]
    public void A_writer_need_not_say_where_it_came_from() => Verdict.Is(null, WithSource(s_secondary with { Role = Role.Active }, null));

    [Fact]
    public void A_writer_may_say_where_it_came_from() => Verdict.Is(null, s_secondary with { Role = Role.Active });

    [Theory]
    [InlineData("us-west-2", true)]
    [InlineData("us-east-1", false)] // its own
    [InlineData("eu-west-1", true)] // after a cold restore the archive's is the writer
    [InlineData("", false)]
    public void A_standby_follows_a_peer(string region, bool accepted) => Verdict.Is(
        accepted ? null : $"database.source.region: expected the region of a peer (us-west-2, eu-west-1), got '{region}'",
        WithSource(s_secondary, new() { Region = region, Generation = 0 }));

    [Fact]
    public void A_standby_without_a_peer_has_nobody_to_follow() => Verdict.Is(
        "database.source.region: expected the region of a peer (eu-west-1), got 'us-west-2'",
        s_secondary with { Failover = null, Peers = [.. s_secondary.Peers.Where(peer => peer.Tier == Tier.Archive)] });

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, "database.source.generation: a database never follows a later one, so give the standby a new generation above its source's 1, got 1")]
    [InlineData(2, "database.source.generation: a database never follows a later one, so give the standby a new generation above its source's 2, got 1")]
    public void A_replica_is_of_a_later_generation_than_its_source(int generation, string? problem) =>
        Verdict.Is(problem, WithSource(s_secondary, new() { Region = "us-west-2", Generation = generation }));

    private static StackSettings WithSource(StackSettings settings, DatabaseSourceSettings? source) =>
        settings.WithDatabase(database => database with { Source = source });
}
