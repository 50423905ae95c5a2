using MlTa.Settings;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Settings.Rules;

public sealed class RehomeRulesTests
{
    private static readonly StackSettings s_primary = CommittedStacks.Primary;
    private static readonly StackSettings s_secondary = CommittedStacks.Secondary;
    private static readonly StackSettings s_backup = CommittedStacks.Backup;

    [Fact]
    public void Nobody_has_to_plan() => Verdict.Is(null, s_secondary.WithFailover(failover => failover with { Rehome = null }));

    [Fact]
    public void A_region_that_does_not_exist_is_refused() => Verdict.Is(
        "failover.rehome.region: expected a commercial AWS region such as us-east-2, got 'us-east-9'",
        With(_ => In("us-east-9")));

    [Theory]
    [InlineData("us-west-2")] // the one that is lost
    [InlineData("us-east-1")]
    [InlineData("eu-west-1")]
    public void A_region_that_has_a_stack_is_refused(string region) => Verdict.Is(
        $"failover.rehome.region: stands in for a region that never returns, so give one without a stack, that is none of us-east-1, us-west-2, eu-west-1, got {region}",
        With(_ => In(region)));

    [Theory]
    [InlineData(1, "failover.rehome.zones: expected 2 to 8 zones, got 1")]
    [InlineData(2, null)]
    [InlineData(8, null)]
    [InlineData(9, "failover.rehome.zones: expected 2 to 8 zones, got 9")]
    public void Zones_are_two_to_eight(int count, string? problem) =>
        Verdict.Is(problem, With(rehome => rehome with { Zones = [.. Enumerable.Range(0, count).Select(index => $"us-east-2{(char)('a' + index)}")] }));

    [Fact]
    public void Zones_are_those_of_the_region() => Verdict.Is(
        "failover.rehome.zones: expected zones of us-east-2 such as us-east-2a, got 'us-east-1b'",
        With(rehome => rehome with { Zones = ["us-east-2a", "us-east-1b"] }));

    [Fact]
    public void A_zone_is_named_once() => Verdict.Is(
        "failover.rehome.zones: expected each zone once, got 'us-east-2a', 'us-east-2a'",
        With(rehome => rehome with { Zones = ["us-east-2a", "us-east-2a"] }));

    [Theory]
    [InlineData("10.40.0.0", "expected an IPv4 range without host bits such as 10.10.0.0/16, got '10.40.0.0'")]
    [InlineData("10.40.0.0/21", "a VPC is no larger than /16, and pods run out of addresses below /20, so give one of these or between, got '10.40.0.0/21'")]
    [InlineData("11.40.0.0/16", "expected private addresses, that is within 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, got '11.40.0.0/16'")]
    [InlineData("10.20.240.0/20", "must not overlap network.cidrBlock (10.20.0.0/16), got 10.20.240.0/20")]
    public void Addresses_are_those_that_a_vpc_can_have(string cidrBlock, string problem) => Verdict.Is(
        $"failover.rehome.cidrBlock: {problem}", With(rehome => rehome with { CidrBlock = cidrBlock }));

    [Theory]
    [InlineData("10.10.0.0/16", "10.10.0.0/16 of Pulumi.primary.yaml")]
    [InlineData("10.30.240.0/20", "10.30.0.0/16 of Pulumi.backup.yaml")] // its last addresses
    public void Addresses_of_other_stacks_are_taken(string cidrBlock, string taken) => Verdict.IsAcross(
        [s_primary, With(rehome => rehome with { CidrBlock = cidrBlock }), s_backup],
        $"Pulumi.secondary.yaml: ml-ta:failover.rehome.cidrBlock: must not overlap {taken}, got {cidrBlock}");

    [Fact]
    public void Neighbours_are_not() => Verdict.IsAcross([s_primary, With(rehome => rehome with { CidrBlock = "10.31.0.0/16" }), s_backup]);

    private static RehomeSettings In(string region) => new() { Region = region, Zones = [$"{region}a", $"{region}b"], CidrBlock = "10.40.0.0/16" };

    private static StackSettings With(Func<RehomeSettings, RehomeSettings> change) =>
        s_secondary.WithFailover(failover => failover with { Rehome = change(failover.Rehome!) });
}
