using MlTa.Naming;
using MlTa.Offline;
using MlTa.Recovery.Time;

namespace MlTa.Recovery.Procedures;

/// <summary>From the beginning of an outage until somebody may decide about it. Read from the alarms that are declared where they still work.</summary>
internal static class OutageSteps
{
    public const string Notice = "notice";
    public const string WakeOnCall = "wake-on-call";
    public const string Acknowledge = "acknowledge";
    public const string WakeCommander = "wake-commander";

    /// <param name="steps">Takes the steps.</param>
    /// <param name="graphs">What is declared.</param>
    /// <param name="lost">The regions that do not answer.</param>
    public static void Add(StepList steps, IReadOnlyList<StackGraph> graphs, IReadOnlySet<string> lost)
    {
        AddOnCall(steps, graphs, lost, "Notice that no region is writable");
        var ladder = Ladder(graphs, lost);
        Wake(steps, WakeCommander, "Call the incident commander", EscalationLevel.Management, ladder);
    }

    /// <summary>Of a part that fails nobody beyond the on-call engineer hears.</summary>
    public static void AddOnCall(StepList steps, IReadOnlyList<StackGraph> graphs, IReadOnlySet<string> lost, string notice)
    {
        var ladder = Ladder(graphs, lost);
        if (ladder.Count == 0)
        {
            steps.ByPerson(Notice, $"{notice}: no alarm is left that would", Actor.Team, Durations.NoticeDamage, []);
        }
        else
        {
            steps.Add(new()
            {
                Id = Notice,
                Title = notice,
                Actor = Actor.Machine,
                Api = "CloudWatch alarm",
                Needs = NeedsOf(ladder),
                Duration = Noticing(graphs, ladder[0].Region),
            });
        }

        Wake(steps, WakeOnCall, "Call the on-call engineer and the deputy", EscalationLevel.OnCall, ladder);
        steps.ByPerson(Acknowledge, "Answer, open the dashboard and AWS's health page", Actor.OnCall, Durations.Acknowledge, [WakeOnCall]);
    }

    /// <summary>The levels of the region where they are reached first, of those that still work; nothing where none does.</summary>
    private static List<AlertRoute> Ladder(IReadOnlyList<StackGraph> graphs, IReadOnlySet<string> lost) =>
        AlertRoutes.Of(graphs)
            .Where(route => route.AfterMinutes is not null && !lost.Contains(route.Region))
            .GroupBy(route => route.Region)
            .OrderBy(region => region.Min(route => route.AfterMinutes))
            .Select(region => region.ToList())
            .FirstOrDefault() ?? [];

    private static void Wake(StepList steps, string id, string title, EscalationLevel level, List<AlertRoute> ladder)
    {
        if (ladder.FirstOrDefault(rung => rung.Level == Words.Kebab(level)) is { } rung)
        {
            steps.Add(new()
            {
                Id = id,
                Title = $"{title}, after {rung.AfterMinutes} minutes of outage",
                Actor = Actor.Machine,
                Api = "SNS",
                Needs = NeedsOf(ladder),
                After = [Notice],
                Duration = Durations.BySetting($"escalation.{rung.Level}", rung.AfterMinutes!.Value, "the level's alarm, which is set by ml-ta:escalation"),
            });
        }
        else
        {
            // Whoever has noticed it by looking calls at once.
            steps.ByPerson(id, $"{title}: no alarm is left that would", Actor.Team, ladder.Count == 0 ? Durations.None : Durations.NoticeDamage, [Notice]);
        }
    }

    private static Need[] NeedsOf(List<AlertRoute> ladder) =>
        ladder.Count == 0 ? [] : [new(ladder[0].Region, $"the outage alarms in {ladder[0].Region}", Plane.Data)];

    private static Duration Noticing(IReadOnlyList<StackGraph> graphs, string region) => ServiceDns.Of(graphs) is { } dns && dns.Region == region
        ? Durations.OfSeconds("detection.gate", dns.GateIntervalSeconds * dns.GateFailures, "interval times failures of the gate (Route 53 developer guide, \"How Amazon Route 53 determines whether a health check is healthy\")")
        : Durations.None;
}
