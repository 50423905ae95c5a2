using MlTa.Offline;
using MlTa.Recovery.Moves;
using MlTa.Settings.Drills;

namespace MlTa.Recovery.Evidence;

/// <summary>
/// The drill of a path as any run would declare it: whatever new-drill.sh sets for one run is set to a fixed value, and whatever it takes from the
/// stack of the region is taken from there. So two runs, and the committed file, are the same as long as the file is.
/// </summary>
internal static class ReferenceDrill
{
    private const string AnyTime = "2026-01-01T00:00:00Z";
    private const string AnyEnd = "2026-01-01T06:00:00Z";
    private const string AnyVersion = "release";
    private const string AnySource = "any";

    /// <summary>What the drills of the paths declare, by path; nothing where no file says it.</summary>
    /// <exception cref="RunException">The declaration failed.</exception>
    public static async Task<IReadOnlyDictionary<string, StackGraph>> GraphsOfAsync(IReadOnlyList<RecoveryPath> paths, Estate estate, DrillSettings? drill)
    {
        var restores = drill is null ? [] : paths.Where(path => path.Restores is not null).ToList();
        var graphs = await Task.WhenAll(restores.Select(path => Task.Run(() => OfflineRun.EvaluateAsync(Of(drill!, path, estate)))));
        return restores.Zip(graphs).ToDictionary(pair => pair.First.Id, pair => pair.Second);
    }

    public static DrillSettings Of(DrillSettings drill, RecoveryPath path, Estate estate)
    {
        var keeper = estate.Stacks.First(stack => stack.Region == path.Region);
        return drill with
        {
            Stack = DrillSettings.StackName,
            Region = keeper.Region,
            Rehearses = keeper.Stack,
            Network = drill.Network with { Zones = [.. keeper.Network.Zones.Take(drill.Network.Zones.Count)] },
            // Whose addresses those are is no part of a recovery.
            Cluster = drill.Cluster with { PublicAccessCidrs = [] },
            Workloads = new() { Registry = keeper.Workloads.Registry, Version = AnyVersion },
            Restore = path.Restores == RestoredData.Copy
                ? new() { RecoveryPoint = AnySource, Time = AnyTime }
                : new() { AutomatedBackupsArn = AnySource, Time = AnyTime },
            Drill = drill.Drill with { StartedAt = AnyTime, Expires = AnyEnd },
        };
    }
}
