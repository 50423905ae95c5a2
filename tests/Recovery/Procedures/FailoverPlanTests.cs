using MlTa.Recovery.Procedures;
using MlTa.Recovery.Time;
using Xunit;

namespace MlTa.Tests.Recovery.Procedures;

public sealed class FailoverPlanTests
{
    private const string Promote = "activate-instance-database-g1";
    private const string StartWorkers = "activate-deployment-worker";

    [Fact]
    public async Task A_sudden_failover_is_noticed_looked_at_decided_written_and_run() => Assert.Equal(
        ["notice", "wake-on-call", "acknowledge", "wake-commander", "look", "decide", "edit", "activate-start"],
        (await Plans.SuddenAsync()).Steps.Select(step => step.Id).Take(8));

    [Fact]
    public async Task A_sudden_failover_ends_with_users_a_warm_cache_and_a_checklist() => Assert.Equal(
        ["users-move", "cache-warms", "verify"], (await Plans.SuddenAsync()).Steps.Select(step => step.Id).TakeLast(3));

    [Fact]
    public async Task The_commander_decides_once_called_and_told_how_far_the_replica_is_behind() =>
        Assert.Equal(["wake-commander", "look"], (await Plans.SuddenAsync()).Step("decide").After);

    [Fact]
    public async Task The_pin_the_record_and_the_workers_wait_for_the_promotion()
    {
        var plan = await Plans.SuddenAsync();

        Assert.Equal([Promote], plan.Called("route53:UpdateHealthCheck").After);
        Assert.Equal([Promote], plan.Called("route53:ChangeResourceRecordSets").After);
        Assert.Equal([Promote], plan.Step(StartWorkers).After);
        Assert.Equal(["activate-start"], plan.Step(Promote).After);
    }

    [Fact]
    public async Task Alarms_and_backups_do_not_wait_for_the_promotion()
    {
        var plan = await Plans.SuddenAsync();

        Assert.Equal(["activate-start"], plan.Called("cloudwatch:PutMetricAlarm").After);
        Assert.Equal(["activate-start"], plan.Called("backup:CreateBackupPlan").After);
    }

    /// <summary>The engine takes away last, so that a failed up takes nothing away.</summary>
    [Fact]
    public async Task What_is_taken_away_goes_after_everything_that_is_waited_for() =>
        Assert.Equal([StartWorkers, Promote], (await Plans.SuddenAsync()).Called("cloudwatch:DeleteAlarms").After);

    /// <summary>The gate answers where the database is writable, so nobody waits for the pin or for the workers to be answered.</summary>
    [Fact]
    public async Task Users_follow_the_promotion_within_the_gates_answers_and_the_records_ttl()
    {
        var users = (await Plans.SuddenAsync()).Step("users-move");

        Assert.Equal([Promote], users.After);
        Assert.Equal(MinuteRange.Exactly(1.5), users.Duration.Minutes);
        Assert.Equal(Grade.Documented, users.Duration.Grade);
    }

    [Fact]
    public async Task The_outage_lasts_from_the_loss_to_the_checklist()
    {
        var plan = await Plans.SuddenAsync();

        Assert.Equal("notice", plan.OutageFrom);
        Assert.Equal("verify", plan.Done);
        Assert.Equal(
            ["notice", "wake-commander", "decide", "edit", "activate-start", Promote, "users-move", "cache-warms", "verify"],
            plan.Chain);

        // 0.5 to notice, 30 to the commander, 15 to decide, 3 to write, 3 to start, 6.5 to promote, 1.5 for the DNS, 10 for the cache, 15 to check.
        Assert.Equal(84.5, plan.Outage.Likely, 6);
        Assert.Equal(84.5 - 0.5 - 30 - 15, plan.AfterDecision.Likely, 6);
        Assert.Equal(Grade.Assumed, plan.Grade);
    }

    [Fact]
    public async Task The_old_region_is_fenced_once_it_answers_and_nobody_waits_for_that()
    {
        var plan = await Plans.SuddenAsync();

        Assert.Equal(["activate", "fence"], plan.Planned.Ups.Select(up => up.Phase.Id));
        Assert.Equal(["activate"], plan.Ups.Select(up => up.Phase.Id));
        Assert.DoesNotContain(plan.Steps, step => step.Needs.Any(need => need.Region == Plans.Oregon));
    }

    [Fact]
    public async Task Three_kinds_of_people_have_to_be_awake() =>
        Assert.Equal([Actor.OnCall, Actor.IncidentCommander, Actor.Team], (await Plans.SuddenAsync()).Awake);

    [Fact]
    public async Task A_planned_failover_fences_then_waits_for_lag_0_then_promotes()
    {
        var plan = await Plans.GracefulAsync();
        var catchUp = plan.Step("catch-up");

        Assert.Equal(["fence", "activate"], plan.Ups.Select(up => up.Phase.Id));
        Assert.Equal(plan.Steps.Where(step => step.Id.StartsWith("fence-", StringComparison.Ordinal)).Select(step => step.Id), catchUp.After);
        Assert.Equal(["catch-up", "objects-arrive"], plan.Step("activate-start").After);
        Assert.True(plan.Waits(plan.Step(Promote), "catch-up"));
        Assert.Equal(new Need(Plans.Virginia, "CloudWatch in us-east-1", Plane.Data), Assert.Single(catchUp.Needs));
    }

    [Fact]
    public async Task Objects_that_are_on_their_way_arrive_first_too()
    {
        var plan = await Plans.GracefulAsync();
        var arrive = plan.Step("objects-arrive");

        Assert.Equal(plan.Step("catch-up").After, arrive.After);
        Assert.Equal(new Need(Plans.Oregon, "CloudWatch in us-west-2", Plane.Data), Assert.Single(arrive.Needs));
    }

    [Fact]
    public async Task A_planned_outage_begins_with_the_fence_not_with_the_decision()
    {
        var plan = await Plans.GracefulAsync();

        Assert.Equal("fence-start", plan.OutageFrom);
        Assert.DoesNotContain("decide", plan.Chain.Where(id => CriticalPath.From(plan.OutageFrom, plan.Steps).EndOf(id) != MinuteRange.Zero));
        Assert.DoesNotContain(plan.Steps, step => step.Id is "notice" or "wake-on-call");
        Assert.Empty(plan.Lost);
    }

    [Fact]
    public async Task Closing_the_old_database_comes_after_its_pods_have_stopped()
    {
        var plan = await Plans.GracefulAsync();

        Assert.Equal(Durations.PodsStop, plan.Step("fence-deployment-worker").Duration);
        Assert.Equal(["fence-deployment-api", "fence-deployment-worker"], plan.Called("ec2:RevokeSecurityGroupIngress").After);
    }
}
