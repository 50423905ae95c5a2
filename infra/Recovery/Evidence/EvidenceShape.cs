using System.Text.Json;
using System.Text.RegularExpressions;
using MlTa.Settings;

namespace MlTa.Recovery.Evidence;

/// <summary>Reads the fields of an evidence file, each by itself; whether they agree is asked when all are there.</summary>
/// <param name="today">Nothing has happened after this day.</param>
/// <param name="report">Takes the path and the sentence of each problem.</param>
internal sealed partial class EvidenceShape(DateOnly today, Action<string, string> report)
{
    /// <summary>Of a drill: no recovery that took a week is one.</summary>
    private const double LongestMinutes = 7 * 24 * 60;

    public DrillEvidence? Read(JsonElement root)
    {
        var file = new FieldReader(root, "", EvidenceFields.OfFile, report);
        if (file.Number(EvidenceFields.Version) is { } version && version != DrillEvidence.Version)
        {
            file.Report(EvidenceFields.Version, $"expected {DrillEvidence.Version}, got {version}");
        }

        var path = file.Text(EvidenceFields.Path);
        if (path is not null && !RecoveryPaths.IsKnown(path))
        {
            file.Report(EvidenceFields.Path, $"expected a recovery path such as {RecoveryPaths.DatabaseFailover}, got '{path}'");
        }

        var drill = file.Text(EvidenceFields.Drill);
        var region = file.Text(EvidenceFields.Region);
        var commit = file.IsGiven(EvidenceFields.Commit) ? Matching(file, EvidenceFields.Commit, CommitPattern(), "a commit, 40 hexadecimal digits, or null") : null;
        var startedAt = Past(file, EvidenceFields.StartedAt);
        var finishedAt = Past(file, EvidenceFields.FinishedAt);
        var isRestored = file.IsGiven(EvidenceFields.Restored);
        var restored = isRestored ? Restored(file) : null;
        var phases = Items(file, EvidenceFields.Phases, EvidenceFields.OfPhase, Phase);
        var checks = Items(file, EvidenceFields.Checks, EvidenceFields.OfCheck, Check);
        var achieved = Achieved(file);
        var passed = file.Flag(EvidenceFields.Passed);
        var exercised = file.Object(EvidenceFields.Exercised, EvidenceFields.OfExercised) is { } part ? Hash(part, EvidenceFields.Hash) : null;
        var digest = Hash(file, EvidenceFields.Digest);
        if (path is null || drill is null || region is null || startedAt is null || finishedAt is null || (isRestored && restored is null) || phases is null
            || checks is null || achieved is null || passed is null || exercised is null || digest is null)
        {
            return null;
        }

        var evidence = new DrillEvidence
        {
            Path = path,
            Drill = drill,
            Region = region,
            Commit = commit,
            StartedAt = startedAt.Value,
            FinishedAt = finishedAt.Value,
            Restored = restored,
            Phases = phases,
            Checks = checks,
            Achieved = achieved,
            Passed = passed.Value,
            Exercised = exercised,
        };
        EvidenceAgreement.Check(evidence, report);
        if (EvidenceJson.DigestOf(evidence) is var right && right != digest)
        {
            file.Report(EvidenceFields.Digest, $"expected {right} for what the file says, got {digest}: it was changed after it was written");
        }

        return evidence;
    }

    private RestoredData? Restored(FieldReader file) =>
        file.Object(EvidenceFields.Restored, EvidenceFields.OfRestored) is { } part
        && (Text: part.Text(EvidenceFields.Kind), Source: part.Text(EvidenceFields.Source), Time: Past(part, EvidenceFields.Time)) is
        { Text: { } kind, Source: { } source, Time: { } time }
            ? new(kind, source, time)
            : null;

