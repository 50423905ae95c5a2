using MlTa.Offline;
using MlTa.Recovery;
using MlTa.Recovery.Proofs;
using MlTa.Settings;
using MlTa.Tests.Recovery.Moves;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Recovery.Proofs;

/// <summary>From one region to the other and back.</summary>
public sealed class WayHomeTests
{
    private const string Alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";
    private const string Copy = "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication";
    private const string Database = "aws:rds/instance:Instance";

    [Fact]
    public async Task The_committed_stacks_come_home()
    {
        var home = await WayBack.HomeAsync(CommittedMoves.Committed, ChangedGraphs.Sound);

        Assert.Empty(home.Problems);
        Assert.Equal("Failback to primary", home.Plan.Title);
        Assert.Equal(["follow-primary", "unpin", "fence", "activate", "follow-secondary"], home.Plan.Planned.Move.Ids());
    }

    [Fact]
    public Task What_is_new_in_the_end_is_a_problem() => IsAsync(
        "secondary: is new in the end: ",
        settings => settings.Stack == "secondary" && ChangedGraphs.IsBack(settings),
        resources => resources.Append(resources.First(resource => resource.Type == Alarm).Again("one-more")));

    [Fact]
    public Task What_is_missing_in_the_end_is_a_problem() => IsAsync(
        "primary: is missing in the end: ",
        settings => settings.Stack == "primary" && ChangedGraphs.IsBack(settings),
        resources => resources.Where(resource => resource.Name != "writer-storage"));

    [Fact]
    public Task Another_input_in_the_end_is_a_problem() => IsAsync(
        "primary: is new in the end: ",
        settings => settings.Stack == "primary" && ChangedGraphs.IsBack(settings),
        resources => resources.Select(resource => resource.Type == Database ? resource.With("multiAz", false) : resource));

    /// <summary>But for its number it looks like the new one, so that only counting shows it.</summary>
    [Fact]
    public Task The_copy_of_an_earlier_lineage_that_stays_is_a_problem() => IsAsync(
        "secondary: is new in the end: 2 times ",
        settings => settings.Stack == "secondary" && settings.Role == Role.Standby && ChangedGraphs.IsBack(settings),
        resources => resources.Append(resources.First(resource => resource.Type == Copy).Again("point-in-time-copy-g0")));

    [Fact]
    public Task A_store_that_goes_is_a_problem() => IsAsync(
        "primary: aws:s3/bucket:Bucket data: holds objects, and would be deleted",
        settings => settings.Stack == "primary" && ChangedGraphs.IsBack(settings),
        resources => resources.Where(resource => resource is not { Type: "aws:s3/bucket:Bucket", Name: "data" }));

    [Fact]
    public Task A_lineage_that_is_not_kept_is_a_problem() => IsAsync(
        "primary: aws:rds/instance:Instance database-g0: holds the database, and would be deleted",
        settings => settings.Stack == "primary" && ChangedGraphs.IsBack(settings),
        resources => resources.Where(resource => resource.Name != "database-g0"));

    [Fact]
    public Task A_promotion_that_does_more_is_a_problem() => IsAsync(
        "primary: aws:rds/instance:Instance database-g3: is promoted together with other changes (",
        settings => settings.Stack == "primary" && settings.Role == Role.Active && ChangedGraphs.IsBack(settings),
        resources => resources.Select(resource => resource.Name == "database-g3" ? resource.With("instanceClass", "db.r6g.xlarge") : resource));

    [Fact]
    public async Task A_fence_that_keeps_nobody_out_is_a_problem()
    {
        var graphs = new GraphCache(settings => ChangedGraphs.Sound.OfAsync(settings.Role == Role.Fenced ? settings with { Role = Role.Active } : settings));

        Assert.Contains(
            "primary, then secondary, then secondary, then primary, then secondary: two regions would write at once, so fence the old one first",
            (await WayBack.HomeAsync(CommittedMoves.Committed, graphs)).Problems);
    }

    [Fact]
    public async Task A_generation_that_was_there_before_is_a_problem()
    {
        var reused = CommittedMoves.Committed.With(CommittedStacks.Secondary.WithDatabase(database => database with { Kept = [new() { Generation = 0 }] }));

        Assert.Contains(
            "Pulumi.primary.yaml: ml-ta:database.kept: every stack has generations of its own, got 0 as in Pulumi.secondary.yaml",
            (await WayBack.HomeAsync(reused, ChangedGraphs.Sound)).Problems);
    }

    [Fact]
    public async Task Files_that_would_not_be_valid_on_the_way_are_a_problem()
    {
        var upgraded = CommittedMoves.Committed.With(CommittedStacks.Primary.WithWorkloads(workloads => workloads with { Version = "2.0.0" }));

        Assert.Contains(
            "Pulumi.primary.yaml: ml-ta:workloads.version: a standby runs what the active stack runs, or a failover would be an upgrade too, so give '1.0.0' as in Pulumi.secondary.yaml, got '2.0.0'",
            (await WayBack.HomeAsync(upgraded, ChangedGraphs.Sound)).Problems);
    }

    private static async Task IsAsync(string problem, Func<StackSettings, bool> isChanged, Func<IEnumerable<DeclaredResource>, IEnumerable<DeclaredResource>> change)
    {
        var home = await WayBack.HomeAsync(CommittedMoves.Committed, ChangedGraphs.With(isChanged, change));

        Assert.Contains(home.Problems, found => found.StartsWith(problem, StringComparison.Ordinal));
    }
}
