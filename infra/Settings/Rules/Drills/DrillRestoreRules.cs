using System.Globalization;
using MlTa.Settings.Drills;

namespace MlTa.Settings.Rules.Drills;

/// <summary>What is restored, as of when, and how long the stack lives.</summary>
internal static class DrillRestoreRules
{
    private const string TimeLimit = "expected a time in UTC and in quotes such as \"2026-11-23T03:05:00Z\"";

    /// <summary>AWS prescriptive guidance, "Disaster recovery ... Amazon RDS", "PITR and snapshots": a recovery point of 5 to 30 minutes across regions.</summary>
    public const int LatestPointInTimeMinutes = 30;

    public static readonly Rule<DrillSettings>[] All =
    [
        new("restore", s => (s.Restore.RecoveryPoint is null) == (s.Restore.AutomatedBackupsArn is null),
            s => $"expected one of recoveryPoint and automatedBackupsArn, got {(s.Restore.RecoveryPoint is null ? "none" : "both")}"),

        new("restore.recoveryPoint", s => s.Restore.RecoveryPoint is { } arn && !DatabaseOrigins.IsArn(arn, s.Region, "snapshot"),
            s => $"RDS restores within a region, so give an ARN arn:aws:rds:{s.Region}:ACCOUNT:snapshot:NAME, got '{s.Restore.RecoveryPoint}'", "region"),

        new("restore.automatedBackupsArn", s => s.Restore.AutomatedBackupsArn is { } arn && !DatabaseOrigins.IsArn(arn, s.Region, "auto-backup"),
            s => $"RDS restores within a region, so give an ARN arn:aws:rds:{s.Region}:ACCOUNT:auto-backup:NAME, got '{s.Restore.AutomatedBackupsArn}'", "region"),

        Time("restore.time", s => s.Restore.Time),
        Time("drill.startedAt", s => s.Drill.StartedAt),
        Time("drill.expires", s => s.Drill.Expires),

        new("restore.time", s => IsBefore(s.Drill.StartedAt, s.Restore.Time),
            s => $"a copy is of a moment before the disaster, drill.startedAt, which is {s.Drill.StartedAt}, got {s.Restore.Time}", "drill.startedAt"),

        new("drill.expires", s => LifeOf(s) is { } life && (life <= TimeSpan.Zero || life > TimeSpan.FromHours(DrillRules.LongestLifeHours)),
            s => string.Create(
                CultureInfo.InvariantCulture,
                $"a drill ends within {DrillRules.LongestLifeHours} hours of drill.startedAt, which is {s.Drill.StartedAt}, got {s.Drill.Expires}, {LifeOf(s)!.Value.TotalHours:0.##} hours after it"),
            "drill.startedAt"),

        new("drill.maximumDataLossMinutes", s => s.Drill.MaximumDataLossMinutes < 1,
            s => $"a copy is always older than the disaster, so give at least 1, got {s.Drill.MaximumDataLossMinutes}"),

        new("drill.maximumDataLossMinutes", s => s.Restore.AutomatedBackupsArn is not null && s.Drill.MaximumDataLossMinutes > LatestPointInTimeMinutes,
            s => $"a point-in-time copy is at most {LatestPointInTimeMinutes} minutes behind, so give no more, got {s.Drill.MaximumDataLossMinutes}", "restore"),
    ];

    private static Rule<DrillSettings> Time(string path, Func<DrillSettings, string> time) =>
        new(path, s => !UtcTime.IsOne(time(s)), s => $"{TimeLimit}, got '{time(s)}'");

    private static bool IsBefore(string text, string other) =>
        UtcTime.TryParse(text, out var time) && UtcTime.TryParse(other, out var otherTime) && time < otherTime;

    /// <summary>Null where a time is none.</summary>
    private static TimeSpan? LifeOf(DrillSettings settings) =>
        UtcTime.TryParse(settings.Drill.StartedAt, out var from) && UtcTime.TryParse(settings.Drill.Expires, out var to) ? to - from : null;
}
