using MlTa.Components.Monitoring;
using MlTa.Components.Traffic;
using MlTa.Naming;
using MlTa.Settings;

namespace MlTa.Topology;

/// <summary>
/// Outages, and who hears of them when. In two regions, each by other means: us-east-1 asks the health checks, and the archive, which
/// outlives both, listens to the heartbeats. Who is told when is the same in every role.
/// </summary>
internal static class EscalationTopology
{
    private const string Outage = "outage";

    /// <summary>A part of one region that fails is no outage: nobody beyond the on-call engineer hears of it.</summary>
    private static readonly EscalationLevel[] s_levelsOfPart = [EscalationLevel.AutomatedRecovery, EscalationLevel.OnCall];

    /// <returns>The name of the ladder for outages; null where there is none.</returns>
    public static string? Declare(DeclaredRegion region, EscalationTopics topics, HealthChecks? checks)
    {
        var settings = region.Settings;
        var heard = settings.ExistingPeers.Where(peer => peer.Tier == Tier.Serving).Select(settings.NamesOf).ToList();
        if (heard.Count > 0)
        {
            new HeartbeatAlarms("heartbeats", new() { Names = region.Names, Topics = topics, Senders = heard }, region.Options);
        }

        if (checks is not null)
        {
            DeclareLadder(
                region, topics, "No region is writable, as the health checks see it: users cannot work.", Signal.HighestOf([.. Gates(checks)]), EscalationSettings.FailedCheckMinutes);
            DeclareParts(region, topics, checks);
            return Outage;
        }

        // After a cold restore nobody else is left to hear the archive: it notices then that it cannot be written, and not that it is lost.
        var writers = settings.Role == Role.Active ? [.. heard, region.Names] : heard;
        if (settings.Tier == Tier.Archive && writers.Count > 0)
        {
            DeclareLadder(
                region, topics, "No region says that it is writable: users cannot work, or nothing is heard from either.",
                Signal.HighestOf([.. writers.Select(stack => RecoveryMetric.Active(stack.Stack, "Maximum"))]), EscalationSettings.MissingHeartbeatsMinutes);
            return Outage;
        }

        return null;
    }

    /// <summary>Without a pinned one: AWS does not say what the metric of a check is that is disabled, and a good value would hide every outage.</summary>
    private static IEnumerable<WatchedMetric> Gates(HealthChecks checks) =>
        checks.AskedGates.Select(gate => RecoveryMetric.HealthCheckStatus(checks.Ids[gate]));

    /// <summary>The recovery plan's four checks of every region, of one on standby too: it has to work when it is needed.</summary>
    private static void DeclareParts(DeclaredRegion region, EscalationTopics topics, HealthChecks checks)
    {
        foreach (var gate in checks.Ids.Keys.Where(check => check.IsGate))
        {
            foreach (var check in ServiceCheck.All)
            {
                new EscalationLadder($"{gate.Stack}-{check.Name}", new()
                {
                    Names = region.Names,
                    Topics = topics,
                    Settings = region.Settings.Escalation,
                    Signal = Signal.Of(RecoveryMetric.HealthCheckStatus(checks.IdOf(gate.Stack, check.Path))),
                    Levels = s_levelsOfPart,
                    Problem = $"The check '{check.Name}' of {gate.Stack} ({gate.Region}) fails.",
                    FirstStep = check.FirstStep,
                }, region.Options);
            }
        }
    }

    private static void DeclareLadder(DeclaredRegion region, EscalationTopics topics, string problem, Signal signal, int firstMinutes) =>
        new EscalationLadder(Outage, new()
        {
            Names = region.Names,
            Topics = topics,
            Settings = region.Settings.Escalation,
            Signal = signal,
            Levels = Enum.GetValues<EscalationLevel>(),
            Problem = problem,
            FirstMinutes = firstMinutes,
        }, region.Options);
}
