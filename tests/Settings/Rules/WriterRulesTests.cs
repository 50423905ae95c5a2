using MlTa.Settings;
using MlTa.Settings.Reading;
using MlTa.Settings.Rules;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Settings.Rules;

public sealed class WriterRulesTests
{
    private static readonly StackSettings s_primary = CommittedStacks.Primary;
    private static readonly StackSettings s_secondary = CommittedStacks.Secondary;
    private static readonly StackSettings s_backup = CommittedStacks.Backup;

    [Fact]
    public void One_stack_writes() => Verdict.IsAcross([s_primary, s_secondary, s_backup]);

    [Fact]
    public void After_a_failover_the_other_one_writes() => Verdict.IsAcross(
    [
        s_primary.WithDatabase(database => database with { Source = new() { Region = "us-east-1", Generation = 1 } }) with { Role = Role.Standby },
        s_secondary with { Role = Role.Active },
        s_backup,
    ]);

    [Fact]
    public void Without_a_writer_all_files_are_named() => Verdict.IsAcross(
        [s_primary with { Role = Role.Standby }, s_secondary, s_backup],
        "Pulumi.primary.yaml, Pulumi.secondary.yaml, Pulumi.backup.yaml: ml-ta:role: exactly one stack is active and holds the writer, got 0");

    [Fact]
    public void Of_two_writers_both_are_named() => Verdict.IsAcross(
        [s_primary, s_secondary with { Role = Role.Active }, s_backup],
        "Pulumi.primary.yaml, Pulumi.secondary.yaml: ml-ta:role: exactly one stack is active and holds the writer, got 2");

    [Fact]
    public void A_writer_may_hide_in_a_file_that_cannot_be_read() => Assert.Empty(
        new TopologyRules([s_secondary, s_backup], ["primary", "secondary", "backup"], StackFile.NameOf, "ml-ta:").Check());

    [Fact]
    public void Two_writers_are_two_whatever_the_files_that_cannot_be_read_say() => Assert.Single(
        new TopologyRules([s_primary, s_secondary with { Role = Role.Active }], ["primary", "secondary", "backup"], StackFile.NameOf, "ml-ta:").Check());

    [Theory]
    [InlineData("us-west-2", 1)]
    [InlineData("eu-west-1", 0)]
    public void A_standby_follows_the_writer(string region, int generation) => Verdict.IsAcross(
        [s_primary, s_secondary.WithDatabase(database => database with { Source = new() { Region = region, Generation = generation } }), s_backup],
        $"Pulumi.secondary.yaml: ml-ta:database.source: a standby follows the writer, which is generation 0 in us-west-2 in Pulumi.primary.yaml, got generation {generation} in {region}");

    [Fact]
    public void All_stacks_share_one_version() => Verdict.IsAcross(
        [s_primary, s_secondary, s_backup.WithDatabase(database => database with { EngineMajorVersion = 17 })],
        "Pulumi.primary.yaml: ml-ta:database.engineMajorVersion: replicas and restores have their source's version, so all stacks share it, which is 17 in Pulumi.backup.yaml, got 16",
        "Pulumi.secondary.yaml: ml-ta:database.engineMajorVersion: replicas and restores have their source's version, so all stacks share it, which is 17 in Pulumi.backup.yaml, got 16");

    [Fact]
    public void A_standby_can_grow_as_far_as_the_writer() => Verdict.IsAcross(
        [s_primary, s_secondary.WithDatabase(database => database with { MaximumStorageGiB = 999 }), s_backup],
        "Pulumi.secondary.yaml: ml-ta:database.maximumStorageGiB: a replica whose storage ends before the writer's stops following it, so give at least the 1000 of Pulumi.primary.yaml, got 999");

    [Fact]
    public void A_standby_may_grow_further() => Verdict.IsAcross(
        [s_primary, s_secondary.WithDatabase(database => database with { MaximumStorageGiB = 1001 }), s_backup]);

    [Fact]
    public void A_standby_is_as_large_as_the_writer() => Verdict.IsAcross(
        [s_primary, s_secondary.WithDatabase(database => database with { InstanceClass = "db.t4g.micro" }), s_backup],
        "Pulumi.secondary.yaml: ml-ta:database.instanceClass: a promoted database inherits the whole load, so it is as large as the writer, "
            + "which is 'db.r6g.large' in Pulumi.primary.yaml, got 'db.t4g.micro'");

    [Fact]
    public void An_archive_restores_into_whatever_size_it_likes() => Verdict.IsAcross(
        [s_primary, s_secondary, s_backup.WithDatabase(database => database with { InstanceClass = "db.t4g.micro", MaximumStorageGiB = 300 })]);
}
