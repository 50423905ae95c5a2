using MlTa.Recovery.Moves;
using MlTa.Recovery.Time;
using MlTa.Settings;

namespace MlTa.Recovery.Procedures;

/// <summary>Both serving regions are gone: the archive's region is built from nothing, and the database from its newest recovery point.</summary>
public static class ColdRestorePlan
{
    public const string LastBackup = "last-backup";
    public const string LazyLoad = "lazy-load";
    public const string Validate = "validate";

    /// <param name="estate">All stacks.</param>
    /// <param name="isGraceful">Whether the serving regions still answer, so that a last recovery point can be made and copied.</param>
    /// <param name="lost">The regions that do not answer.</param>
    /// <param name="graphs">What stacks declare.</param>
    public static async Task<RecoveryPlan> OfAsync(Estate estate, bool isGraceful, IReadOnlySet<string> lost, GraphCache graphs)
    {
        var archive = estate.Archive!;
        var planned = await PlannedMove.OfAsync(RestoreCold.In(estate, archive.Stack, isGraceful), graphs);
        var rebuild = planned[RestoreCold.RebuildPhase];
        var fences = isGraceful ? planned.Ups.Where(up => up != rebuild).ToList() : [];
        var declared = await graphs.OfAsync(estate.Stacks);
        var steps = new StepList();
        var ready = isGraceful
            ? BeginGraceful(steps, fences, estate.Active!, archive)
            : BeginSudden(steps, declared, lost, archive);

        var done = steps.AddUp(rebuild, [ready]);
        var restored = steps.Steps.Where(step => step.Duration == Durations.Restore).Select(step => step.Id).ToList();
        steps.Add(new() { Id = LazyLoad, Title = "Load the restored data from S3", Actor = Actor.Machine, Api = "", After = restored, Duration = Durations.LazyLoad });
        steps.ByPerson(Validate, "Run the integrity queries against the restored database", Actor.OnCall, Durations.ValidateData, [LazyLoad]);
        Handover.End(steps, Handover.ByRecord(ServiceDns.Of(declared)), [.. done], [.. done, Validate]);
        return new()
        {
            Title = $"Cold restore in {archive.Stack}",
            Planned = planned,
            Ups = [.. fences, rebuild],
            Steps = steps.Steps,
            OutageFrom = fences.Count == 0 ? OutageSteps.Notice : $"{fences[0].Phase.Id}-start",
            Lost = lost,
        };
    }

    private static string BeginSudden(StepList steps, IReadOnlyList<Offline.StackGraph> declared, IReadOnlySet<string> lost, StackSettings archive)
    {
        Handover.Begin(steps, declared, lost, new()
        {
            Id = Handover.Look,
            Title = $"Find the newest recovery point in {archive.Names.Vault}: what came after it will be lost",
            Actor = Actor.OnCall,
            Api = "backup:ListRecoveryPointsByBackupVault",
            Command = ManualCommands.NewestRecoveryPoint(archive),
            Needs = [new(archive.Region, $"the vault {archive.Names.Vault}", Plane.Data)],
            Duration = Durations.Look,
        });
        return Handover.Edit;
    }

    /// <summary>Writes stop first; then what there is is backed up and copied once more.</summary>
    private static string BeginGraceful(StepList steps, IReadOnlyList<PlannedUp> fences, StackSettings active, StackSettings archive)
    {
        Handover.BeginPlanned(steps);
        List<string> fenced = [.. fences.SelectMany(fence => steps.AddUp(fence, [Handover.Edit]))];
        return steps.Add(new()
        {
            Id = LastBackup,
            Title = $"Make a last recovery point, and copy it to {archive.Region}",
            Actor = Actor.OnCall,
            Api = "backup:StartBackupJob, backup:StartCopyJob",
            Command = ManualCommands.BackUpAndCopy(active, archive),
            Needs = [new(active.Region, "AWS Backup", Plane.Control), new(archive.Region, "AWS Backup", Plane.Control)],
            After = fenced,
            Duration = Durations.BackupAndCopy,
        });
    }
}
