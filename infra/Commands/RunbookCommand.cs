using System.Text;
using MlTa.Commands.Runbooks;
using MlTa.Recovery;
using MlTa.Settings;

namespace MlTa.Commands;

/// <summary>Writes the recovery procedures into a file.</summary>
internal sealed class RunbookCommand(TextWriter output)
{
    /// <param name="choice">The stack files.</param>
    /// <param name="file">The file to write; it is replaced only by a complete one.</param>
    /// <param name="evidence">The folder of what drills wrote, for the times that they measured; null for none.</param>
    /// <param name="today">The day on which waivers and evidence are looked at.</param>
    public async Task<int> RunAsync(StackChoice choice, FileInfo file, DirectoryInfo? evidence, DateOnly today)
    {
        if (file.Directory is not { Exists: true })
        {
            throw new InvalidSettingsException([new("command line", "--out", $"expected a file in a folder that exists, got '{file.FullName}'")]);
        }

        var (stacks, given) = EvidenceSource.Read(choice, evidence, today);
        var graphs = new GraphCache();
        var assessment = await Assessment.OfAsync(stacks.Standing, graphs, today, given);
        var text = await Runbook.TextAsync(assessment, graphs);
        await CompleteFile.WriteAsync(file, Encoding.UTF8.GetBytes(text));
        await output.WriteLineAsync($"wrote {file.FullName}");
        return assessment.IsGood ? ExitCode.Good : ExitCode.Findings;
    }
}
