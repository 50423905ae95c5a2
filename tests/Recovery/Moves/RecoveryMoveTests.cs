using MlTa.Recovery.Moves;
using Xunit;

namespace MlTa.Tests.Recovery.Moves;

/// <summary>Moves that repair what a failover does not.</summary>
public sealed class RecoveryMoveTests
{
    [Fact]
    public void Damaged_content_is_closed_kept_and_restored_into_a_new_lineage_which_the_standby_follows() => Assert.Equal(
        [
            "pause: primary database.emergencySnapshots[0].stamp nothing -> YYYYMMDD-HHMM",
            "pause: primary database.emergencySnapshots[0].generation nothing -> 0",
            "pause: primary workloads.writesPaused false -> true",
            "restore: primary database.generation 0 -> 3",
            "restore: primary database.restoredFrom.generation nothing -> 0",
            "restore: primary database.restoredFrom.time nothing -> YYYY-MM-DDThh:mm:ssZ",
            "restore: primary database.kept[0].generation nothing -> 0",
            "resume: primary workloads.writesPaused true -> false",
            "follow-secondary: secondary database.generation 1 -> 4",
            "follow-secondary: secondary database.source.generation 0 -> 3",
            "follow-secondary: secondary database.kept[0].generation nothing -> 1",
            "follow-secondary: secondary database.kept[0].source.region nothing -> us-west-2",
            "follow-secondary: secondary database.kept[0].source.generation nothing -> 0",
        ],
        CommittedMoves.All[CommittedMoves.Content].Texts());

    [Fact]
    public void Without_a_standby_nobody_follows() => Assert.Equal(
        [RecoverContent.PausePhase, RecoverContent.RestorePhase, RecoverContent.ResumePhase], RecoverContent.Of(CommittedMoves.AfterFailover).Ids());

    [Fact]
    public void A_service_is_restarted_by_a_new_time() => Assert.Equal(
        ["restart: primary workloads.restartedAt nothing -> YYYY-MM-DDThh:mm:ssZ"],
        CommittedMoves.All[CommittedMoves.Service].Texts());

    [Fact]
    public void A_cold_restore_makes_the_archive_serve_from_its_newest_recovery_point() => Assert.Equal(
        [
            "rebuild: backup role archive -> active",
            "rebuild: backup network.natGateways none -> perZone",
            "rebuild: backup database.restoredFrom.snapshot nothing -> arn:aws:rds:eu-west-1:111122223333:snapshot:NEWEST-RECOVERY-POINT",
            "fence-primary: primary role active -> fenced",
            "fence-secondary: secondary role standby -> fenced",
        ],
        CommittedMoves.All[CommittedMoves.ColdSudden].Texts());

    [Fact]
    public void A_planned_one_fences_the_others_first() =>
        Assert.Equal(["fence-primary", "fence-secondary", "rebuild"], CommittedMoves.All[CommittedMoves.ColdGraceful].Ids());

    [Fact]
    public void What_is_fenced_already_stays_as_it_is() => Assert.Equal(
        ["rebuild", "fence-secondary"], RestoreCold.In(CommittedMoves.AfterFailover, "backup", isGraceful: false).Ids());

    /// <summary>No file begins with what stands for a value that is only known on the day.</summary>
    [Fact]
    public void What_is_not_known_yet_is_shown_as_a_blank()
    {
        var commands = CommittedMoves.All.Values.SelectMany(move => move.Phases).SelectMany(phase => phase.Config).Select(change => change.Command).ToList();

        foreach (var unknown in new[] { Unknowns.Stamp, Unknowns.Time, "job-00000000-0000-0000-0000-000000000000" })
        {
            Assert.Contains(commands, command => command.Contains(unknown, StringComparison.Ordinal));
            Assert.DoesNotContain(commands, command => Unknowns.Show(command).Contains(unknown, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void What_is_known_is_shown_as_it_is() =>
        Assert.Equal("pulumi config set ml-ta:role active --stack secondary", Unknowns.Show(CommittedMoves.All[CommittedMoves.Sudden].Phases[0].Config[0].Command));
}