    private EvidencePhase? Phase(FieldReader phase) =>
        (Id: IdOf(phase, EvidenceFields.Id), Start: Past(phase, EvidenceFields.StartedAt), End: Past(phase, EvidenceFields.FinishedAt),
            Minutes: Minutes(phase, EvidenceFields.Minutes)) is { Id: { } id, Start: { } start, End: { } end, Minutes: { } minutes }
            ? new(id, start, end, minutes)
            : null;

    private static EvidenceCheck? Check(FieldReader check) => CheckLine(check, EvidenceFields.Id);

    internal static string? IdOf(FieldReader fields, string name) => Matching(fields, name, IdPattern(), Name);

    /// <param name="check">The check.</param>
    /// <param name="name">The field that has its name.</param>
    internal static EvidenceCheck? CheckLine(FieldReader check, string name)
    {
        var id = IdOf(check, name);
        var passed = check.Flag(EvidenceFields.Passed);
        var measured = Nullable(check, EvidenceFields.Measured);
        var limit = Nullable(check, EvidenceFields.Limit);
        var unit = check.Text(EvidenceFields.Unit);
        var detail = check.Text(EvidenceFields.Detail);
        return id is null || passed is null || unit is null || detail is null ? null : new(id, passed.Value, measured, limit, unit, detail);
    }

    private static Achieved? Achieved(FieldReader file) =>
        file.Object(EvidenceFields.Achieved, EvidenceFields.OfAchieved) is { } part
        && (Time: Minutes(part, EvidenceFields.RecoveryTimeMinutes), Point: part.IsGiven(EvidenceFields.RecoveryPointMinutes) ? Minutes(part, EvidenceFields.RecoveryPointMinutes, double.MaxValue) : null)
            is { Time: { } time, Point: var point }
            ? new(time, point)
            : null;

    private static List<T>? Items<T>(FieldReader file, string name, IReadOnlyList<string> fields, Func<FieldReader, T?> read)
        where T : class
    {
        if (file.List(name) is not { } items)
        {
            return null;
        }

        var all = items.Select((item, index) => read(file.Item(item, $"{name}[{index}]", fields))).ToList();
        return all.Contains(null) ? null : [.. all.OfType<T>()];
    }

    private DateTimeOffset? Past(FieldReader fields, string name)
    {
        var time = fields.Time(name);
        if (time is { } moment && DateOnly.FromDateTime(moment.UtcDateTime) > today)
        {
            fields.Report(name, $"expected nothing after {today:yyyy-MM-dd}, got {UtcTime.Of(moment)}");
        }

        return time;
    }

    private static double? Nullable(FieldReader fields, string name) => fields.IsGiven(name) ? fields.Number(name) : null;

    private static double? Minutes(FieldReader fields, string name, double longest = LongestMinutes)
    {
        var minutes = fields.Number(name);
        if (minutes < 0)
        {
            fields.Report(name, $"expected 0 minutes or more, got {minutes}");
        }
        else if (minutes > longest)
        {
            fields.Report(name, $"expected at most {longest} minutes, got {minutes}");
        }

        return minutes;
    }

    private static string? Hash(FieldReader fields, string name) => Matching(fields, name, HashPattern(), "'sha256:' and 64 hexadecimal digits");

    private static string? Matching(FieldReader fields, string name, Regex pattern, string expected)
    {
        var text = fields.Text(name);
        if (text is not null && !pattern.IsMatch(text))
        {
            fields.Report(name, $"expected {expected}, got '{text}'");
        }

        return text;
    }

    private const string Name = "small letters, digits, hyphens and dots, at most 64";

    [GeneratedRegex(@"\A(?=.{1,64}\z)[a-z][a-z0-9]*([.-][a-z0-9]+)*\z")]
    private static partial Regex IdPattern();

    [GeneratedRegex(@"\Asha256:[0-9a-f]{64}\z")]
    private static partial Regex HashPattern();

    [GeneratedRegex(@"\A[0-9a-f]{40}\z")]
    private static partial Regex CommitPattern();
}
