using System.Text.RegularExpressions;

namespace MlTa.Settings.Rules;

/// <summary>What is wrong with what a database was made of, as the text of a problem; null where nothing is.</summary>
internal static partial class DatabaseOrigins
{
    private const string TimeLimit = $"UTC such as 2026-11-23T03:05:00Z, or {DatabaseRestoreSettings.Latest}";

    public static string? FlawOf(DatabaseLineageSettings lineage, StackSettings settings) => lineage switch
    {
        { RestoredFrom: null } => null,
        { Source: not null } => "a database has one origin, so remove source or restoredFrom, got both",
        _ => FlawOf(lineage.RestoredFrom, settings.Region),
    };

    /// <summary>Of a lineage that was there before the current one.</summary>
    public static string? OrderFlawOf(DatabaseLineageSettings lineage) => (lineage.Source?.Generation ?? lineage.RestoredFrom?.Generation) is { } origin && origin >= lineage.Generation
        ? $"a database comes from an earlier one, so give an origin below {lineage.Generation}, got {origin}"
        : null;

    private static string? FlawOf(DatabaseRestoreSettings backup, string region)
    {
        string?[] forms =
        [
            backup.Snapshot is null ? null : "snapshot",
            backup.Generation is null ? null : "generation",
            backup.AutomatedBackupsArn is null ? null : "automatedBackupsArn",
        ];
        if (forms.OfType<string>().Count() != 1)
        {
            return $"expected one of snapshot, generation and automatedBackupsArn, got {string.Join(" and ", forms.OfType<string>().DefaultIfEmpty("none"))}";
        }

        if (backup is { Snapshot: not null, Time: not null })
        {
            return $"a snapshot is of one moment, so remove time, got '{backup.Time}'";
        }

        return backup switch
        {
            { Snapshot: { } snapshot } when !IsSnapshot(snapshot, region) =>
                $"RDS restores within a region, so give a snapshot's name or an ARN arn:aws:rds:{region}:ACCOUNT:snapshot:NAME, got '{snapshot}'",
            { AutomatedBackupsArn: { } arn } when !IsArn(arn, region, "auto-backup") =>
                $"RDS restores within a region, so give an ARN arn:aws:rds:{region}:ACCOUNT:auto-backup:NAME, got '{arn}'",
            { Snapshot: null, Time: null } => $"say for what time, {TimeLimit}, got nothing",
            { Time: { } time } when !IsTime(time) => $"expected a time in {TimeLimit}, got '{time}'",
            _ => null,
        };
    }

    private static bool IsTime(string text) => text == DatabaseRestoreSettings.Latest || UtcTime.IsOne(text);

    private static bool IsSnapshot(string text, string region) => NamePattern().IsMatch(text) || IsArn(text, region, "snapshot");

    /// <summary>Whether it is an ARN of RDS in the region, of a thing of that type.</summary>
    public static bool IsArn(string text, string region, string type) =>
        ArnPattern().Match(text) is { Success: true } match && match.Groups[1].Value == region && match.Groups[2].Value == type;

    /// <summary>Of RDS's own snapshots and of AWS Backup's the name begins with a word and a colon.</summary>
    [GeneratedRegex(@"^((rds|awsbackup):)?[A-Za-z][A-Za-z0-9-]*\z")]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"^arn:aws:rds:([a-z0-9-]+):[0-9]{12}:([a-z-]+):[A-Za-z0-9:-]+\z")]
    private static partial Regex ArnPattern();
}
