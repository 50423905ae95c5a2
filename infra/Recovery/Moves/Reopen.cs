using MlTa.Settings;

namespace MlTa.Recovery.Moves;

/// <summary>
/// The stack that took over is lost before it was protected, and the old region is back: its database, closed since the failover, is opened
/// again. What was written since then stays behind.
/// </summary>
public static class Reopen
{
    public const string ReopenPhase = "reopen";

    public static Move Of(Estate estate, string fenced)
    {
        var left = estate.Active!;
        var kept = estate[fenced];
        var opened = kept with
        {
            Role = Role.Active,
            // What follows nobody may come back with an old writer, as after any failover.
            Failover = kept.Failover is { } failover ? failover with { Pinned = true } : null,
            // It may have been paused before it was fenced.
            Workloads = kept.Workloads with { WritesPaused = false },
        };
        return new Move(estate)
            .Then(ReopenPhase, opened, $"open the database that {fenced} kept, and start its workloads")
            .Then($"{FailOver.FencePhase}-{left.Stack}", left with { Role = Role.Fenced }, $"keep anybody from writing in {left.Stack}, and keep its data");
    }
}
