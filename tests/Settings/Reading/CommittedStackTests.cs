using MlTa.Settings;
using MlTa.Settings.Reading;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Settings.Reading;

/// <summary>The three stack files of this commit are read, and they agree.</summary>
public sealed class CommittedStackTests
{
    [Fact]
    public void Serving_stacks_come_first() => Assert.Equal(
        [("primary", Role.Active, "us-west-2"), ("secondary", Role.Standby, "us-east-1"), ("backup", Role.Archive, "eu-west-1")],
        CommittedStacks.All.Select(settings => (settings.Stack, settings.Role, settings.Region)));

    [Fact]
    public void A_stack_is_read_whole()
    {
        var secondary = CommittedStacks.Secondary;

        Assert.Equal(("ml-ta", "secondary", "ml-ta", "111122223333"), (secondary.Project, secondary.Stack, secondary.Prefix, secondary.Account));
        Assert.Equal(["us-east-1a", "us-east-1b", "us-east-1c"], secondary.Network.Zones);
        Assert.Equal(NatGateways.PerZone, secondary.Network.NatGateways);
        Assert.Equal(new DatabaseSourceSettings { Region = "us-west-2", Generation = 0 }, secondary.Database.Source);
        Assert.True(secondary.Database.MultiAz);
        Assert.Equal(new PeerSettings { Stack = "backup", Region = "eu-west-1", Tier = Tier.Archive }, secondary.Peers[1]);
        Assert.Equal(LockMode.Governance, secondary.Backup.Lock.Mode);
        Assert.Equal("cron(0 12 ? * SUN *)", secondary.Backup.RestoreTest!.Schedule);
    }

    [Fact]
    public void Where_the_key_of_secrets_is_is_known() => Assert.Equal(
        [
            "awskms://alias/ml-ta-pulumi?region=us-west-2", "awskms://alias/ml-ta-pulumi?region=us-east-1", "awskms://alias/ml-ta-pulumi?region=eu-west-1",
        ],
        CommittedStacks.All.Select(settings => settings.SecretsProvider));

    [Fact]
    public void The_times_of_the_plan_are_the_objectives() => Assert.All(CommittedStacks.All, settings => Assert.Equal(
        new()
        {
            MinorIncidentMinutes = 30,
            MajorIncidentMinutes = 120,
            RecoveryTimeMinutes = 4 * 60,
            MaximumDowntimeMinutes = 8 * 60,
            RecoveryPointMinutes = 15,
        },
        settings.Objectives));

    [Fact]
    public void What_is_optional_may_be_left_out()
    {
        Assert.Null(CommittedStacks.Primary.Database.Source);
        Assert.Null(CommittedStacks.Primary.Backup.RestoreTest);
        Assert.Null(CommittedStacks.Primary.Storage.ObjectLock);
        Assert.Null(CommittedStacks.Primary.Backup.Lock.ChangeableForDays);
        Assert.Null(CommittedStacks.Primary.Workloads.RestartedAt);
        Assert.False(CommittedStacks.Primary.Workloads.WritesPaused);
        Assert.Empty(CommittedStacks.Primary.Waivers);
        Assert.True(CommittedStacks.Primary.PeerExists);
    }

    [Fact]
    public void The_names_of_a_peer_are_those_that_it_gives_itself()
    {
        var backup = CommittedStacks.Backup;

        Assert.Equal(backup.Names, CommittedStacks.Primary.NamesOf(CommittedStacks.Primary.Peers[1]));
    }

    [Fact]
    public void The_arn_of_a_source_is_the_one_that_its_stack_gives_it()
    {
        var primary = CommittedStacks.Primary;

        Assert.Equal(primary.Names.DatabaseArn(primary.Database.Generation), CommittedStacks.Secondary.ArnOf(CommittedStacks.Secondary.Database.Source!));
    }

    [Fact]
    public void The_folder_is_found_from_below()
    {
        var below = Directory.CreateDirectory(Path.Combine(CommittedStacks.Folder, "below", "it"));

        Assert.Equal(CommittedStacks.Folder, StackFolder.Find(below.FullName));
        Assert.Null(StackFolder.Find(Path.GetPathRoot(below.FullName)!));
    }
}
