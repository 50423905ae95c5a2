using MlTa.Recovery.Procedures;
using MlTa.Recovery.Time;
using Xunit;

namespace MlTa.Tests.Recovery.Procedures;

/// <summary>Cold restore, content, service, reopening and protection.</summary>
public sealed class OtherPlanTests
{
    [Fact]
    public async Task A_cold_restore_builds_cluster_then_nodes_then_what_runs_on_them_and_the_database_before_its_users()
    {
        var plan = await Plans.ColdAsync(Plans.Oregon, Plans.Virginia);
        const string Cluster = "rebuild-cluster-cluster";
        const string Database = "rebuild-instance-database-g2";
        string[] nodes = ["rebuild-nodegroup-cluster-nodes-eu-west-1a", "rebuild-nodegroup-cluster-nodes-eu-west-1b", "rebuild-nodegroup-cluster-nodes-eu-west-1c"];

        Assert.Equal(["rebuild-start"], plan.Step(Cluster).After);
        Assert.All(nodes, node => Assert.True(plan.Waits(plan.Step(node), Cluster), node));
        Assert.All((string[])["api", "worker"], name =>
        {
            var deployment = plan.Step($"rebuild-deployment-{name}");
            Assert.All([Database, .. nodes], before => Assert.True(plan.Waits(deployment, before), $"{name} does not wait for {before}"));
        });
        Assert.False(plan.Waits(plan.Step(Database), Cluster));
        Assert.Equal(Durations.Restore, plan.Step(Database).Duration);
    }

    [Fact]
    public async Task Restored_data_is_loaded_and_looked_at_before_anybody_says_that_it_is_over()
    {
        var plan = await Plans.ColdAsync(Plans.Oregon, Plans.Virginia);

        Assert.Equal(["rebuild-instance-database-g2"], plan.Step("lazy-load").After);
        Assert.Equal(["lazy-load"], plan.Step("validate").After);
        Assert.Contains("validate", plan.Step("verify").After);
    }

    /// <summary>The record's value changes, so the DNS has to hear of it; nothing is gated.</summary>
    [Fact]
    public async Task After_a_cold_restore_users_wait_for_the_propagation_and_the_ttl() =>
        Assert.Equal(MinuteRange.Exactly(2), (await Plans.ColdAsync(Plans.Oregon, Plans.Virginia)).Step("users-move").Duration.Minutes);

    [Fact]
    public async Task The_newest_recovery_point_is_found_in_the_archives_own_region()
    {
        var look = (await Plans.ColdAsync(Plans.Oregon, Plans.Virginia)).Step("look");

        Assert.Equal("Find the newest recovery point in ml-ta-eu-west-1: what came after it will be lost", look.Title);
        Assert.Equal(Plans.Ireland, look.Home);
    }

    [Fact]
    public async Task A_planned_cold_restore_fences_all_then_copies_once_more_then_builds()
    {
        var plan = (await Plans.AllAsync()).Single(plan => plan.Title == "Cold restore in backup" && plan.Lost.Count == 0);

        Assert.Equal(["fence-primary", "fence-secondary", "rebuild"], plan.Ups.Select(up => up.Phase.Id));
        Assert.Equal("fence-primary-start", plan.OutageFrom);
        Assert.True(plan.Waits(plan.Step("last-backup"), "fence-primary-deployment-worker"));
        Assert.Equal(["last-backup"], plan.Step("rebuild-start").After);
        Assert.Equal([Plans.Oregon, Plans.Ireland], plan.Step("last-backup").Needs.Select(need => need.Region));
    }

    [Fact]
    public async Task Damaged_content_is_noticed_by_people_and_writes_stop_while_they_look_for_the_moment()
    {
        var plan = await ContentPlan.OfAsync(Plans.Committed, Plans.Graphs);

        Assert.Equal(("notice-damage", Actor.Team), (plan.OutageFrom, plan.Step("notice-damage").Actor));
        Assert.Equal(["acknowledge"], plan.Step("pause-start").After);
        Assert.Equal(["acknowledge"], plan.Step("decide").After);
        Assert.Equal(["pause", "restore", "resume"], plan.Ups.Select(up => up.Phase.Id));
        Assert.DoesNotContain(plan.Steps, step => step.Id == "wake-commander");
    }

