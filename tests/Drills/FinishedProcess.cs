using System.Diagnostics;

namespace MlTa.Tests.Drills;

/// <summary>What a program left behind.</summary>
internal sealed record FinishedProcess(int ExitCode, string Output, string Errors)
{
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(60);

    /// <summary>Runs a program with just these variables, to its end.</summary>
    /// <exception cref="TimeoutException">It did not end within a minute, and was ended.</exception>
    public static async Task<FinishedProcess> RunAsync(IEnumerable<string> command, string folder, params IEnumerable<(string Name, string Value)> environment)
    {
        var start = StartInfo(command, folder, environment);
        using var process = Process.Start(start)!;
        using var longest = new CancellationTokenSource(s_longest);
        process.StandardInput.Close();
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(longest.Token), process.StandardError.ReadToEndAsync(longest.Token));
        try
        {
            await process.WaitForExitAsync(longest.Token);
            return new(process.ExitCode, await output, await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{string.Join(' ', start.ArgumentList.Prepend(start.FileName))} did not end within {s_longest.TotalSeconds} s");
        }
    }

    public static ProcessStartInfo StartInfo(IEnumerable<string> command, string folder, IEnumerable<(string Name, string Value)> environment)
    {
        var words = command.ToList();
        var start = new ProcessStartInfo(words[0], words.Skip(1))
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in environment.Prepend(("LC_ALL", "C")).Prepend(("PATH", "/usr/bin:/bin")))
        {
            start.Environment[name] = value;
        }

        return start;
    }

    /// <exception cref="InvalidOperationException">It failed; with what it printed.</exception>
    public FinishedProcess Good() =>
        ExitCode == 0 ? this : throw new InvalidOperationException($"exit code {ExitCode}: {Output}{Errors}");
}
