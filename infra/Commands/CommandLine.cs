using System.CommandLine;
using MlTa.Settings;

namespace MlTa.Commands;

/// <summary>What a person types. Flags are those of the <c>pulumi</c> CLI.</summary>
public static class CommandLine
{
    /// <param name="args">The arguments after the program's name.</param>
    /// <param name="output">Takes the result, and nothing else.</param>
    /// <param name="error">Takes progress and problems.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        var parsed = Describe(output, error).Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var problem in parsed.Errors)
            {
                await error.WriteLineAsync(problem.Message);
            }

            await error.WriteLineAsync("See --help.");
            return ExitCode.CannotEvaluate;
        }

        try
        {
            return await parsed.InvokeAsync(new() { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        }
        catch (Exception e) when (e is InvalidSettingsException or RunException)
        {
            await error.WriteLineAsync(e.Message);
            return ExitCode.CannotEvaluate;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync($"The result cannot be written: {e.Message}");
            return ExitCode.CannotEvaluate;
        }
    }

    private static RootCommand Describe(TextWriter output, TextWriter error)
    {
        var stacks = new StackOptions();
        var root = new RootCommand("ML-TA recovery: what the stacks declare, and what that is worth in a disaster, without engine, account or network.");
        foreach (var option in stacks.All)
        {
            root.Add(option);
        }

        AddPreview(root, stacks, output, error);
        root.Add(Failover(stacks, output));
        root.Add(Assess(stacks, output));
        root.Add(Runbook(stacks, output));
        root.Add(EvidenceOptions.Describe(stacks, output));
        return root;
    }

    /// <summary>The default: its options may stand without the command's name.</summary>
    private static void AddPreview(RootCommand root, StackOptions stacks, TextWriter output, TextWriter error)
    {
        var diff = new Option<bool>("--diff") { Description = "With the inputs of every resource.", Recursive = true };
        var kubernetes = new Option<string?>("--kubernetes") { Description = "Folder, new or empty, to write the Kubernetes objects into, a YAML file each, instead of a preview.", Recursive = true };
        var preview = new Command("preview", "What each stack declares, by region and kind. The default.");
        root.Add(diff);
        root.Add(kubernetes);
        root.Add(preview);
        preview.SetAction(RunAsync);
        root.SetAction(RunAsync);

        Task<int> RunAsync(ParseResult parsed) => new PreviewCommand(output, error).RunAsync(
            stacks.Choice(parsed), new(stacks.IsJson(parsed), parsed.GetValue(diff), parsed.GetValue(kubernetes)));
    }

    private static Command Failover(StackOptions stacks, TextWriter output)
    {
        var to = new Option<string>("--to") { Description = "The stack that takes over.", Required = true };
        var from = new Option<string?>("--from") { Description = "The active stack. Default: the one that is." };
        var graceful = new Option<bool>("--graceful") { Description = "The old region still answers: stop writing there first, and lose nothing." };
        var evidence = Evidence();
        var today = Today();
        var command = new Command("failover", "How a failover would go: what to change, what happens, how long it takes, what is lost. Changes nothing.") { to, from, graceful, evidence, today };
        command.SetAction(parsed => new FailoverCommand(output).RunAsync(
            stacks.Choice(parsed), new(parsed.GetValue(to)!, parsed.GetValue(from), parsed.GetValue(graceful)), parsed.GetValue(evidence), parsed.GetValue(today), stacks.IsJson(parsed)));
        return command;
    }

    private static Command Assess(StackOptions stacks, TextWriter output)
    {
        var against = new Option<DirectoryInfo?>("--against") { Description = "Folder of another commit's stack files: says what is gained or lost since." };
        var evidence = Evidence();
        var today = Today();
        var command = new Command("assess", "Every loss against the objectives, and everything that is wrong.") { against, evidence, today };
        command.SetAction(parsed => new AssessCommand(output).RunAsync(
            stacks.Choice(parsed), parsed.GetValue(against), parsed.GetValue(evidence), parsed.GetValue(today), stacks.IsJson(parsed)));
        return command;
    }

    private static Command Runbook(StackOptions stacks, TextWriter output)
    {
        var file = new Option<FileInfo>("--out") { Description = "The file to write, Markdown.", Required = true };
        var evidence = Evidence();
        var today = Today();
        var command = new Command("runbook", "The recovery procedures with the real names and the computed times, on one printable page.") { file, evidence, today };
        command.SetAction(parsed => new RunbookCommand(output).RunAsync(stacks.Choice(parsed), parsed.GetValue(file)!, parsed.GetValue(evidence), parsed.GetValue(today)));
        return command;
    }

    private static Option<DirectoryInfo?> Evidence() => new("--evidence")
    {
        Description = "Folder of the files that drills wrote: what they measured takes the place of what is assumed.",
    };

    /// <summary>A day that a test, or somebody who looks back, can name.</summary>
    internal static Option<DateOnly> Today() => new("--today")
    {
        Description = "The day on which waivers and evidence are looked at. Default: today, in UTC.",
        DefaultValueFactory = _ => DateOnly.FromDateTime(DateTime.UtcNow),
    };
}
