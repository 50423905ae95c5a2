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
        var folder = new Option<DirectoryInfo?>("--cwd", "-C") { Description = "Folder of Pulumi.yaml and the stack files. Default: the nearest one upwards.", Recursive = true };
        var stack = new Option<string?>("--stack", "-s") { Description = "Only this stack.", Recursive = true };
        var config = new Option<string[]>("--config", "-c") { Description = "key=value, instead of what the stack's file says. Needs --stack.", Recursive = true };
        var configPath = new Option<bool>("--config-path") { Description = "Keys of --config lead into maps and lists: database.multiAz, peers[0].region.", Recursive = true };
        var json = new Option<bool>("--json", "-j") { Description = "For programs; the README describes the shape.", Recursive = true };
        var diff = new Option<bool>("--diff") { Description = "With the inputs of every resource.", Recursive = true };

        var kubernetes = new Option<string?>("--kubernetes") { Description = "Folder, new or empty, to write the Kubernetes objects into, a YAML file each, instead of a preview.", Recursive = true };

        var preview = new Command("preview", "What each stack declares, by region and kind. The default.");
        var root = new RootCommand("ML-TA recovery: what the stacks declare, without engine, account or network.") { folder, stack, config, configPath, json, diff, kubernetes, preview };
        preview.SetAction(RunPreviewAsync);
        root.SetAction(RunPreviewAsync);
        return root;

        Task<int> RunPreviewAsync(ParseResult parsed) => new PreviewCommand(output, error).RunAsync(
            new(parsed.GetValue(folder)?.FullName, parsed.GetValue(stack), parsed.GetValue(config) ?? [], parsed.GetValue(configPath)),
            new(parsed.GetValue(json), parsed.GetValue(diff), parsed.GetValue(kubernetes)));
    }
}
