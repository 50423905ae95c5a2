using MlTa.Recovery.Moves;
using MlTa.Recovery.Time;

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
            ? BeginGraceful(steps, fences, archive.Region)
            : BeginSudden(steps, declared, lost, archive.Region, archive.Names.Vault);

        var done = steps.AddUp(rebuild, [ready]);
        var restored = steps.Steps.Where(step => step.Duration == Durations.Restore).Select(step => step.Id).ToList();
        steps.Add(new() { Id = LazyLoad, Title = "Load the restored data from S3", Actor = Actor.Machine, Api = "", After = restored, Duration = Durations.LazyLoad });
        steps.ByPerson(Validate, "Run the integrity queries against the restored database", Actor.OnCall, Durations.ValidateData, [LazyLoad]);
        Handover.End(steps, TakingOver(ServiceDns.Of(declared)), [.. done], [.. done, Validate]);
        return new()
        {
            Title = $"Cold restore in {archive.Stack}",
            Planned = planned,
            Ups = [.. fences, rebuild],
            Steps = steps.Steps,
            OutageFrom = fences.Count == 0 ? OutageSteps.Notice : $"{fences[0].Phase.Id}-start",
            Decided = Handover.Edit,
            Done = Handover.Verify,
            Lost = lost,
        };
    }

    private static string BeginSudden(StepList steps, IReadOnlyList<Offline.StackGraph> declared, IReadOnlySet<string> lost, string region, string vault)
    {
        Handover.Begin(steps, declared, lost, $"Find the newest recovery point in {vault}: what came after it will be lost", new(region, $"the vault {vault}", Plane.Data));
        return Handover.Edit;
    }

    /// <summary>Writes stop first; then what there is is backed up and copied once more.</summary>
    private static string BeginGraceful(StepList steps, IReadOnlyList<PlannedUp> fences, string region)
    {
        Handover.BeginPlanned(steps);
        List<string> fenced = [.. fences.SelectMany(fence => steps.AddUp(fence, [Handover.Edit]))];
        return steps.Add(new()
        {
            Id = LastBackup,
            Title = $"Make a last recovery point, and copy it to {region}",
            Actor = Actor.OnCall,
            Api = "backup:StartBackupJob, backup:StartCopyJob",
            Needs = [.. fences.Select(fence => new Need(fence.After.Region, "AWS Backup", Plane.Control)).Append(new(region, "AWS Backup", Plane.Control))],
            After = fenced,
            Duration = Durations.BackupAndCopy,
        });
    }

    private static Duration TakingOver(ServiceDns? dns) => Durations.DnsPropagation with
    {
        Id = "dns.propagation-and-ttl",
        Minutes = Durations.DnsPropagation.Minutes + (dns is null ? MinuteRange.Zero : Durations.OfSeconds("", dns.TtlSeconds, "").Minutes),
    };
}
