using MlTa.Offline;
using MlTa.Recovery.Time;

namespace MlTa.Recovery.Procedures;

/// <summary>What every procedure that moves users begins and ends with.</summary>
internal static class Handover
{
    public const string Decide = "decide";
    public const string Edit = "edit";
    public const string Look = "look";
    public const string UsersMove = "users-move";
    public const string CacheWarms = "cache-warms";
    public const string Verify = "verify";

    /// <summary>An outage is noticed, looked at and decided about, and the stack files are changed.</summary>
    public static void Begin(StepList steps, IReadOnlyList<StackGraph> graphs, IReadOnlySet<string> lost, string look, Need lookedAt)
    {
        OutageSteps.Add(steps, graphs, lost);
        AddLook(steps, look, lookedAt, [OutageSteps.Acknowledge]);
        steps.ByPerson(Decide, "Decide that the region is given up", Actor.IncidentCommander, Durations.DecideFailover, [OutageSteps.WakeCommander, Look]);
        steps.ByPerson(Edit, "Change the stack files, and commit them", Actor.OnCall, Durations.EditFiles, [Decide], "pulumi config set");
    }

    /// <summary>Nothing has failed: it is decided, and the stack files are changed.</summary>
    public static void BeginPlanned(StepList steps)
    {
        steps.ByPerson(Decide, "Decide on the hour, and tell users", Actor.IncidentCommander, Durations.DecideFailover, []);
        steps.ByPerson(Edit, "Change the stack files, and commit them", Actor.OnCall, Durations.EditFiles, [Decide], "pulumi config set");
    }

    public static void AddLook(StepList steps, string title, Need lookedAt, IEnumerable<string> after) => steps.Add(new()
    {
        Id = Look,
        Title = title,
        Actor = Actor.OnCall,
        Api = "the dashboard",
        Needs = [lookedAt],
        After = [.. after],
        Duration = Durations.Look,
    });

    /// <summary>Users are answered by the region, the cache fills, and people find that it works.</summary>
    /// <param name="steps">Takes the steps.</param>
    /// <param name="moving">How users get there, which the DNS decides by itself.</param>
    /// <param name="movesAfter">What users wait for.</param>
    /// <param name="all">Everything that has to be done before it is looked at.</param>
    public static void End(StepList steps, Duration moving, IEnumerable<string> movesAfter, IEnumerable<string> all)
    {
        steps.Add(new() { Id = UsersMove, Title = "Answer users with the new region", Actor = Actor.Machine, Api = "Route 53, name servers", After = [.. movesAfter], Duration = moving });
        steps.Add(new() { Id = CacheWarms, Title = "Fill the cache from the database", Actor = Actor.Machine, Api = "", After = [UsersMove], Duration = Durations.CacheWarms });
        steps.ByPerson(Verify, "Go through the checklist after a recovery", Actor.Team, Durations.Verify, [.. all, CacheWarms]);
    }
}
