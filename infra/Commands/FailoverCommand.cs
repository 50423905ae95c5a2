using MlTa.Recovery;
using MlTa.Recovery.Moves;

namespace MlTa.Commands;

/// <summary>Shows how a failover would go. Nothing is changed.</summary>
internal sealed class FailoverCommand(TextWriter output)
{
    /// <param name="choice">The stack files.</param>
    /// <param name="failover">Which one.</param>
    /// <param name="evidence">The folder of what drills wrote, for the times that they measured; null for none.</param>
    /// <param name="today">The day on which evidence is looked at.</param>
    /// <param name="asJson">For programs.</param>
    public async Task<int> RunAsync(StackChoice choice, FailoverChoice failover, DirectoryInfo? evidence, DateOnly today, bool asJson)
    {
        var (stacks, given) = EvidenceSource.Read(choice, evidence, today);
        var report = await FailoverReport.OfAsync(new Estate([.. stacks.Standing]), failover, new GraphCache(), given, today);
        if (asJson)
        {
            FailoverJson.Write(report, output);
        }
        else
        {
            FailoverText.Write(report, output);
        }

        return report.Refusals.Count == 0 ? ExitCode.Good : ExitCode.Findings;
    }
}
