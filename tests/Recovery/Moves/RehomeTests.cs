using MlTa.Recovery.Moves;
using MlTa.Settings;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Recovery.Moves;

public sealed class RehomeTests
{
    private static readonly Move s_move = Rehome.InPlaceOf(CommittedMoves.AfterFailover, "primary", CommittedStacks.Secondary.Failover!.Rehome!);

    private static readonly StackSettings s_new = s_move.End["us-east-2"];

    [Fact]
    public void The_new_standby_comes_first_and_the_others_hear_of_it()
    {
        Assert.Equal(["follow-us-east-2", "peers-secondary", "peers-backup"], s_move.Ids());
        Assert.Null(s_move.Phases[0].Before);
        Assert.Empty(s_move.Phases[0].Config);
        Assert.Equal(
            [
                "peers-secondary: secondary peers[0].stack primary -> us-east-2",
                "peers-secondary: secondary peers[0].region us-west-2 -> us-east-2",
                "peers-secondary: secondary failover.primaryStack primary -> us-east-2",
                "peers-secondary: secondary failover.pinned true -> false",
                "peers-secondary: secondary failover.rehome { region: us-east-2, zones: [us-east-2a, us-east-2b, us-east-2c], cidrBlock: 10.40.0.0/16 } -> nothing",
                "peers-backup: backup peers[0].stack primary -> us-east-2",
                "peers-backup: backup peers[0].region us-west-2 -> us-east-2",
            ],
            s_move.Texts());
    }

    [Fact]
    public void The_lost_stack_is_no_part_of_it() => Assert.Equal(["secondary", "backup", "us-east-2"], s_move.End.Stacks.Select(stack => stack.Stack));

    [Fact]
    public void The_new_stack_is_as_the_lost_one_but_for_where_it_is_and_whom_it_follows() => SameSettings.Are(
        CommittedStacks.Primary with
        {
            Stack = "us-east-2",
            SecretsProvider = "awskms://alias/ml-ta-pulumi?region=us-east-2",
            Role = Role.Standby,
            Region = "us-east-2",
            StateBackend = "s3://ml-ta-pulumi-us-east-2?region=us-east-2",
            Peers =
            [
                new() { Stack = "secondary", Region = "us-east-1", Tier = Tier.Serving },
                new() { Stack = "backup", Region = "eu-west-1", Tier = Tier.Archive },
            ],
            Network = new() { CidrBlock = "10.40.0.0/16", Zones = ["us-east-2a", "us-east-2b", "us-east-2c"], NatGateways = NatGateways.PerZone },
            Database = CommittedStacks.Secondary.Database with { Generation = 3, Source = new() { Region = "us-east-1", Generation = 1 } },
            Workloads = CommittedStacks.Primary.Workloads with
            {
                Registry = "111122223333.dkr.ecr.us-east-2.amazonaws.com",
                ChartRepository = "oci://111122223333.dkr.ecr.us-east-2.amazonaws.com/charts",
            },
        },
        s_new);

    /// <summary>It has no databases but the one that it makes, and its size is the writer's.</summary>
    [Fact]
    public void The_new_stack_has_none_of_the_writers_past()
    {
        var restored = RecoverContent.Of(CommittedMoves.AfterFailover).End;
        var settled = Rehome.InPlaceOf(restored, "primary", restored.KeeperOfRecords!.Failover!.Rehome!).End["us-east-2"];

        Assert.NotEmpty(restored["secondary"].Database.Kept);
        Assert.NotEmpty(restored["secondary"].Database.EmergencySnapshots);
        Assert.Equal(new() { Generation = 4, Source = new() { Region = "us-east-1", Generation = 3 } }, settled.Database.Lineage);
        Assert.Empty(settled.Database.Kept);
        Assert.Empty(settled.Database.EmergencySnapshots);
    }

    [Fact]
    public void What_outlives_any_region_stays_where_it_is()
    {
        var elsewhere = CommittedMoves.AfterFailover.With(CommittedMoves.AfterFailover["primary"].WithWorkloads(workloads => workloads with
        {
            Registry = "ghcr.io/ml-ta",
            ChartRepository = "./charts",
        }) with
        { SecretsProvider = "awskms://alias/ml-ta-pulumi?region=eu-west-1" });

        var settled = Rehome.InPlaceOf(elsewhere, "primary", CommittedStacks.Secondary.Failover!.Rehome!).End["us-east-2"];

        Assert.Equal(("ghcr.io/ml-ta", "./charts"), (settled.Workloads.Registry, settled.Workloads.ChartRepository));
        Assert.Equal("awskms://alias/ml-ta-pulumi?region=eu-west-1", settled.SecretsProvider);
    }
}
