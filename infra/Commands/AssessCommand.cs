using MlTa.Recovery;
using MlTa.Settings;
using MlTa.Settings.Reading;

namespace MlTa.Commands;

/// <summary>Judges the declarations of one commit, or of two against each other.</summary>
internal sealed class AssessCommand(TextWriter output)
{
    /// <param name="choice">The stack files.</param>
    /// <param name="against">The folder of another commit's stack files; null for none.</param>
    /// <param name="today">The day on which waivers are looked at.</param>
    /// <param name="asJson">For programs.</param>
    public async Task<int> RunAsync(StackChoice choice, DirectoryInfo? against, DateOnly today, bool asJson)
    {
        var graphs = new GraphCache();
        List<Problem> problems = [];
        var stacks = Read(() => choice.ReadAll().Standing, problems);
        var reference = against is null ? null : Read(() => ReadBase(against), problems);
        if (problems.Count > 0)
        {
            throw new InvalidSettingsException(problems);
        }

        var assessment = await Assessment.OfAsync(stacks, graphs, today);
        var differences = reference is null ? null : AssessmentDifferences.Between(await Assessment.OfAsync(reference, graphs, today), assessment);
        if (asJson)
        {
            AssessJson.Write(assessment, differences, output);
        }
        else
        {
            AssessText.Write(assessment, differences, output);
        }

        return assessment.IsGood ? ExitCode.Good : ExitCode.Findings;
    }

    private static IReadOnlyList<StackSettings> Read(Func<IReadOnlyList<StackSettings>> read, List<Problem> problems)
    {
        try
        {
            return read();
        }
        catch (InvalidSettingsException e)
        {
            problems.AddRange(e.Problems);
            return [];
        }
    }

    /// <summary>Both folders have files of the same names, so those of the base are named in full.</summary>
    private static IReadOnlyList<StackSettings> ReadBase(DirectoryInfo folder)
    {
        if (!folder.Exists)
        {
            throw new InvalidSettingsException([new("command line", "--against", $"expected a folder, got '{folder.FullName}'")]);
        }

        try
        {
            return StackFolder.Read(folder.FullName);
        }
        catch (InvalidSettingsException e)
        {
            throw new InvalidSettingsException(
                [.. e.Problems.Select(problem => problem with { File = string.Join(", ", problem.File.Split(", ").Select(file => Path.Combine(folder.FullName, file))) })]);
        }
    }
}
