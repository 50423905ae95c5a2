using MlTa.Settings;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Settings.Rules;

public sealed class TopologyRulesTests
{
    private static readonly StackSettings s_primary = CommittedStacks.Primary;
    private static readonly StackSettings s_secondary = CommittedStacks.Secondary;
    private static readonly StackSettings s_backup = CommittedStacks.Backup;

    [Theory]
    [InlineData("10.10.0.0/16")]
    [InlineData("10.10.240.0/20")] // the primary's last addresses
    public void Address_ranges_are_disjoint(string cidrBlock) => Verdict.IsAcross(
        [s_primary, s_secondary.WithNetwork(network => network with { CidrBlock = cidrBlock }), s_backup],
        $"Pulumi.primary.yaml: ml-ta:network.cidrBlock: must not overlap {cidrBlock} of Pulumi.secondary.yaml, got 10.10.0.0/16");

    [Fact]
    public void Address_ranges_may_be_neighbours() => Verdict.IsAcross(
        [s_primary, s_secondary.WithNetwork(network => network with { CidrBlock = "10.11.0.0/16" }), s_backup]);

    [Fact]
    public void What_is_no_range_overlaps_nothing() => Verdict.IsAcross(
        [s_primary, s_secondary.WithNetwork(network => network with { CidrBlock = "ten" }), s_backup]);

    [Fact]
    public void Regions_are_distinct() => Verdict.IsAcross(
        [
            s_primary,
            s_secondary with { Region = "eu-west-1", Peers = [s_secondary.Peers[0], s_secondary.Peers[1]] },
            s_backup with { Peers = [s_backup.Peers[0], s_backup.Peers[1] with { Region = "eu-west-1" }] },
        ],
        "Pulumi.primary.yaml: ml-ta:peers: Pulumi.secondary.yaml is tier serving in eu-west-1, got tier serving in us-east-1",
        "Pulumi.secondary.yaml: ml-ta:region: every stack has a region of its own, got eu-west-1 as in Pulumi.backup.yaml");

    [Fact]
    public void Accounts_and_prefixes_agree() => Verdict.IsAcross(
        [s_primary, s_secondary, s_backup with { Account = "444455556666", Prefix = "other" }],
        "Pulumi.primary.yaml: ml-ta:account: all stacks share one account, which is 444455556666 in Pulumi.backup.yaml, got 111122223333",
        "Pulumi.primary.yaml: ml-ta:prefix: all stacks share one prefix, which is 'other' in Pulumi.backup.yaml, got 'ml-ta'",
        "Pulumi.secondary.yaml: ml-ta:account: all stacks share one account, which is 444455556666 in Pulumi.backup.yaml, got 111122223333",
        "Pulumi.secondary.yaml: ml-ta:prefix: all stacks share one prefix, which is 'other' in Pulumi.backup.yaml, got 'ml-ta'");

    [Fact]
    public void Generations_are_distinct() => Verdict.IsAcross(
        [s_primary, s_secondary, s_backup.WithDatabase(database => database with { Generation = 1 })],
        "Pulumi.secondary.yaml: ml-ta:database.generation: every stack has a generation of its own, got 1 as in Pulumi.backup.yaml");

    [Fact]
    public void Every_stack_names_every_other() => Verdict.IsAcross(
        [s_primary with { Peers = [s_primary.Peers[0]] }, s_secondary, s_backup],
        "Pulumi.primary.yaml: ml-ta:peers: has to name every other stack, got none called 'backup'");

    [Fact]
    public void Nobody_names_a_stack_that_has_no_file() => Verdict.IsAcross(
        [s_primary with { Peers = [.. s_primary.Peers, new() { Stack = "tertiary", Region = "us-east-2", Tier = Tier.Serving }] }, s_secondary, s_backup],
        "Pulumi.primary.yaml: ml-ta:peers: names the stack 'tertiary', but there is no file Pulumi.tertiary.yaml");

    [Fact]
    public void Peers_are_what_they_say_they_are() => Verdict.IsAcross(
        [s_primary with { Peers = [s_primary.Peers[0], s_primary.Peers[1] with { Region = "eu-west-2", Tier = Tier.Serving }] }, s_secondary, s_backup],
        "Pulumi.primary.yaml: ml-ta:peers: Pulumi.backup.yaml is tier archive in eu-west-1, got tier serving in eu-west-2");

    [Theory]
    [InlineData(29, "29")]
    [InlineData(61, "61")]
    public void Copies_are_kept_within_the_lock_of_their_destination(int days, string received) => Verdict.IsAcross(
        [s_primary.WithBackup(backup => backup with { CopyDeleteAfterDays = days }), s_secondary, Locked(s_backup)],
        $"Pulumi.primary.yaml: ml-ta:backup.copyDeleteAfterDays: the vault lock in Pulumi.backup.yaml takes 30 to 60 days and fails other copies, got {received}");

    [Theory]
    [InlineData(30)]
    [InlineData(60)]
    public void Copies_at_the_limits_of_the_lock_are_kept(int days) => Verdict.IsAcross(
        [s_primary.WithBackup(backup => backup with { CopyDeleteAfterDays = days }), s_secondary, Locked(s_backup)]);

    [Fact]
    public void Every_destination_that_would_fail_a_copy_is_named() => Verdict.IsAcross(
        [s_primary.WithBackup(backup => backup with { CopyDeleteAfterDays = 6 }), s_secondary, s_backup],
        "Pulumi.primary.yaml: ml-ta:backup.copyDeleteAfterDays: the vault lock in Pulumi.secondary.yaml takes 7 to 365 days and fails other copies, got 6",
        "Pulumi.primary.yaml: ml-ta:backup.copyDeleteAfterDays: the vault lock in Pulumi.backup.yaml takes 7 to 365 days and fails other copies, got 6");

    [Fact]
    public void An_archive_that_serves_copies_too() => Verdict.IsAcross(
        [
            s_primary with { Role = Role.Fenced }, s_secondary with { Role = Role.Fenced },
            s_backup.ColdRestored().WithBackup(backup => backup with { CopyDeleteAfterDays = 6 }),
        ],
        "Pulumi.backup.yaml: ml-ta:backup.copyDeleteAfterDays: the vault lock in Pulumi.primary.yaml takes 7 to 365 days and fails other copies, got 6",
        "Pulumi.backup.yaml: ml-ta:backup.copyDeleteAfterDays: the vault lock in Pulumi.secondary.yaml takes 7 to 365 days and fails other copies, got 6");

    [Fact]
    public void An_archive_copies_nothing_and_its_own_number_does_not_matter() => Verdict.IsAcross(
        [s_primary, s_secondary, s_backup.WithBackup(backup => backup with { CopyDeleteAfterDays = 1 })]);

    private static StackSettings Locked(StackSettings settings) =>
        settings.WithLock(vaultLock => vaultLock with { MinimumRetentionDays = 30, MaximumRetentionDays = 60 });
}
