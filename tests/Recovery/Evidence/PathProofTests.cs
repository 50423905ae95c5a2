using MlTa.Recovery.Evidence;
using MlTa.Recovery.Time;
using MlTa.Tests.Recovery.Procedures;
using Xunit;

namespace MlTa.Tests.Recovery.Evidence;

/// <summary>What files of evidence are worth on a day.</summary>
public sealed class PathProofTests
{
    private static readonly IReadOnlyList<RecoveryPath> s_paths = RecoveryPaths.Of(Plans.Committed);

    private static readonly RecoveryPath s_monthly = s_paths.Single(path => path.Id == SampleEvidence.Path) with { Interval = Interval.Monthly };

    private static readonly RecoveryPath s_quarterly = s_paths.Single(path => path.Id == "regional-failover-us-east-1") with { Interval = Interval.Quarterly };

    private static readonly RecoveryPath s_halfYearly = s_paths.Single(path => path.Id == "regional-failover-us-east-1");

    [Theory]
    [InlineData(0, PathState.Proven, 1)]
    [InlineData(38, PathState.Proven, 1)]
    [InlineData(39, PathState.Ageing, 1)]
    [InlineData(62, PathState.Ageing, 1)]
    [InlineData(63, PathState.Expired, 0)]
    public void A_monthly_path_is_proven_for_a_month_and_a_week_and_measured_for_two_months(int days, PathState state, int counted)
    {
        var proof = Judge(SampleEvidence.Day.AddDays(days), Passed("a", SampleEvidence.Day));

        Assert.Equal((state, SampleEvidence.Day, days, counted), (proof.State, proof.ProvenOn, proof.AgeDays, proof.Counted.Count));
    }

    [Theory]
    [InlineData(99, PathState.Proven)]
    [InlineData(100, PathState.Ageing)]
    [InlineData(184, PathState.Ageing)]
    [InlineData(185, PathState.Expired)]
    public void A_quarterly_path_is_proven_for_a_quarter_and_a_week_and_measured_for_two_quarters(int days, PathState state) => Assert.Equal(
        state,
        PathProof.Of(s_quarterly, SampleEvidence.Hash, [File("a", SampleEvidence.Exercise(s_quarterly.Id, SampleEvidence.Day))], SampleEvidence.Day.AddDays(days)).State);

    [Theory]
    [InlineData(191, PathState.Proven)]
    [InlineData(192, PathState.Ageing)]
    [InlineData(368, PathState.Ageing)]
    [InlineData(369, PathState.Expired)]
    public void A_half_yearly_path_is_proven_for_half_a_year_and_a_week_and_measured_for_a_year(int days, PathState state) => Assert.Equal(
        state,
        PathProof.Of(s_halfYearly, SampleEvidence.Hash, [File("a", SampleEvidence.Exercise(s_halfYearly.Id, SampleEvidence.Day))], SampleEvidence.Day.AddDays(days)).State);

    [Fact]
    public void A_drill_that_was_kept_twice_is_one_drill() => Assert.Single(
        Judge(SampleEvidence.Day, Passed("a", SampleEvidence.Day), Passed("b", SampleEvidence.Day)).Counted);

    [Fact]
    public void A_path_without_files_was_never_walked()
    {
        var proof = Judge(SampleEvidence.Day, File("a", SampleEvidence.Exercise("database-failover", SampleEvidence.Day)), new("b.json", null, [new("b.json", "", "refused")]));

        Assert.Equal((PathState.Never, null, null, null), (proof.State, proof.Decisive, proof.ProvenOn, proof.AgeDays));
        Assert.Empty(proof.Counted);
    }

    [Fact]
    public void Another_topology_makes_it_stale_however_new_it_is()
    {
        var proof = PathProof.Of(s_monthly, "sha256:" + new string('b', 64), [Passed("a", SampleEvidence.Day)], SampleEvidence.Day);

        Assert.Equal((PathState.Stale, "a.json", SampleEvidence.Day), (proof.State, proof.Decisive!.Name, proof.ProvenOn));
        Assert.Empty(proof.Counted);
    }

    [Fact]
    public void The_newest_on_todays_topology_decides_and_older_ones_on_it_are_counted_too()
    {
        var other = File("d", SampleEvidence.On(SampleEvidence.Day) with { Exercised = "sha256:" + new string('b', 64) });

        var proof = Judge(SampleEvidence.Day, Passed("b", SampleEvidence.Day.AddDays(-1)), other, Passed("c", SampleEvidence.Day.AddDays(-62)), Passed("a", SampleEvidence.Day.AddDays(-63)));

        Assert.Equal((PathState.Proven, "b.json", 1), (proof.State, proof.Decisive!.Name, proof.AgeDays));
        Assert.Equal(["c.json", "b.json"], proof.Counted.Select(file => file.Name));
    }

