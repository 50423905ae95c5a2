using System.Diagnostics;
using MlTa.Tests.Support;

namespace MlTa.Tests.Drills.Runners;

/// <summary>
/// The runner scripts in a project folder of their own, on a PATH where <c>pulumi</c>, <c>aws</c>, <c>kubectl</c>, <c>dotnet</c>,
/// <c>openssl</c> and <c>sleep</c> note that they were called and do what a test says.
/// </summary>
internal sealed class RunnerProject : IDisposable
{
    /// <summary>What <c>openssl</c> makes up, so that a test can look where it went.</summary>
    public const string Secret = "5ec2e75ec2e75ec2e7";

    private static readonly string[] s_tools = ["pulumi", "aws", "kubectl", "dotnet", "openssl", "sleep"];
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);
    private readonly List<(string Call, string Body)> _answers = [];
    private readonly Dictionary<string, string> _environment = [];

    public RunnerProject()
    {
        foreach (var file in Directory.EnumerateFiles(CommittedStacks.Folder))
        {
            File.Copy(file, Path.Combine(Folder, Path.GetFileName(file)));
        }

        var scripts = Directory.CreateDirectory(Path.Combine(Folder, "infra", "Drills"));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "infra", "Drills"), "*.sh"))
        {
            MakeExecutable(Path.Combine(scripts.FullName, Path.GetFileName(file)), File.ReadAllText(file));
        }

        Directory.CreateDirectory(Tools);
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("ml-ta-runner-").FullName;

    public string Results => Path.Combine(Folder, "results");

    /// <summary>What was called, in this order, with its arguments.</summary>
    public IReadOnlyList<string> Calls => File.Exists(Notes) ? File.ReadAllLines(Notes) : [];

    /// <summary>What <c>pulumi config set --secret</c> read.</summary>
    public IReadOnlyList<string> SecretInputs => Directory.EnumerateFiles(Folder, "stdin.*").Select(File.ReadAllText).ToList();

    private string Tools => Path.Combine(Folder, "tools");

    private string Notes => Path.Combine(Folder, "calls.txt");

    /// <param name="call">How the call begins; of several answers the first that fits is given.</param>
    /// <param name="body">What is done then; a shell script. A call without an answer succeeds and says nothing.</param>
    public RunnerProject On(string call, string body)
    {
        _answers.Add((call, body));
        return this;
    }

    public RunnerProject With(string variable, string value)
    {
        _environment[variable] = value;
        return this;
    }

    /// <param name="file">A script, from the project's folder on.</param>
    /// <param name="text">All of it.</param>
    public void Write(string file, string text) => MakeExecutable(Path.Combine(Folder, file), text);

    public RunnerProject Says(string call, string output) => On(call, $"cat <<'TEXT'\n{output}\nTEXT");

    public async Task<RunnerResult> RunAsync(string script, params string[] args)
    {
        using var process = Start(script, args);
        return await FinishAsync(process);
    }

    /// <summary>For a test that does something meanwhile; it has to finish it.</summary>
    public Process Start(string script, params string[] args)
    {
        foreach (var tool in s_tools)
        {
            MakeExecutable(Path.Combine(Tools, tool), Fake(tool));
        }

        var start = new ProcessStartInfo(Path.Combine(Folder, "infra", "Drills", script), args)
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = $"{Tools}:{start.Environment["PATH"]}";
        start.Environment["TMPDIR"] = Directory.CreateDirectory(Path.Combine(Folder, "temporary")).FullName;
        start.Environment.Remove("KUBECONFIG");
        foreach (var (variable, value) in _environment)
        {
            start.Environment[variable] = value;
        }

        return Process.Start(start)!;
    }

    public static async Task<RunnerResult> FinishAsync(Process process)
    {
        using var patience = new CancellationTokenSource(s_patience);
        try
        {
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
            await process.WaitForExitAsync(patience.Token);
            return new(process.ExitCode, await output, await errors);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static void MakeExecutable(string path, string text)
    {
        File.WriteAllText(path, text);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>As some versions of the CLI do: secrets have no default, and a drill's file may be lost.</summary>
    private const string WhatPulumiRefuses = """
        case "$*" in
        destroy*)
        if grep -q '^config:' Pulumi.yaml; then
        echo "error: validating stack config: Stack 'dr-test' is missing configuration value 'ml-ta:databasePassword'" >&2
        exit 255
        fi
        esac

        """;

    private string Fake(string tool)
    {
        var refusal = tool == "pulumi" ? WhatPulumiRefuses : "";
        var answers = _answers.Where(answer => answer.Call.Split(' ')[0] == tool)
            .Select(answer => $"'{answer.Call}'*)\n{answer.Body}\n;;\n");
        var silent = tool switch
        {
            "openssl" => $"echo {Secret}",
            "pulumi" => $"case \"$*\" in 'config set --secret'*) cat > \"$(mktemp '{Folder}/stdin.XXXXXX')\";; esac",
            _ => ":",
        };
        return $"#!/usr/bin/env bash\necho \"{tool} $*\" >> '{Notes}'\nFOLDER='{Folder}'\n{refusal}case \"{tool} $*\" in\n{string.Concat(answers)}*)\n{silent}\n;;\nesac\n";
    }
}
