using System.CommandLine;

namespace MlTa.Commands;

/// <summary>What is typed after a drill.</summary>
internal static class EvidenceOptions
{
    public static Command Describe(StackOptions stacks, TextWriter output)
    {
        var path = new Option<string>("--path") { Description = "The recovery path that was walked, such as restore-copy-us-east-1.", Required = true };
        var results = new Option<DirectoryInfo>("--results") { Description = "Folder with checks.ndjson, events.ndjson and phases.ndjson of the drill.", Required = true };
        var file = new Option<FileInfo>("--out") { Description = "The file to write, JSON.", Required = true };
        var started = new Option<string?>("--started") { Description = "When the disaster was declared, in UTC, such as 2026-11-23T03:05:00Z. A drill's stack says it itself." };
        var finished = new Option<string?>("--finished") { Description = "When it was given up, if its results do not say when it ended." };
        var commit = new Option<string?>("--commit") { Description = "The commit that was tried, 40 hexadecimal digits." };
        var today = CommandLine.Today();
        var command = new Command("evidence", "Writes what a drill has shown into a file for assess --evidence. Exit code 1 if the drill did not pass.") { path, results, file, started, finished, commit, today };
        command.SetAction(parsed => new EvidenceCommand(output).RunAsync(
            stacks.Choice(parsed),
            new(parsed.GetValue(path)!, parsed.GetValue(results)!, parsed.GetValue(file)!, parsed.GetValue(started), parsed.GetValue(finished), parsed.GetValue(commit)),
            parsed.GetValue(today)));
        return command;
    }
}
