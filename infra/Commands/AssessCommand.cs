using MlTa.Recovery;
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
        var stacks = choice.ReadAll();
        var reference = against is null ? null : StackFolder.Read(against.FullName);
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
}
