using MlTa.Offline;
using MlTa.Settings.Drills;
using MlTa.Settings.Reading;

namespace MlTa.Tests.Support;

/// <summary>The drill of this commit: valid settings, and what they declare.</summary>
internal static class CommittedDrill
{
    public static string File { get; } = Path.Combine(CommittedStacks.Folder, "Pulumi.dr-test.yaml");

    public static DrillSettings Settings { get; } = StackFolder.Read(CommittedStacks.Folder, new StackRequest("dr-test-20261101", File, [], false)).Drills
        .Single(drill => drill.Stack == "dr-test-20261101");

    /// <summary>The same, restored from the point-in-time copy.</summary>
    public static DrillSettings InTime { get; } = Settings with
    {
        Drill = Settings.Drill with { MaximumDataLossMinutes = 30 },
        Restore = new() { AutomatedBackupsArn = "arn:aws:rds:us-east-1:111122223333:auto-backup:ab-0123456789", Time = Settings.Restore.Time },
    };

    /// <summary>The same in the archive's region.</summary>
    public static DrillSettings InArchive { get; } = Settings with
    {
        Region = "eu-west-1",
        Rehearses = "backup",
        Network = Settings.Network with { Zones = ["eu-west-1a", "eu-west-1b"] },
        Restore = Settings.Restore with { RecoveryPoint = "arn:aws:rds:eu-west-1:111122223333:snapshot:awsbackup:copyjob-1" },
        Workloads = Settings.Workloads with { Registry = "111122223333.dkr.ecr.eu-west-1.amazonaws.com" },
    };

    private static readonly Lazy<Task<StackGraph>> s_graph = new(() => OfflineRun.EvaluateAsync(Settings));

    public static Task<StackGraph> GraphAsync() => s_graph.Value;
}
