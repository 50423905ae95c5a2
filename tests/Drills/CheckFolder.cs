using MlTa.Components.Validation;
using Xunit;

namespace MlTa.Tests.Drills;

/// <summary>The files of the checks as a Job mounts them, and beside them a folder with the only programs that they find.</summary>
internal sealed class CheckFolder : IDisposable
{
    private readonly DirectoryInfo _checks = Directory.CreateTempSubdirectory("ml-ta-checks-");
    private readonly DirectoryInfo _programs = Directory.CreateTempSubdirectory("ml-ta-programs-");

    private readonly string[] _shell;

    /// <param name="busybox">The program that is the shell and all tools; without it they are the machine's own.</param>
    public CheckFolder(string? busybox = null)
    {
        _shell = busybox is null ? ["/bin/sh"] : [InstalledPrograms.Get(busybox), "sh"];
        foreach (var (name, text) in CheckScripts.Texts)
        {
            With(name, text);
        }

        foreach (var tool in Tools)
        {
            Link(tool, busybox ?? tool);
        }
    }

    /// <summary>What all the images have, and so all that the scripts may use: coreutils, sed and grep.</summary>
    public static string[] Tools { get; } = ["cat", "cut", "dirname", "grep", "head", "od", "paste", "sed", "sleep", "sort", "timeout", "tr", "wc"];

    /// <summary>What a program noted, line by line.</summary>
    public IReadOnlyList<string> Notes => File.Exists(NotesFile) ? File.ReadAllLines(NotesFile) : [];

    /// <summary>May never be seen.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    private string NotesFile => Path.Combine(_programs.FullName, "notes.txt");

    public CheckFolder With(string file, string text)
    {
        File.WriteAllText(Path.Combine(_checks.FullName, file), text);
        return this;
    }

    public CheckFolder WithProgram(string program)
    {
        Link(program, program);
        return this;
    }

    /// <param name="program">Notes its arguments, and then is a shell script.</param>
    /// <param name="body">The script.</param>
    public CheckFolder WithProgram(string program, string body)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new PlatformNotSupportedException("needs a POSIX shell");
        }

        var path = Path.Combine(_programs.FullName, program);
        File.WriteAllText(path, $"#!/bin/sh\necho \"{program} $*\" >> '{NotesFile}'\n{body}\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return this;
    }

    /// <summary>Runs a script as its Job does. No secret may be in what it prints.</summary>
    public async Task<CheckResults> RunAsync(string script, params IEnumerable<(string Name, string Value)> environment)
    {
        var finished = await FinishedProcess.RunAsync([.. _shell, Path.Combine(_checks.FullName, script)], "/", environment.Prepend(("PATH", _programs.FullName)));
        Assert.All(Secrets, secret => Assert.DoesNotContain(secret, finished.Output + finished.Errors, StringComparison.Ordinal));
        return CheckResults.Read(finished);
    }

    public void Dispose()
    {
        _checks.Delete(recursive: true);
        _programs.Delete(recursive: true);
    }

    private void Link(string name, string program) =>
        File.CreateSymbolicLink(Path.Combine(_programs.FullName, name), InstalledPrograms.Get(program));
}
