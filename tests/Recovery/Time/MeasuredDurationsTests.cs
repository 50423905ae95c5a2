using MlTa.Recovery.Scenarios;
using MlTa.Recovery.Time;
using MlTa.Tests.Recovery.Procedures;
using Xunit;

namespace MlTa.Tests.Recovery.Time;

/// <summary>What was measured takes the place of what is assumed, wherever it is.</summary>
public sealed class MeasuredDurationsTests
{
    [Fact]
    public async Task Every_step_that_was_measured_takes_what_it_took()
    {
        var plan = await Plans.ColdAsync(Plans.Oregon, Plans.Virginia);

        var measured = Measured(Durations.Restore.Id, 200).In(plan);

        Assert.Contains(measured.Steps, step => step.Duration is { Id: "database.restore", Grade: Grade.Measured, Minutes.Likely: 200 });
        Assert.DoesNotContain(measured.Steps, step => step.Duration == Durations.Restore);
        Assert.Equal(plan.Steps.Select(step => step.Id), measured.Steps.Select(step => step.Id));
        Assert.Equal(plan.Outage.Likely + 160, measured.Outage.Likely);
    }

    [Fact]
    public void What_is_documented_stays() => Assert.Equal(Durations.DnsPropagation, Measured(Durations.DnsPropagation.Id, 9).Of(Durations.DnsPropagation));

    [Fact]
    public async Task Without_measurements_a_plan_is_the_same()
    {
        var plan = await Plans.SuddenAsync();

        Assert.Equal(plan.Steps, MeasuredDurations.None.In(plan).Steps);
    }

    [Fact]
    public async Task A_zone_takes_what_a_failover_of_the_database_took()
    {
        var zone = (await new PartOutcomes(Plans.Graphs, Measured(Durations.ZoneFailover.Id, 1.5)).OfAsync(Plans.Committed))[0];

        Assert.Equal((MinuteRange.Exactly(1.5), Grade.Measured), (zone.Outage, zone.OutageGrade));
    }

    /// <summary>How long pods take to stop decides how much bad data is written.</summary>
    [Fact]
    public async Task What_is_lost_with_the_content_follows_the_pods()
    {
        var assumed = (await new PartOutcomes(Plans.Graphs).OfAsync(Plans.Committed))[1];
        var measured = (await new PartOutcomes(Plans.Graphs, Measured(Durations.PodsStop.Id, 11)).OfAsync(Plans.Committed))[1];

        Assert.Equal(assumed.Loss!.Value.Likely + 10, measured.Loss!.Value.Likely);
    }

    [Fact]
    public async Task What_a_cold_restore_loses_follows_the_copy()
    {
        var graphs = await Plans.DeclaredAsync(Plans.Committed);
        var (left, archive) = (graphs.Single(graph => graph.Stack == "primary"), graphs.Single(graph => graph.Stack == "backup"));

        var assumed = Losses.OfColdRestore(left, archive).Single(loss => loss.Store == Losses.Database);
        var measured = Losses.OfColdRestore(left, archive, Measured(Durations.BackupAndCopy.Id, 20)).Single(loss => loss.Store == Losses.Database);

        Assert.Equal((Grade.Assumed, Grade.Measured), (assumed.Grade, measured.Grade));
        Assert.Equal(assumed.Minutes!.Value.Likely - 100, measured.Minutes!.Value.Likely);
        Assert.EndsWith("which is measured by a test", measured.Source, StringComparison.Ordinal);
    }

    private static MeasuredDurations Measured(string id, double minutes) => new([new(id, MinuteRange.Exactly(minutes), Grade.Measured, "measured by a test")]);
}
