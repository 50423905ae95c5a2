using MlTa.Settings;
using MlTa.Settings.Drills;

namespace MlTa.Recovery.Evidence.Results;

/// <summary>What a drill began with.</summary>
/// <param name="Drill">The drill's stack, or the name of the exercise.</param>
/// <param name="Region">Where it was held.</param>
/// <param name="StartedAt">When the disaster was declared.</param>
/// <param name="Restored">What is restored; null where nothing is.</param>
public sealed record DrillStart(string Drill, string Region, DateTimeOffset StartedAt, RestoredData? Restored)
{
    /// <param name="settings">Of the drill's stack, which are checked: its times are times.</param>
    /// <param name="path">The path that was walked. Where nothing is restored on it, what the stack restored was only made to walk it.</param>
    public static DrillStart Of(DrillSettings settings, string path) => new(
        settings.Stack,
        settings.Region,
        TimeOf(settings.Drill.StartedAt),
        RecoveryPaths.KindOf(path) is null ? null
        : settings.Restore.RecoveryPoint is { } point ? new(RestoredData.Copy, point, TimeOf(settings.Restore.Time))
        : new(RestoredData.PointInTime, settings.Restore.AutomatedBackupsArn!, TimeOf(settings.Restore.Time)));

    /// <exception cref="FormatException">It is none, which the rules of the settings have seen to.</exception>
    private static DateTimeOffset TimeOf(string text) => UtcTime.TryParse(text, out var time) ? time : throw new FormatException($"expected a time, got '{text}'");
}
