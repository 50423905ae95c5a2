using MlTa.Recovery.Moves;
using MlTa.Recovery.Procedures;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Recovery.Procedures;

/// <summary>Every step is still possible without the lost regions, or the plan says which is not and why.</summary>
public sealed class ReachabilityTests
{
    [Theory]
    [InlineData(Plans.Oregon)]
    [InlineData(Plans.Oregon, Plans.Ireland)]
    public async Task The_committed_failover_needs_nothing_of_the_lost_regions(params string[] lost) =>
        Assert.Empty(Reachability.BlockagesOf(await FailoverPlan.SuddenAsync(Plans.Committed, "secondary", Plans.Set(lost), Plans.Graphs)));

    [Fact]
    public async Task The_planned_procedures_need_every_region_that_they_leave()
    {
        var plan = await Plans.GracefulAsync() with { Lost = Plans.Set(Plans.Oregon) };

        Assert.Equal("fence-start", Reachability.BlockagesOf(plan)[0].Step.Id);
    }

    /// <summary>The rules of the settings refuse such a file; the plan finds it too, whatever the rules say.</summary>
    [Theory]
    [InlineData("state")]
    [InlineData("key")]
    [InlineData("charts")]
    [InlineData("images")]
    public async Task What_an_up_needs_must_not_be_in_the_lost_region(string what)
    {
        var estate = Plans.Committed.With("secondary", secondary => what switch
        {
            "state" => secondary with { StateBackend = "s3://elsewhere?region=us-west-2" },
            "key" => secondary with { SecretsProvider = "awskms://alias/ml-ta-pulumi?region=us-west-2" },
            "charts" => secondary.WithWorkloads(workloads => workloads with { ChartRepository = "oci://111122223333.dkr.ecr.us-west-2.amazonaws.com/charts" }),
            _ => secondary.WithWorkloads(workloads => workloads with { Registry = "111122223333.dkr.ecr.us-west-2.amazonaws.com" }),
        });

        var blocked = Reachability.BlockagesOf(await FailoverPlan.SuddenAsync(estate, "secondary", Plans.Set(Plans.Oregon), Plans.Graphs));

        Assert.Equal(
            what switch
            {
                "state" => ("activate-start", "the state in s3://elsewhere"),
                "key" => ("activate-start", "the key of the stack's secrets"),
                "charts" => ("activate-start", "the charts in oci://111122223333.dkr.ecr.us-west-2.amazonaws.com/charts, which every up reads"),
                _ => ("activate-deployment-worker", "the images in 111122223333.dkr.ecr.us-west-2.amazonaws.com"),
            },
            (Assert.Single(blocked).Step.Id, blocked[0].Need.What));
        Assert.Equal(Plans.Oregon, blocked[0].Need.Region);
    }

    [Fact]
    public async Task With_virginia_lost_its_own_failover_has_no_start_no_database_and_no_cluster()
    {
        var plan = await Plans.SuddenAsync(Plans.Virginia);
        var blocked = Reachability.BlockagesOf(plan).Select(blockage => blockage.Step.Id).ToList();

        Assert.All((string[])["look", "activate-start", "activate-instance-database-g1", "activate-deployment-worker"], step => Assert.Contains(step, blocked));
        Assert.Contains(plan.Step("activate-start").Needs, need => need.What == "the API server of ml-ta-secondary");
        Assert.DoesNotContain("decide", blocked);
    }

    [Fact]
    public async Task A_cold_restore_without_virginia_lacks_what_names_new_endpoints()
    {
        var blocked = Reachability.BlockagesOf(await Plans.ColdAsync(Plans.Oregon, Plans.Virginia));

        Assert.All(blocked, blockage => Assert.Equal(Plans.Virginia, blockage.Need.Region));
        Assert.All(
            (string[])["rebuild-loadbalancer-api", "rebuild-replicationgroup-cache", "rebuild-cluster-cluster", "rebuild-instance-database-g2"],
            step => Assert.Contains(blocked, blockage => blockage.Step.Id == step && blockage.Need.What.StartsWith("Route 53 (it names", StringComparison.Ordinal)));
        Assert.Contains(blocked, blockage => blockage.Step.Api == "route53:ChangeResourceRecordSets" && blockage.Need == Need.DnsControl);
    }

