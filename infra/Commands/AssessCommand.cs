using MlTa.Recovery;
using MlTa.Recovery.Evidence;
using MlTa.Recovery.Findings.Drills;
using MlTa.Settings;
using MlTa.Settings.Reading;

namespace MlTa.Commands;

/// <summary>Judges the declarations of one commit, or of two against each other.</summary>
internal sealed class AssessCommand(TextWriter output)
{
    /// <param name="choice">The stack files.</param>
    /// <param name="against">The folder of another commit's stack files; null for none.</param>
    /// <param name="evidence">The folder of what drills wrote; null for none.</param>
    /// <param name="today">The day on which waivers and evidence are looked at.</param>
    /// <param name="asJson">For programs.</param>
    public async Task<int> RunAsync(StackChoice choice, DirectoryInfo? against, DirectoryInfo? evidence, DateOnly today, bool asJson)
    {
        var graphs = new GraphCache();
        var problems = new InputProblems();
        var stacks = problems.Try(choice.ReadAll);
        var reference = against is null ? null : problems.Try(() => ReadBase(against));
        var files = evidence is null ? null : problems.Try(() => EvidenceFolder.Read(evidence, today));
        problems.ThrowIfAny();
        var assessment = await AssessAsync(stacks!);
        var differences = reference is null ? null : AssessmentDifferences.Between(await AssessAsync(reference), assessment);
        if (asJson)
        {
            AssessJson.Write(assessment, differences, output);
        }
        else
        {
            AssessText.Write(assessment, differences, output);
        }

        return assessment.IsGood ? ExitCode.Good : ExitCode.Findings;

        async Task<Assessment> AssessAsync(ReadStacks read) =>
            await Assessment.OfAsync(read.Standing, graphs, today, EvidenceSource.Of(read, files), await DrillFindings.OfAsync(read, graphs));
    }

    /// <summary>Both folders have files of the same names, so those of the base are named in full.</summary>
    private static ReadStacks ReadBase(DirectoryInfo folder)
    {
        if (!folder.Exists)
        {
            throw new InvalidSettingsException([new("command line", "--against", $"expected a folder, got '{folder.FullName}'")]);
        }

        try
        {
            return StackFolder.Read(folder.FullName, new StackRequest(null, null, [], false));
        }
        catch (InvalidSettingsException e)
        {
            throw new InvalidSettingsException(
                [.. e.Problems.Select(problem => problem with { File = string.Join(", ", problem.File.Split(", ").Select(file => Path.Combine(folder.FullName, file))) })]);
        }
    }
}
