using MlTa.Settings;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Settings.Rules;

public sealed class IdentityRulesTests
{
    private static readonly StackSettings s_primary = CommittedStacks.Primary;

    /// <summary>Needs nothing that is in its region, and so can be said to be in another one.</summary>
    private static readonly StackSettings s_elsewhere = s_primary.WithWorkloads(workloads => workloads with
    {
        Registry = "registry.example.com",
        ChartRepository = "./charts",
    }) with
    {
        StateBackend = "s3://ml-ta-pulumi?region=eu-west-1",
    };

    [Theory]
    [InlineData("primary", true)]
    [InlineData("us-7", true)]
    [InlineData("2", true)]
    [InlineData("Primary", false)]
    [InlineData("dr_test", false)]
    [InlineData("a.b", false)]
    [InlineData("dr--test", false)]
    [InlineData("", false)]
    public void A_stack_is_called_what_a_bucket_can_be_called(string stack, bool accepted) => Verdict.Is(
        accepted ? null : $"the stack's name is part of bucket names, so rename it to small letters, digits and single hyphens, got '{stack}'",
        s_primary with { Stack = stack });

    [Theory]
    [InlineData(Role.Archive, null)]
    [InlineData(Role.Active, null)]
    [InlineData(Role.Standby, "role: an archive keeps copies, and serves once every serving region is lost, so give archive or active, got standby")]
    [InlineData(Role.Fenced, "role: an archive keeps copies, and serves once every serving region is lost, so give archive or active, got fenced")]
    public void An_archive_archives_or_serves_alone(Role role, string? problem) =>
        Verdict.Is(problem, CommittedStacks.Backup.WithDatabase(database => database with { Source = new() { Region = "us-west-2", Generation = 0 } })
            .WithNetwork(network => network with { NatGateways = NatGateways.PerZone }) with
        {
            Role = role,
        });

    [Theory]
    [InlineData(Role.Active, null)]
    [InlineData(Role.Fenced, null)]
    [InlineData(Role.Archive, "role: copies are kept by a stack of tier archive, so give active, standby or fenced, got archive")]
    public void Nobody_else_archives(Role role, string? problem) => Verdict.Is(problem, s_primary with { Role = role });

    [Theory]
    [InlineData("us-west-9")]
    [InlineData("US-WEST-2")]
    [InlineData("cn-north-1")] // another partition
    [InlineData("us-gov-west-1")]
    [InlineData("us-west-2a")] // a zone
    [InlineData("")]
    public void A_region_is_a_commercial_one(string region) => Verdict.Is(
        $"region: expected a commercial AWS region such as us-west-2, got '{region}'",
        s_elsewhere.WithNetwork(network => network with { Zones = [$"{region}a", $"{region}b"] }) with
        {
            Region = region,
        });

    [Theory]
    [InlineData("012345678901", true)]
    [InlineData("11112222333", false)]
    [InlineData("1111222233334", false)]
    [InlineData("1111-2222-3333", false)]
    [InlineData("111122223333\n", false)]
    [InlineData("١١١١٢٢٢٢٣٣٣٣", false)] // twelve digits, but not these
    public void An_account_has_twelve_digits(string account, bool accepted) =>
        Verdict.Is(accepted ? null : $"account: expected twelve digits in quotes, got '{account}'", s_primary with { Account = account });

    [Theory]
    [InlineData("a", true)]
    [InlineData("ml-ta-2", true)]
    [InlineData("", false)]
    [InlineData("Ml-ta", false)]
    [InlineData("2ml", false)]
    [InlineData("ml--ta", false)] // RDS refuses two hyphens in a row
    [InlineData("ml-ta-", false)]
    [InlineData("ml_ta", false)]
    [InlineData("ml-ta\n", false)]
    [InlineData("mål", false)]
    public void A_prefix_fits_every_name_that_begins_with_it(string prefix, bool accepted) => Verdict.Is(
        accepted ? null : $"prefix: expected small letters, digits and single hyphens, beginning with a letter, got '{prefix}'",
        s_primary with { Prefix = prefix });

    [Theory]
    [InlineData(32, null)]
    [InlineData(33, "prefix: AWS limits the name of a cluster and its cache to 40 characters, so give at most 32, got 33, which makes it 'ppppppppppppppppppppppppppppppppp-primary'")]
    public void A_prefix_leaves_room_for_the_longest_name(int length, string? problem) =>
        Verdict.Is(problem, s_primary with { Prefix = new('p', length) });

    [Fact]
    public void The_name_that_breaks_its_limit_by_the_most_is_shown() => Verdict.Is(
        $"prefix: AWS limits the name of a backup vault to 50 characters, so give at most 35, got 49, which makes it '{new string('p', 49)}-ap-southeast-1'",
        s_elsewhere.WithNetwork(network => network with { Zones = ["ap-southeast-1a", "ap-southeast-1b"] }) with
        {
            Prefix = new('p', 49),
            Stack = "a",
            Region = "ap-southeast-1",
        });

    [Fact]
    public void A_peer_is_named_once() => Verdict.Is(
        "peers: expected each stack once, got 'secondary', 'backup', 'backup'",
        s_primary with { Peers = [.. s_primary.Peers, s_primary.Peers[1]] });

    [Fact]
    public void A_stack_is_no_peer_of_its_own() => Verdict.Is(
        "peers: expected the other stacks only, got 'primary', which is this one",
        s_primary with { Peers = [.. s_primary.Peers, new() { Stack = "primary", Region = "us-west-2", Tier = Tier.Serving }] });

    [Fact]
    public void Peers_are_in_commercial_regions() => Verdict.Is(
        "peers: expected commercial AWS regions, got 'eu-west-9'",
        s_primary with { Peers = [s_primary.Peers[0], s_primary.Peers[1] with { Region = "eu-west-9" }] });
}
