using MlTa.Settings;

namespace MlTa.Recovery.Evidence;

/// <summary>Whether what an evidence file says agrees with itself, and with the path that it is about.</summary>
internal static class EvidenceAgreement
{
    /// <summary>Half of the last digit that is written: a number that was rounded otherwise is no lie.</summary>
    private const double Tolerance = 0.006;

    public static void Check(DrillEvidence evidence, Action<string, string> report)
    {
        Times(evidence, report);
        Restored(evidence, report);
        Checks(evidence, report);
        if (RecoveryPaths.RegionOf(evidence.Path) is { } region && evidence.Region != region)
        {
            report(EvidenceFields.Region, $"expected {region}, which the path {evidence.Path} is in, got '{evidence.Region}'");
        }
    }

    private static void Times(DrillEvidence evidence, Action<string, string> report)
    {
        if (evidence.FinishedAt < evidence.StartedAt)
        {
            report(EvidenceFields.FinishedAt, $"expected no earlier than {EvidenceFields.StartedAt} ({UtcTime.Of(evidence.StartedAt)}), got {UtcTime.Of(evidence.FinishedAt)}");
        }

        var minutes = DrillEvidence.MinutesBetween(evidence.StartedAt, evidence.FinishedAt);
        if (!Agree(minutes, evidence.Achieved.RecoveryTimeMinutes))
        {
            report($"{EvidenceFields.Achieved}.{EvidenceFields.RecoveryTimeMinutes}", $"expected {minutes}, which is from {EvidenceFields.StartedAt} to {EvidenceFields.FinishedAt}, got {evidence.Achieved.RecoveryTimeMinutes}");
        }

        foreach (var (phase, path) in evidence.Phases.Select((phase, index) => (phase, $"{EvidenceFields.Phases}[{index}]")))
        {
            if (phase.StartedAt < evidence.StartedAt || phase.FinishedAt > evidence.FinishedAt)
            {
                report(path, $"expected a part of the drill, {Span(evidence.StartedAt, evidence.FinishedAt)}, got {Span(phase.StartedAt, phase.FinishedAt)}");
            }

            if (phase.FinishedAt < phase.StartedAt)
            {
                report($"{path}.{EvidenceFields.FinishedAt}", $"expected no earlier than {EvidenceFields.StartedAt} ({UtcTime.Of(phase.StartedAt)}), got {UtcTime.Of(phase.FinishedAt)}");
            }

            if (DrillEvidence.MinutesBetween(phase.StartedAt, phase.FinishedAt) is var took && !Agree(took, phase.Minutes))
            {
                report($"{path}.{EvidenceFields.Minutes}", $"expected {took}, which is from {EvidenceFields.StartedAt} to {EvidenceFields.FinishedAt}, got {phase.Minutes}");
            }
        }

        Once(EvidenceFields.Phases, evidence.Phases.Select(phase => phase.Id), report);
    }

    private static void Restored(DrillEvidence evidence, Action<string, string> report)
    {
        var kind = RecoveryPaths.KindOf(evidence.Path);
        if (evidence.Restored?.Kind != kind)
        {
            report(EvidenceFields.Restored, $"expected {(kind is null ? "null" : $"the kind '{kind}'")} for the path {evidence.Path}, got {(evidence.Restored is null ? "null" : $"'{evidence.Restored.Kind}'")}");
        }

        if (evidence.Restored is { } restored && restored.Time > evidence.StartedAt)
        {
            report($"{EvidenceFields.Restored}.{EvidenceFields.Time}", $"expected no later than {EvidenceFields.StartedAt} ({UtcTime.Of(evidence.StartedAt)}), got {UtcTime.Of(restored.Time)}");
        }
    }

    private static void Checks(DrillEvidence evidence, Action<string, string> report)
    {
        Once(EvidenceFields.Checks, evidence.Checks.Select(check => check.Id), report);
        var lost = evidence.Checks.FirstOrDefault(check => check.Id == EvidenceCheck.RecoveryPoint)?.Measured;
        if (lost != evidence.Achieved.RecoveryPointMinutes)
        {
            report($"{EvidenceFields.Achieved}.{EvidenceFields.RecoveryPointMinutes}", $"expected {Show(lost)}, which the check {EvidenceCheck.RecoveryPoint} measured, got {Show(evidence.Achieved.RecoveryPointMinutes)}");
        }

        var reasons = evidence.Passed ? ReasonsAgainst(evidence.Path, evidence.Checks, evidence.Phases) : [];
        if (reasons.Count > 0)
        {
            report(EvidenceFields.Passed, $"expected false, as {string.Join(", and ", reasons)}, got true");
        }
    }

    /// <summary>Why what was seen does not prove a path; nothing where it does.</summary>
    public static IReadOnlyList<string> ReasonsAgainst(string path, IReadOnlyList<EvidenceCheck> checks, IReadOnlyList<EvidencePhase> phases)
    {
        string[] failed = [.. checks.Where(check => !check.Passed).Select(check => check.Id)];
        string[] missing = [.. RecoveryPaths.ChecksOf(path).Except(checks.Select(check => check.Id))];
        return
        [
            .. failed.Length > 0 ? new[] { $"{string.Join(", ", failed)} failed" } : [],
            .. missing.Length > 0 ? new[] { $"{string.Join(", ", missing)} {(missing.Length == 1 ? "was" : "were")} not checked" } : [],
            .. RecoveryPaths.PhaseOf(path) is { } phase && phases.All(each => each.Id != phase) ? new[] { $"{phase} was not measured" } : [],
        ];
    }

    private static void Once(string list, IEnumerable<string> ids, Action<string, string> report)
    {
        foreach (var same in ids.GroupBy(id => id).Where(same => same.Count() > 1))
        {
            report(list, $"expected '{same.Key}' once, got it {same.Count()} times");
        }
    }

    private static bool Agree(double right, double given) => Math.Abs(right - given) < Tolerance;

    private static string Span(DateTimeOffset start, DateTimeOffset end) => $"{UtcTime.Of(start)} to {UtcTime.Of(end)}";

    private static string Show(double? number) => number is null ? "null" : $"{number}";
}
