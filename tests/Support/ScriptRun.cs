using System.Diagnostics;

namespace MlTa.Tests.Support;

/// <summary>A shell script in a folder of its own, where other programs do what a test says and note that they were called.</summary>
internal sealed class ScriptRun : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ml-ta-script-").FullName;

    /// <summary>What the programs noted, in no certain order.</summary>
    public IReadOnlyList<string> Calls => File.Exists(Notes) ? File.ReadAllLines(Notes) : [];

    private string Notes => Path.Combine(_folder, "calls.txt");

    /// <param name="name">The program.</param>
    /// <param name="body">What it does after it noted its arguments; a shell script.</param>
    public ScriptRun With(string name, string body)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new PlatformNotSupportedException("needs a POSIX shell");
        }

        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, $"#!/bin/sh\necho \"{name} $*\" >> '{Notes}'\n{body}\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return this;
    }

    public async Task<(int ExitCode, string Output, string Errors)> StartAsync(string script, IEnumerable<KeyValuePair<string, string>> environment)
    {
        var path = Path.Combine(_folder, "script.sh");
        await File.WriteAllTextAsync(path, script);
        var start = new ProcessStartInfo("/bin/sh", path) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Clear();
        start.Environment["PATH"] = $"{_folder}:/usr/bin:/bin";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
