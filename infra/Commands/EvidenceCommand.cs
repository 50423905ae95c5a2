using MlTa.Recovery;
using MlTa.Recovery.Evidence;
using MlTa.Recovery.Evidence.Results;
using MlTa.Recovery.Moves;
using MlTa.Settings;
using MlTa.Settings.Drills;

namespace MlTa.Commands;

/// <summary>Writes down what a drill has shown.</summary>
internal sealed class EvidenceCommand(TextWriter output)
{
    /// <param name="choice">The stack files, and the file of the drill's stack.</param>
    /// <param name="drill">Which drill.</param>
    /// <param name="today">Nothing has happened after this day.</param>
    public async Task<int> RunAsync(StackChoice choice, EvidenceChoice drill, DateOnly today)
    {
        var problems = new InputProblems();
        if (drill.File.Directory is not { Exists: true })
        {
            problems.Add("--out", $"expected a file in a folder that exists, got '{drill.File.FullName}'");
        }

        var results = problems.Try(() => DrillResults.Read(drill.Results));
        var stacks = problems.Try(choice.ReadAll);
        var settings = stacks?.Drills.FirstOrDefault(settings => settings.Stack == choice.Stack);
        var estate = stacks is null ? null : new Estate([.. stacks.Standing]);
        var path = estate is null ? null : PathOf(drill, settings, estate, problems);
        var start = StartOf(drill, settings, path, problems);
        var finished = FinishOf(drill, problems);
        problems.ThrowIfAny();

        var exercised = await RecoveryProofs.ExercisedAsync([path!], estate!, await new GraphCache().OfAsync(estate!.Stacks), settings);
        return await WriteAsync(DrillReport.Of(path!, exercised[path!.Id], start!, results!, finished, drill.Commit), drill.File, today);
    }

    private async Task<int> WriteAsync(DrillReport report, FileInfo file, DateOnly today)
    {
        var content = EvidenceWriter.Bytes(report.Evidence);

        // What assess would refuse is not written in the first place.
        var read = new EvidenceReader(today).Read(file.Name, content);
        if (read.Problems.Count > 0)
        {
            throw new InvalidSettingsException(read.Problems);
        }

        await CompleteFile.WriteAsync(file, content);
        await output.WriteLineAsync($"wrote {file.FullName}");
        await output.WriteLineAsync(Verdict(report));
        return report.Evidence.Passed ? ExitCode.Good : ExitCode.Findings;
    }

    private static RecoveryPath? PathOf(EvidenceChoice drill, DrillSettings? settings, Estate estate, InputProblems problems)
    {
        var paths = RecoveryPaths.Of(estate);
        var path = paths.FirstOrDefault(path => path.Id == drill.Path);
        if (path is null)
        {
            problems.Add("--path", $"expected one of {string.Join(", ", paths.Select(known => known.Id))}, got '{drill.Path}'");
        }
        else if (settings is null && path.Restores is not null)
        {
            problems.Add("--stack", $"what {path.Id} restored is in the file of its drill, so name its stack, dr-test-ID, with --config-file, got none");
        }
        else if (settings is not null && path.Restores is null)
        {
            problems.Add("--stack", $"{path.Id} is walked in the stacks that stand, and a drill's stack proves nothing about them, so leave it out, got '{settings.Stack}'");
        }
        else if (settings is not null && settings.Region != path.Region)
        {
            problems.Add("--path", $"expected one of {settings.Region}, where {settings.Stack} is, got '{path.Id}'");
        }

        return path;
    }

    /// <summary>A drill's stack knows when it began; for an exercise somebody says it.</summary>
    private static DrillStart? StartOf(EvidenceChoice drill, DrillSettings? settings, RecoveryPath? path, InputProblems problems)
    {
        if (settings is not null && drill.Started is null)
        {
            return DrillStart.Of(settings, drill.Path);
        }

        if (settings is not null)
        {
            problems.Add("--started", $"{settings.Stack} says itself when it began, so leave it out, got '{drill.Started}'");
        }
        else if (UtcTime.TryParse(drill.Started ?? "", out var time))
        {
            return path is null ? null : new($"{path.Id}-{time:yyyyMMdd}", path.Region, time, null);
        }
        else
        {
            problems.Add("--started", $"expected a time in UTC such as 2026-11-23T03:05:00Z, got '{drill.Started}'");
        }

        return null;
    }

    private static DateTimeOffset? FinishOf(EvidenceChoice drill, InputProblems problems)
    {
        if (drill.Finished is null)
        {
            return null;
        }

        if (UtcTime.TryParse(drill.Finished, out var time))
        {
            return time;
        }

        problems.Add("--finished", $"expected a time in UTC such as 2026-11-23T03:05:00Z, got '{drill.Finished}'");
        return null;
    }

    private static string Verdict(DrillReport report)
    {
        var evidence = report.Evidence;
        return evidence.Passed
            ? $"passed: recovered in {Minutes.One(evidence.Achieved.RecoveryTimeMinutes)}{(evidence.Achieved.RecoveryPointMinutes is { } lost ? $", with {Minutes.One(lost)} of data lost" : "")}"
            : $"did not pass: {string.Join("; ", report.Failures)}";
    }
}