    [Fact]
    public void A_failed_drill_takes_everything_before_it_away()
    {
        var proof = Judge(SampleEvidence.Day, Passed("a", SampleEvidence.Day.AddDays(-5)), Failed("b", SampleEvidence.Day));

        Assert.Equal((PathState.Failed, "b.json", SampleEvidence.Day.AddDays(-5), null), (proof.State, proof.Decisive!.Name, proof.ProvenOn, proof.Achieved));
        Assert.Empty(proof.Counted);
    }

    [Fact]
    public void A_drill_that_passed_after_it_gives_it_back()
    {
        var proof = Judge(SampleEvidence.Day, Failed("a", SampleEvidence.Day.AddDays(-5)), Passed("b", SampleEvidence.Day));

        Assert.Equal(PathState.Proven, proof.State);
        Assert.Equal(["b.json"], proof.Counted.Select(file => file.Name));
    }

    [Fact]
    public void What_was_never_walked_is_the_least_recently_proven_and_then_the_oldest()
    {
        PathProof[] proofs = [Judge(SampleEvidence.Day, Passed("a", SampleEvidence.Day)), Judge(SampleEvidence.Day, Passed("b", SampleEvidence.Day.AddDays(-1)))];

        Assert.Same(proofs[1], new RecoveryProofs(proofs, []).LeastRecentlyProven);
        var failed = Judge(SampleEvidence.Day, Passed("a", SampleEvidence.Day), Failed("c", SampleEvidence.Day.AddDays(1)));
        Assert.Same(failed, new RecoveryProofs([.. proofs, failed], []).LeastRecentlyProven);
        Assert.Equal(PathState.Never, new RecoveryProofs([.. proofs, Judge(SampleEvidence.Day)], []).LeastRecentlyProven!.State);
    }

    [Fact]
    public void One_drill_is_one_number()
    {
        var measured = new RecoveryProofs([Judge(SampleEvidence.Day, Passed("a", SampleEvidence.Day))], []).Measured;

        Assert.Equal(["cluster.create", "database.restore"], measured.All.Select(duration => duration.Id));
        Assert.Equal(new Duration("database.restore", MinuteRange.Exactly(31), Grade.Measured, "measured on 2026-11-20: a.json"), measured.Of(Durations.Restore));
    }

    [Theory]
    [InlineData(new[] { 31.0, 20, 45 }, 20, 31, 45)]
    [InlineData(new[] { 31.0, 20, 45, 25 }, 20, 28, 45)]
    public void Several_drills_are_the_shortest_the_median_and_the_longest(double[] minutes, double low, double likely, double high)
    {
        var files = minutes.Select((took, index) => File($"{index}", Restoring(SampleEvidence.Day.AddDays(-index), took))).ToArray();

        var restore = new RecoveryProofs([Judge(SampleEvidence.Day, files)], []).Measured.Of(Durations.Restore);

        Assert.Equal(new MinuteRange(low, likely, high), restore.Minutes);
        Assert.Equal($"measured {minutes.Length} times, last on 2026-11-20: {string.Join(", ", files.Reverse().Select(file => file.Name))}", restore.Source);
    }

    /// <summary>A restore drill says nothing about a promotion, whatever somebody writes into its phases.</summary>
    [Fact]
    public void A_path_measures_only_what_it_is_about()
    {
        var evidence = SampleEvidence.Good with { Phases = [EvidencePhase.Of(Durations.Promotion.Id, SampleEvidence.Good.StartedAt, SampleEvidence.Good.FinishedAt)] };

        Assert.Empty(new RecoveryProofs([Judge(SampleEvidence.Day, File("a", evidence))], []).Measured.All);
    }

    private static PathProof Judge(DateOnly today, params EvidenceFile[] files) => PathProof.Of(s_monthly, SampleEvidence.Hash, files, today);

    private static EvidenceFile Passed(string name, DateOnly day) => File(name, SampleEvidence.On(day));

    private static EvidenceFile Failed(string name, DateOnly day) => File(name, SampleEvidence.On(day) with { Passed = false });

    private static EvidenceFile File(string name, DrillEvidence evidence) => new($"{name}.json", evidence, []);

    private static DrillEvidence Restoring(DateOnly day, double minutes)
    {
        var start = SampleEvidence.At(day, "03:10:00");
        return SampleEvidence.On(day) with { Phases = [EvidencePhase.Of(Durations.Restore.Id, start, start.AddMinutes(minutes))] };
    }
}
