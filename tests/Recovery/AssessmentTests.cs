using MlTa.Recovery;
using MlTa.Recovery.Findings;
using MlTa.Recovery.Scenarios;
using MlTa.Tests.Recovery.Procedures;
using Xunit;

namespace MlTa.Tests.Recovery;

/// <summary>What is found in the committed files, and in the same files after something has happened.</summary>
public sealed class AssessmentTests
{
    private static readonly string[] s_accepted =
    [
        "recovery-point content",
        "recovery-reachable eu-west-1+us-east-1+us-west-2",
        "recovery-reachable eu-west-1+us-east-1+us-west-2-graceful",
        "recovery-reachable us-east-1+us-west-2",
        "recovery-time service",
        "second-loss us-east-1-then-us-west-2",
        "second-loss us-west-2-returned-then-us-east-1",
        "second-loss us-west-2-then-us-east-1",
    ];

    private static readonly string[] s_warnings =
    [
        "recovery-time content",
        "recovery-time us-east-1+us-west-2-graceful",
        "writer-on-return Cold restore in backup",
        "writer-on-return Failover to secondary",
    ];

    [Fact]
    public async Task The_committed_files_are_good_with_these_warnings_and_these_waivers_and_nothing_else()
    {
        var assessment = await Assessed.CommittedAsync();

        Assert.True(assessment.IsGood);
        Assert.Equal(s_accepted, Subjects(assessment, judged => judged.Waiver is not null));
        Assert.Equal(s_warnings, Subjects(assessment, judged => judged.Waiver is null));
        Assert.All(assessment.Findings.Where(judged => judged.Waiver is null), judged => Assert.Equal(Severity.Warning, judged.Finding.Severity));
    }

    [Fact]
    public async Task There_and_back_and_onward_are_proved()
    {
        var assessment = await Assessed.CommittedAsync();

        Assert.Equal("Failback to primary", assessment.Home!.Plan.Title);
        Assert.Empty(assessment.Home.Problems);
        Assert.Equal("Re-home: us-east-2 in place of primary", assessment.Onward!.Plan.Title);
        Assert.Empty(assessment.Onward.Problems);
    }

    [Fact]
    public async Task After_the_last_day_of_the_waivers_they_are_findings_and_so_is_what_they_covered()
    {
        var assessment = await Assessed.OfAsync(Plans.Committed, Assessed.Later);

        Assert.False(assessment.IsGood);
        Assert.Empty(Subjects(assessment, judged => judged.Waiver is not null));
        Assert.Equal(
            [
                .. s_accepted,
                .. s_accepted.Select(finding => $"waiver-expired {finding}"),
            ],
            Subjects(assessment, judged => judged.Finding.Severity == Severity.Error));
    }

    /// <summary>The files as they are committed with a failover. Until a new standby follows, nothing but copies protects the service.</summary>
    [Fact]
    public async Task After_a_failover_the_files_are_not_good_because_nothing_follows_the_writer()
    {
        var assessment = await Assessed.OfAsync(Plans.AfterFailover);
        var outcomes = assessment.Outcomes.ToDictionary(outcome => outcome.Scenario.Id);

        Assert.False(assessment.IsGood);
        Assert.Contains("writer-has-replica urn:pulumi:secondary::ml-ta::ml-ta:index:Database$aws:rds/instance:Instance::database-g1", Subjects(assessment, judged => judged.Waiver is null));
        Assert.Equal(("primary", Verdict.Missed), (outcomes["us-east-1"].Serves, outcomes["us-east-1"].Verdict));
        Assert.Equal("primary opens the database that it kept, without anything that was written since the failover.", outcomes["us-east-1"].Why);
        Assert.Equal(("secondary", Verdict.Met), (outcomes["us-west-2"].Serves, outcomes["us-west-2"].Verdict));
        Assert.Null(assessment.Home);
        Assert.Null(assessment.Onward);
    }

    [Fact]
    public async Task After_a_cold_restore_the_archives_region_serves_alone()
    {
        var outcomes = (await Assessed.OfAsync(Plans.AfterColdRestore)).Outcomes.ToDictionary(outcome => outcome.Scenario.Id);

        Assert.Equal("backup", outcomes["us-west-2"].Serves);
        Assert.Equal("primary", outcomes["eu-west-1"].Serves);
        Assert.Null(outcomes["eu-west-1"].Loss);
    }

    [Fact]
    public async Task Without_an_archive_the_loss_of_both_serving_regions_leaves_nothing()
    {
        var assessment = await Assessed.OfAsync(Plans.Committed.Without("backup"));
        var both = assessment.Outcomes.Single(outcome => outcome.Scenario.Id == "us-east-1+us-west-2-graceful");

        Assert.Equal((null, "No region is left that has a copy."), (both.Serves, both.Why));
        Assert.Equal(6, assessment.Outcomes.Count(outcome => outcome.Scenario.Lost.Count > 0));
        Assert.Contains("recovery-reachable us-east-1+us-west-2", Subjects(assessment, judged => judged.Waiver is null));
    }

    [Fact]
    public async Task Without_a_place_to_go_on_that_is_said()
    {
        var assessment = await Assessed.OfAsync(Plans.Committed.With("secondary", secondary => secondary with { Failover = secondary.Failover! with { Rehome = null } }));

        Assert.False(assessment.IsGood);
        Assert.Equal("re-home failover.rehome", Assert.Single(Subjects(assessment, judged => judged.Finding.Rule == ScenarioRules.Rehoming.Id)));
    }

    private static List<string> Subjects(Assessment assessment, Func<JudgedFinding, bool> isMeant) =>
        [.. assessment.Findings.Where(isMeant).Select(judged => $"{judged.Finding.Rule} {judged.Finding.Subject}").Order(StringComparer.Ordinal)];
}