    [Fact]
    public async Task A_cold_restore_with_virginia_is_possible() => Assert.Empty(Reachability.BlockagesOf(await Plans.ColdAsync(Plans.Oregon)));

    [Fact]
    public async Task A_record_that_is_changed_by_hand_waits_an_hour_for_accelerated_recovery()
    {
        var plan = await Plans.ReopenedAsync(Plans.Virginia);
        var waiting = Reachability.WaitingForDns(plan, hasAcceleratedRecovery: true);

        Assert.Equal(["point-record"], Reachability.BlockagesOf(plan).Select(blocked => blocked.Step.Id));
        Assert.Empty(Reachability.BlockagesOf(waiting));
        Assert.Equal(60, waiting.Step("dns-control-returns").Duration.Minutes.Likely);
        Assert.Contains("dns-control-returns", waiting.Step("point-record").After);
        Assert.Equal(Plans.Oregon, waiting.Step("point-record").Home);
    }

    /// <summary>It starts with the loss, so that it counts as far as people are faster.</summary>
    [Fact]
    public async Task The_hour_counts_from_the_notice_towards_the_outage()
    {
        var waiting = Reachability.WaitingForDns(await Plans.ReopenedAsync(Plans.Virginia), hasAcceleratedRecovery: true);

        Assert.Equal(["notice", "dns-control-returns", "point-record", "users-move", "cache-warms", "verify"], waiting.Chain);
        // Ireland notices at once; 60 until records can be changed, 0.5 to change one, 2 for the DNS, 10 for the cache, 15 to check.
        Assert.Equal(87.5, waiting.Outage.Likely, 6);
    }

    [Fact]
    public async Task Without_accelerated_recovery_nothing_is_added_and_the_step_stays_impossible()
    {
        var plan = await Plans.ReopenedAsync(Plans.Virginia);

        Assert.Same(plan, Reachability.WaitingForDns(plan, hasAcceleratedRecovery: false));
    }

    [Fact]
    public async Task Accelerated_recovery_is_in_oregon_and_gone_with_it()
    {
        var plan = await Plans.ReopenedAsync(Plans.Virginia, Plans.Oregon);

        Assert.Same(plan, Reachability.WaitingForDns(plan, hasAcceleratedRecovery: true));
    }

    [Fact]
    public async Task A_plan_that_needs_no_dns_waits_for_none()
    {
        var plan = await Plans.SuddenAsync();

        Assert.Same(plan, Reachability.WaitingForDns(plan, hasAcceleratedRecovery: true));
    }

    /// <summary>With Oregon still there, records can be changed after an hour; new endpoints get no name even then.</summary>
    [Fact]
    public async Task It_never_brings_back_the_names_of_new_endpoints()
    {
        var waiting = Reachability.WaitingForDns(await Plans.ColdAsync(Plans.Virginia), hasAcceleratedRecovery: true);
        var blocked = Reachability.BlockagesOf(waiting);

        Assert.Contains(waiting.Steps, step => step.Id == "dns-control-returns");
        Assert.DoesNotContain(blocked, blockage => blockage.Step.Api == "route53:ChangeResourceRecordSets");
        Assert.Contains(blocked, blockage => blockage.Step.Id == "rebuild-instance-database-g2");
    }

    [Fact]
    public async Task A_new_standby_in_a_new_region_can_be_built_without_the_lost_one() => Assert.Empty(Reachability.BlockagesOf(
        await ProtectPlan.OfAsync("Re-home", Rehome.InPlaceOf(Plans.AfterFailover, "primary", Plans.Committed["secondary"].Failover!.Rehome!), Plans.Set(Plans.Oregon), Plans.Graphs)));
}
