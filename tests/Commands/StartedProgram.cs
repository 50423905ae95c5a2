using System.Diagnostics;
using MlTa.Commands;

namespace MlTa.Tests.Commands;

/// <summary>One run of the built program in a process of its own, ended if it takes too long.</summary>
internal sealed record StartedProgram(int ExitCode, string Output, string Error)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    public static Task<StartedProgram> Run(string folder, string[]? args = null, params (string Name, string Value)[] environment) =>
        Run(folder, args ?? [], readsOneLine: false, environment);

    public static async Task<StartedProgram> Run(
        string folder, string[] args, bool readsOneLine, params (string Name, string Value)[] environment)
    {
        using var process = Process.Start(Describe(folder, args, environment))!;
        using var patience = new CancellationTokenSource(s_patience);
        try
        {
            var error = process.StandardError.ReadToEndAsync(patience.Token);
            var output = readsOneLine
                ? await process.StandardOutput.ReadLineAsync(patience.Token)
                : await process.StandardOutput.ReadToEndAsync(patience.Token);
            process.StandardOutput.Close();
            await process.WaitForExitAsync(patience.Token);
            return new(process.ExitCode, output!, await error);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private static ProcessStartInfo Describe(string folder, string[] args, (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [typeof(CommandLine).Assembly.Location, .. args])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PULUMI_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }
}
