using MlTa.Settings;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Settings.Rules;

public sealed class FailoverRulesTests
{
    private static readonly StackSettings s_primary = CommittedStacks.Primary;
    private static readonly StackSettings s_secondary = CommittedStacks.Secondary;
    private static readonly StackSettings s_backup = CommittedStacks.Backup;

    [Theory]
    [InlineData("secondary")]
    [InlineData("tertiary")]
    [InlineData("")]
    public void Users_are_sent_to_another_stack_first(string stack) => Verdict.Is(
        $"failover.primaryStack: expected another stack (primary, backup), got '{stack}'", With(failover => failover with { PrimaryStack = stack }));

    [Fact]
    public void Without_another_stack_there_is_nobody_to_take_over_from() => Verdict.Is(
        "failover.primaryStack: expected another stack (backup), got 'primary'",
        s_primary with { Peers = [.. s_primary.Peers.Where(peer => peer.Stack == "backup")], Failover = s_secondary.Failover! with { Rehome = null } });

    [Fact]
    public void Users_are_not_sent_to_an_archive() => Verdict.IsAcross(
        [s_primary, With(failover => failover with { PrimaryStack = "backup" }), s_backup],
        "Pulumi.secondary.yaml: ml-ta:failover.primaryStack: users are sent to an archive only after a cold restore, when it is active, got 'backup', which has the role archive in Pulumi.backup.yaml");

    [Fact]
    public void Unless_it_serves() => Verdict.IsAcross(
        [
            s_primary with { Role = Role.Fenced },
            With(failover => failover with { PrimaryStack = "backup" }) with { Role = Role.Fenced },
            s_backup.ColdRestored(),
        ]);

    [Fact]
    public void An_archive_does_not_take_over() => Verdict.Is(
        "failover: only a stack that can serve takes over, so leave it out here, got it in tier archive",
        s_backup with { Failover = s_secondary.Failover });

    [Theory]
    [InlineData(0, "failover.ttlSeconds: resolvers remember an answer for so long, in an outage too, so give 1 to 60, got 0")]
    [InlineData(1, null)]
    [InlineData(60, null)]
    [InlineData(61, "failover.ttlSeconds: resolvers remember an answer for so long, in an outage too, so give 1 to 60, got 61")]
    public void Answers_are_remembered_for_a_minute_at_most(int seconds, string? problem) =>
        Verdict.Is(problem, With(failover => failover with { TtlSeconds = seconds }));

    [Theory]
    [InlineData("ml-ta.statuspage.io")]
    [InlineData("not-ml-ta.com")] // another domain that ends alike
    [InlineData("amazonaws.com.example.org")]
    public void A_status_page_elsewhere_is_accepted(string host) => Verdict.Is(null, With(failover => failover with { StatusPageHost = host }));

    [Theory]
    [InlineData("")]
    [InlineData("https://ml-ta.statuspage.io")]
    [InlineData("ml-ta.statuspage.io/")]
    [InlineData("statuspage")]
    [InlineData("203.0.113.7")]
    public void What_is_no_host_is_refused(string host) => Verdict.Is(
        $"failover.statusPageHost: expected a host in small letters such as ml-ta.statuspage.example, got '{host}'",
        With(failover => failover with { StatusPageHost = host }));

    [Theory]
    [InlineData("ml-ta.com")]
    [InlineData("status.ml-ta.com")]
    [InlineData("api.us-east-1.ml-ta.com")]
    [InlineData("status.s3-website-us-east-1.amazonaws.com")]
    [InlineData("d111111abcdef8.cloudfront.net")]
    [InlineData("main.d1a2b3c4.amplifyapp.com")]
    public void A_status_page_that_falls_with_what_it_reports_is_refused(string host) => Verdict.Is(
        $"failover.statusPageHost: has to say that AWS or ml-ta.com is down, so give a host outside of both, got '{host}'",
        With(failover => failover with { StatusPageHost = host }));

    [Fact]
    public void Some_stack_keeps_the_records() => Verdict.IsAcross(
        [s_primary, s_secondary with { Failover = null }, s_backup],
        "Pulumi.primary.yaml, Pulumi.secondary.yaml, Pulumi.backup.yaml: ml-ta:failover: exactly one stack keeps the failover records, the one that takes over, got 0");

    [Fact]
    public void No_two_stacks_keep_them() => Verdict.IsAcross(
        [s_primary with { Failover = s_secondary.Failover! with { PrimaryStack = "secondary" } }, s_secondary, s_backup],
        "Pulumi.primary.yaml, Pulumi.secondary.yaml: ml-ta:failover: exactly one stack keeps the failover records, the one that takes over, got 2");

    [Theory]
    [InlineData(Role.Standby, "failover.pinned: a failover pins the region that was lost, so leave it true on a standby, got false")]
    [InlineData(Role.Active, null)]
    public void A_standby_is_ready_to_pin(Role role, string? problem) => Verdict.Is(problem, With(failover => failover with { Pinned = false }) with { Role = role });

    [Theory]
    [InlineData(Role.Fenced, false, "Pulumi.secondary.yaml: ml-ta:failover.pinned: users may be sent back only to a region that follows and so cannot write, so leave it true while primary has the role fenced in Pulumi.primary.yaml, got false")]
    [InlineData(Role.Fenced, true, null)]
    [InlineData(Role.Standby, false, null)]
    public void Users_are_sent_back_only_to_a_region_that_follows(Role role, bool pinned, string? problem)
    {
        var primary = s_primary with
        {
            Role = role,
            Database = s_primary.Database with { Generation = 3, Source = new() { Region = "us-east-1", Generation = 1 } },
        };

        Verdict.IsAcross(
            [primary, With(failover => failover with { Pinned = pinned }) with { Role = Role.Active }, s_backup],
            problem is null ? [] : [problem]);
    }

    private static StackSettings With(Func<FailoverSettings, FailoverSettings> change) => s_secondary.WithFailover(change);
}
