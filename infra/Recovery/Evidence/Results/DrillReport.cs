using MlTa.Settings;

namespace MlTa.Recovery.Evidence.Results;

/// <summary>What a drill proves, and why it does not, if so.</summary>
/// <param name="Evidence">What is written.</param>
/// <param name="Failures">A sentence's part for each reason why it did not pass.</param>
public sealed record DrillReport(DrillEvidence Evidence, IReadOnlyList<string> Failures)
{
    /// <param name="path">The path that was walked.</param>
    /// <param name="exercised">The hash of its part of the topology.</param>
    /// <param name="start">What the drill began with.</param>
    /// <param name="results">What it saw.</param>
    /// <param name="givenUpAt">When it ended, where what it saw does not say so; null where nobody says.</param>
    /// <param name="commit">The commit that was tried; null where nobody said.</param>
    /// <exception cref="InvalidSettingsException">It makes no sense; the exception lists all of it.</exception>
    public static DrillReport Of(RecoveryPath path, string exercised, DrillStart start, DrillResults results, DateTimeOffset? givenUpAt, string? commit)
    {
        if ((results.FinishedAt ?? givenUpAt) is not { } finishedAt)
        {
            throw new InvalidSettingsException([new("command line", "--results", "expected phases or events that say when the drill ended, got none")]);
        }

        IReadOnlyList<string> failures = [.. EvidenceAgreement.ReasonsAgainst(path.Id, results.Checks, results.Phases), .. results.Failures(isStack: path.Restores is not null)];
        return new(
            new()
            {
                Path = path.Id,
                Drill = start.Drill,
                Region = start.Region,
                Commit = commit,
                StartedAt = start.StartedAt,
                FinishedAt = finishedAt,
                Restored = start.Restored,
                Phases = results.Phases,
                Checks = results.Checks,
                Achieved = new(
                    DrillEvidence.MinutesBetween(start.StartedAt, finishedAt),
                    results.Checks.FirstOrDefault(check => check.Id == EvidenceCheck.RecoveryPoint)?.Measured),
                Passed = failures.Count == 0,
                Exercised = exercised,
            },
            failures);
    }
}
