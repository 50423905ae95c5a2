namespace MlTa.Recovery.Moves;

/// <summary>
/// The database's content is damaged, and so is the replica's: writes stop, what there is is kept, and a new lineage is restored to a moment
/// before the damage.
/// </summary>
public static class RecoverContent
{
    public const string PausePhase = "pause";
    public const string RestorePhase = "restore";
    public const string ResumePhase = "resume";

    /// <summary>Stands for what is only known on the day; people see <see cref="Unknowns"/> instead.</summary>
    public static Move Of(Estate estate)
    {
        var damaged = estate.Active!;
        var paused = damaged with
        {
            Workloads = damaged.Workloads with { WritesPaused = true },
            Database = damaged.Database with
            {
                EmergencySnapshots = [.. damaged.Database.EmergencySnapshots, new() { Stamp = Unknowns.Stamp, Generation = damaged.Database.Generation }],
            },
        };
        var restored = paused with
        {
            Database = Protect.Replaced(paused.Database, estate.NextGeneration) with
            {
                RestoredFrom = new() { Generation = damaged.Database.Generation, Time = Unknowns.Time },
            },
        };
        var resumed = restored with { Workloads = restored.Workloads with { WritesPaused = false } };

        var move = new Move(estate)
            .Then(PausePhase, paused, $"stop all writes in {damaged.Stack}, then take a snapshot of what is there")
            .Then(RestorePhase, restored, "restore the database as it was before the damage, as a new generation, and lead the secret to it")
            .Then(ResumePhase, resumed, "start writing again");
        return estate.Standby is { } standby ? move.Then(next => Protect.By(next, standby.Stack)) : move;
    }
}
