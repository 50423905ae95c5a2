using MlTa.Recovery;
using MlTa.Recovery.Moves;

namespace MlTa.Commands;

/// <summary>Shows how a failover would go. Nothing is changed.</summary>
internal sealed class FailoverCommand(TextWriter output)
{
    public async Task<int> RunAsync(StackChoice choice, FailoverChoice failover, bool asJson)
    {
        var report = await FailoverReport.OfAsync(new Estate([.. choice.ReadAll().Standing]), failover, new GraphCache());
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
