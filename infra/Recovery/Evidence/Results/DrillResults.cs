using System.Text.Json;
using MlTa.Recovery.Procedures;
using MlTa.Settings;

namespace MlTa.Recovery.Evidence.Results;

/// <summary>The folder in which a drill leaves what it saw.</summary>
public sealed class DrillResults
{
    private const string ChecksFile = "checks.ndjson";
    private const string PhasesFile = "phases.ndjson";
    private const string EventsFile = "events.ndjson";

    /// <summary>The declared validation: no duration of the recovery model, but a part of the drill.</summary>
    private const string ValidationPhase = "drill.checks";

    private const string JobType = "kubernetes:batch/v1:Job";

    private static readonly string[] s_checkFields =
        [CheckName, EvidenceFields.Passed, EvidenceFields.Measured, EvidenceFields.Limit, EvidenceFields.Unit, EvidenceFields.Detail];

    private static readonly string[] s_phaseFields = [PhaseName, EvidenceFields.StartedAt, EvidenceFields.FinishedAt];

    private const string CheckName = "check";
    private const string PhaseName = "phase";

    private readonly List<EvidenceCheck> _checks = [];
    private readonly List<EvidencePhase> _measured = [];
    private readonly EngineEvents _events = new();

    private DrillResults()
    {
    }

    public IReadOnlyList<EvidenceCheck> Checks => _checks;

    /// <summary>By the time at which each began. What a script has measured itself counts before what the events say.</summary>
    public IReadOnlyList<EvidencePhase> Phases =>
    [
        .. _measured
            .Concat(OfEvents().Where(phase => _measured.All(measured => measured.Id != phase.Id)))
            .OrderBy(phase => phase.StartedAt)
            .ThenBy(phase => phase.Id, StringComparer.Ordinal),
    ];

    /// <summary>When the last step or check had ended; null if nothing says so.</summary>
    public DateTimeOffset? FinishedAt => Phases.Select(phase => (DateTimeOffset?)phase.FinishedAt).Append(_events.LastAt).Max();

    /// <summary>Why it did not pass, beside the checks; nothing if nothing failed.</summary>
    /// <param name="isStack">Whether there was an <c>up</c> to see.</param>
    public IReadOnlyList<string> Failures(bool isStack) =>
    [
        .. _events.Failed.Select(name => $"{name} failed"),
        .. _events.HasErrors && _events.Failed.Count == 0 ? new[] { "the engine reported an error" } : [],
        .. (_events.Any || isStack) && !_events.HasEnded ? new[] { "the up did not come to its end" } : [],
    ];

    /// <exception cref="InvalidSettingsException">Something cannot be read; the exception lists all of it.</exception>
    public static DrillResults Read(DirectoryInfo folder)
    {
        var files = new[] { ChecksFile, PhasesFile, EventsFile }.ToDictionary(name => name, name => new FileInfo(Path.Combine(folder.FullName, name)));
        if (files.Values.All(file => !file.Exists))
        {
            throw new InvalidSettingsException([new("command line", "--results", $"expected a folder with {string.Join(", ", files.Keys)}, got '{folder.FullName}'")]);
        }

        List<Problem> problems = [];
        var results = new DrillResults();
        ResultLines.Read(files[ChecksFile], problems, mayBreakOff: false, (line, path) => results.TakeCheck(Fields(line, path, s_checkFields, ChecksFile, problems)));
        ResultLines.Read(files[PhasesFile], problems, mayBreakOff: false, (line, path) => results.TakePhase(Fields(line, path, s_phaseFields, PhasesFile, problems)));
        ResultLines.Read(files[EventsFile], problems, mayBreakOff: true, (line, _) => results._events.Take(line));
        return problems.Count == 0 ? results : throw new InvalidSettingsException(problems);
    }

    private static FieldReader Fields(JsonElement line, string path, IReadOnlyList<string> names, string file, List<Problem> problems) =>
        new(line, path, names, (at, text) => problems.Add(new(file, at, text)));

    private void TakeCheck(FieldReader line)
    {
        if (EvidenceShape.CheckLine(line, CheckName) is { } check)
        {
            _checks.Add(check);
        }
    }

    private void TakePhase(FieldReader line)
    {
        var id = EvidenceShape.IdOf(line, PhaseName);
        var (start, end) = (line.Time(EvidenceFields.StartedAt), line.Time(EvidenceFields.FinishedAt));
        if (id is not null && start is { } from && end is { } to)
        {
            _measured.Add(EvidencePhase.Of(id, from, to));
        }
    }

    /// <summary>
    /// As long as the slowest resource of its kind: the recovery model has a step for each resource, one after the other where one waits for the
    /// other. From the first to the last of them would count what came between, too.
    /// </summary>
    private IEnumerable<EvidencePhase> OfEvents()
    {
        var slowest =
            from done in _events.Done
            where done.Change.Change is not null
            let duration = SlowChanges.DurationOf(done.Change.Change!)
            where duration is not null
            group done by duration.Id into same
            let longest = same.MaxBy(done => done.FinishedAt - done.StartedAt)
            select EvidencePhase.Of(same.Key, longest.StartedAt, longest.FinishedAt);
        var jobs = _events.Done.Where(done => done.Change.Type == JobType && done.Change.Change is not null).ToList();
        return jobs.Count == 0 ? slowest : slowest.Append(EvidencePhase.Of(ValidationPhase, jobs.Min(job => job.StartedAt), jobs.Max(job => job.FinishedAt)));
    }
}