    /// <summary>What is wrong is evidence, and may be all there is of what was written since.</summary>
    [Fact]
    public async Task The_snapshot_is_taken_after_the_pods_stopped_and_before_anything_is_restored()
    {
        var plan = await ContentPlan.OfAsync(Plans.Committed, Plans.Graphs);
        var snapshot = plan.Steps.Single(step => step.Duration == Durations.Snapshot);

        Assert.All((string[])["pause-deployment-api", "pause-deployment-worker"], pods => Assert.True(plan.Waits(snapshot, pods), pods));
        Assert.True(plan.Waits(plan.Step("restore-start"), snapshot.Id));
        Assert.Contains("edit", plan.Step("restore-start").After);
        Assert.Equal(["validate"], plan.Step("resume-start").After);
        Assert.Equal(Durations.Restore, plan.Step("restore-instance-database-g3").Duration);
    }

    [Fact]
    public async Task Users_get_their_service_back_before_a_new_standby_is_made()
    {
        var plan = await ContentPlan.OfAsync(Plans.Committed, Plans.Graphs);

        Assert.Equal("follow-secondary", plan.Planned.Ups[^1].Phase.Id);
        Assert.DoesNotContain(plan.Steps, step => step.Id.StartsWith("follow", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_a_failed_service_only_the_on_call_engineer_hears()
    {
        var plan = await ServicePlan.OfAsync(Plans.Committed, Plans.Graphs);

        Assert.Equal([Actor.OnCall], plan.Awake);
        Assert.Equal(["notice", "wake-on-call", "acknowledge", "decide", "restart-start", "restart-deployment-api", "restart-deployment-worker", "verify"], plan.Steps.Select(step => step.Id));
        Assert.Equal("restart-start", plan.Decided);
    }

    [Fact]
    public async Task A_reopened_region_needs_a_record_changed_by_hand()
    {
        var plan = await Plans.ReopenedAsync(Plans.Virginia);
        var point = plan.Step("point-record");

        Assert.Equal((Actor.OnCall, "route53:ChangeResourceRecordSets", Need.DnsControl), (point.Actor, point.Api, Assert.Single(point.Needs)));
        Assert.Contains("point-record", plan.Step("users-move").After);
        Assert.Equal(["reopen"], plan.Ups.Select(up => up.Phase.Id));
    }

    [Fact]
    public async Task Protection_is_back_once_the_replica_follows()
    {
        var plan = (await Plans.AllAsync()).Single(plan => plan.Title == "Protect");
        var replica = plan.Steps.Single(step => step.Duration == Durations.Replica);

        Assert.Equal("follow-primary-instance-database-g3", replica.Id);
        Assert.Contains(new Need(Plans.Virginia, "RDS", Plane.Control), replica.Needs);
        Assert.True(plan.Waits(plan.Step("verify"), replica.Id));
        Assert.Equal([Actor.OnCall, Actor.IncidentCommander], plan.Awake);
    }

    [Fact]
    public async Task A_failback_is_out_from_its_fence_to_its_checklist_and_protected_again_in_the_end()
    {
        var plan = await FailBackPlan.OfAsync(Plans.AfterFailover, "primary", Plans.Graphs);

        Assert.Equal(["follow-primary", "unpin", "fence", "activate", "follow-secondary"], plan.Ups.Select(up => up.Phase.Id));
        Assert.Equal(("fence-start", "verify"), (plan.OutageFrom, plan.Done));
        Assert.True(plan.Waits(plan.Step("fence-start"), "in-sync"));
        Assert.Equal(["verify"], plan.Step("follow-secondary-start").After);
        Assert.InRange(plan.Outage.Likely, 20, 60);
    }
}
