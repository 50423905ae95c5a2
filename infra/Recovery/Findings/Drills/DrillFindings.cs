using MlTa.Offline;
using MlTa.Settings.Reading;

namespace MlTa.Recovery.Findings.Drills;

/// <summary>What is wrong with the drills of one commit.</summary>
public static class DrillFindings
{
    /// <summary>A drill whose file is wrong is not evaluated: only that is said.</summary>
    /// <param name="stacks">The stacks of the commit.</param>
    /// <param name="graphs">What stacks declare.</param>
    /// <exception cref="RunException">A declaration failed.</exception>
    public static async Task<IReadOnlyList<Finding>> OfAsync(ReadStacks stacks, GraphCache graphs)
    {
        if (stacks.DrillProblems.Count > 0)
        {
            return [.. stacks.DrillProblems.Select(problem => DrillRules.Usable.Broken(null, problem.File, problem.Path.Length == 0 ? problem.Text : $"{problem.Path}: {problem.Text}"))];
        }

        var standing = await graphs.OfAsync(stacks.Standing);
        List<Finding> findings = [];
        foreach (var drill in stacks.Drills)
        {
            findings.AddRange(DrillRules.Check(drill, await OfflineRun.EvaluateAsync(drill), standing));
        }

        return findings;
    }
}
