using MlTa.Settings;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Settings.Rules;

public sealed class DnsRulesTests
{
    private static readonly StackSettings s_primary = CommittedStacks.Primary;
    private static readonly StackSettings s_secondary = CommittedStacks.Secondary;
    private static readonly StackSettings s_backup = CommittedStacks.Backup;

    [Theory]
    [InlineData("ml-ta.com")]
    [InlineData("eu.ml-ta.co.uk")]
    [InlineData("0.xn--p1ai")]
    public void A_domain_is_accepted(string zone) => Verdict.Is(null, WithZone(zone));

    [Theory]
    [InlineData("")]
    [InlineData("com")]
    [InlineData("ml-ta.com.")]
    [InlineData("ML-TA.com")]
    [InlineData("https://ml-ta.com")]
    [InlineData("ml_ta.com")]
    [InlineData("-ml-ta.com")]
    [InlineData("ml-ta..com")]
    [InlineData("10.0.0.1")]
    [InlineData("ml-ta.com\n")]
    public void What_is_no_domain_is_refused(string zone) => Verdict.Is(
        $"dns.zone: expected a domain in small letters such as ml-ta.com, got '{zone}'", WithZone(zone));

    [Fact]
    public void A_zone_of_60_characters_leaves_room_for_a_certificate() => Verdict.Is(null, WithZone(Zone(60)));

    [Fact]
    public void A_zone_of_61_characters_does_not() => Verdict.Is(
        $"dns.zone: ACM limits the name api.{Zone(61)} to 64 characters, so give at most 60, got 61", WithZone(Zone(61)));

    [Theory]
    [InlineData("Z1")]
    [InlineData("Z123456789ABCDEFGHIJ")]
    [InlineData("Z0123456789ABCDEFGHIJKLMNOPQRSTU")] // 32
    public void The_id_of_a_zone_is_accepted(string zoneId) => Verdict.Is(null, WithZoneId(zoneId));

    [Theory]
    [InlineData("")]
    [InlineData("Z")]
    [InlineData("z123456789abcdefghij")]
    [InlineData("/hostedzone/Z123456789ABCDEFGHIJ")]
    [InlineData("Z0123456789ABCDEFGHIJKLMNOPQRSTUV")] // 33
    public void What_is_none_is_refused(string zoneId) => Verdict.Is(
        $"dns.zoneId: expected a hosted zone's ID such as Z123456789ABCDEFGHIJ, got '{zoneId}'", WithZoneId(zoneId));

    [Fact]
    public void All_stacks_share_one_zone() => Verdict.IsAcross(
        [s_primary, s_secondary, s_backup.WithDns(dns => dns with { Zone = "ml-ta.net", ZoneId = "Z2" })],
        "Pulumi.primary.yaml: ml-ta:dns.zone: users know one name, so all stacks share one zone, which is 'ml-ta.net' in Pulumi.backup.yaml, got 'ml-ta.com'",
        "Pulumi.primary.yaml: ml-ta:dns.zoneId: all stacks share one zone, which is 'Z2' in Pulumi.backup.yaml, got 'Z123456789ABCDEFGHIJ'",
        "Pulumi.secondary.yaml: ml-ta:dns.zone: users know one name, so all stacks share one zone, which is 'ml-ta.net' in Pulumi.backup.yaml, got 'ml-ta.com'",
        "Pulumi.secondary.yaml: ml-ta:dns.zoneId: all stacks share one zone, which is 'Z2' in Pulumi.backup.yaml, got 'Z123456789ABCDEFGHIJ'");

    [Fact]
    public void All_stacks_say_the_same_of_it() => Verdict.IsAcross(
        [s_primary, s_secondary, s_backup.WithDns(dns => dns with { AcceleratedRecovery = false })],
        "Pulumi.primary.yaml: ml-ta:dns.acceleratedRecovery: all stacks share this, which is false in Pulumi.backup.yaml, got true",
        "Pulumi.secondary.yaml: ml-ta:dns.acceleratedRecovery: all stacks share this, which is false in Pulumi.backup.yaml, got true");

    private static string Zone(int length) => $"{new string('a', length - 4)}.com";

    private static StackSettings WithZone(string zone) => s_primary.WithDns(dns => dns with { Zone = zone });

    private static StackSettings WithZoneId(string zoneId) => s_primary.WithDns(dns => dns with { ZoneId = zoneId });
}
