using MlTa.Commands.Runbooks;
using MlTa.Recovery;
using MlTa.Settings;

namespace MlTa.Commands;

/// <summary>Writes the recovery procedures into a file.</summary>
internal sealed class RunbookCommand(TextWriter output)
{
    /// <param name="choice">The stack files.</param>
    /// <param name="file">The file to write; it is replaced only by a complete one.</param>
    /// <param name="today">The day on which waivers are looked at.</param>
    public async Task<int> RunAsync(StackChoice choice, FileInfo file, DateOnly today)
    {
        if (file.Directory is not { Exists: true } folder)
        {
            throw new InvalidSettingsException([new("command line", "--out", $"expected a file in a folder that exists, got '{file.FullName}'")]);
        }

        var graphs = new GraphCache();
        var assessment = await Assessment.OfAsync(choice.ReadAll().Standing, graphs, today);
        var text = await Runbook.TextAsync(assessment, graphs);
        var unfinished = Path.Combine(folder.FullName, $".unfinished-{Guid.NewGuid():N}");
        try
        {
            await File.WriteAllTextAsync(unfinished, text);
            File.Move(unfinished, file.FullName, overwrite: true);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }

        await output.WriteLineAsync($"wrote {file.FullName}");
        return assessment.IsGood ? ExitCode.Good : ExitCode.Findings;
    }
}
