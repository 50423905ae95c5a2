using MlTa.Offline;
using MlTa.Recovery.Moves;
using MlTa.Recovery.Time;

namespace MlTa.Recovery.Procedures;

/// <summary>What every procedure that moves users begins and ends with.</summary>
internal static class Handover
{
    public const string Decide = "decide";
    public const string Edit = "edit";
    public const string Look = "look";
    public const string Point = "point-record";
    public const string UsersMove = "users-move";
    public const string CacheWarms = "cache-warms";
    public const string Verify = "verify";

    /// <summary>An outage is noticed, looked at and decided about, and the stack files are changed.</summary>
    public static void Begin(StepList steps, IReadOnlyList<StackGraph> graphs, IReadOnlySet<string> lost, RecoveryStep look)
    {
        OutageSteps.Add(steps, graphs, lost);
        steps.Add(look with { Id = Look, After = [OutageSteps.Acknowledge] });
        steps.ByPerson(Decide, "Decide that the region is given up", Actor.IncidentCommander, Durations.DecideFailover, [OutageSteps.WakeCommander, Look]);
        AddEdit(steps, [Decide]);
    }

    /// <summary>Nothing has failed: it is decided, and the stack files are changed.</summary>
    public static void BeginPlanned(StepList steps)
    {
        steps.ByPerson(Decide, "Decide on the hour, and tell users", Actor.IncidentCommander, Durations.ChooseHour, []);
        AddEdit(steps, [Decide]);
    }

    public static string AddEdit(StepList steps, IEnumerable<string> after) =>
        steps.ByPerson(Edit, "Change the stack files as below, and commit them together", Actor.OnCall, Durations.EditFiles, after);

    /// <summary>
    /// The records lead to a region that is pinned, and whoever could change that is lost: the one that users are sent to first is changed by hand.
    /// </summary>
    public static string AddPoint(StepList steps, Estate estate, string to) => steps.Add(new()
    {
        Id = Point,
        Title = "Change the PRIMARY record by hand, so that it leads to the region and asks no gate",
        Actor = Actor.OnCall,
        Api = Reachability.RecordChange,
        Command = ManualCommands.PointPrimary(estate, to),
        Needs = [Need.DnsControl],
        After = [Edit],
        Duration = Durations.ApiCalls,
    });

    /// <summary>Whether users are kept from the stack by records that nobody can change with an <c>up</c> any more.</summary>
    public static bool IsPinnedAway(Estate estate, string to, IReadOnlySet<string> lost) =>
        estate.KeeperOfRecords is { Failover.Pinned: true } keeper && keeper.Stack != to && lost.Contains(keeper.Region);

    /// <summary>Users are answered by the region, the cache fills, and people find that it works.</summary>
    /// <param name="steps">Takes the steps.</param>
    /// <param name="moving">How long users take to get there.</param>
    /// <param name="movesAfter">What users wait for.</param>
    /// <param name="all">Everything that has to be done before it is looked at.</param>
    public static void End(StepList steps, Duration moving, IEnumerable<string> movesAfter, IEnumerable<string> all)
    {
        steps.Add(new() { Id = UsersMove, Title = "Answer users with the new region", Actor = Actor.Machine, Api = "Route 53, name servers", After = [.. movesAfter], Duration = moving });
        steps.Add(new() { Id = CacheWarms, Title = "Fill the cache from the database", Actor = Actor.Machine, Api = "", After = [UsersMove], Duration = Durations.CacheWarms });
        steps.ByPerson(Verify, "Go through the checklist after a recovery", Actor.Team, Durations.Verify, [.. all, CacheWarms]);
    }

    /// <summary>A gate changes its opinion, and resolvers forget the old answer.</summary>
    public static Duration ByGate(ServiceDns? dns) => dns is null
        ? Durations.None
        : Durations.OfSeconds("dns.gate-and-ttl", dns.GateSeconds + dns.TtlSeconds, "interval times answers of the gate, and the records' TTL: Route 53 developer guide");

    /// <summary>A record is changed, and resolvers forget the old answer.</summary>
    public static Duration ByRecord(ServiceDns? dns) => Durations.DnsPropagation with
    {
        Id = "dns.propagation-and-ttl",
        Minutes = Durations.DnsPropagation.Minutes + (dns is null ? MinuteRange.Zero : Durations.OfSeconds("", dns.TtlSeconds, "").Minutes),
    };
}
