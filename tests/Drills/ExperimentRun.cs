using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace MlTa.Tests.Drills;

/// <summary>
/// <c>infra/Drills/run-experiment.sh</c> with an <c>aws</c> that answers as a test says. What has happened so far is in the files of <c>$STATE</c>,
/// which both can read and write.
/// </summary>
internal sealed class ExperimentRun : IDisposable
{
    /// <summary>Far more than any of these runs takes. One that is not over then has no bound.</summary>
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(2);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ml-ta-experiment-");
    private readonly Dictionary<string, string> _answers = new()
    {
        ["fis list-experiment-templates"] = "echo EXT1",
        ["fis start-experiment"] = "echo EXP1",
        ["fis get-experiment"] = @"printf 'completed\tExperiment completed.\n'",
        ["fis stop-experiment"] = "echo stopping",
    };

    /// <summary>What the replication of objects is measured by.</summary>
    public static IReadOnlyList<string> Buckets { get; } =
        ["--source-bucket", "ml-ta-models-primary", "--destination-bucket", "ml-ta-models-secondary", "--destination-region", "us-east-1"];

    /// <summary>Between two looks.</summary>
    public string PauseSeconds { get; init; } = "0.1";

    public string State => Directory.CreateDirectory(Path.Combine(_folder.FullName, "state")).FullName;

    public IReadOnlyList<string> Calls => Lines("state/calls");

    public IReadOnlyList<JsonNode> Checks => [.. Lines("results/checks.ndjson").Select(line => JsonNode.Parse(line)!)];

    public IReadOnlyList<JsonNode> Phases => [.. Lines("results/phases.ndjson").Select(line => JsonNode.Parse(line)!)];

    /// <summary>Of the only check.</summary>
    public string Detail => Checks.Single()["detail"]!.GetValue<string>();

    public static TimeSpan Length(JsonNode phase) => Time(phase, "finishedAt") - Time(phase, "startedAt");

    /// <param name="call">The beginning of what <c>aws</c> is called with.</param>
    /// <param name="body">What it does; a shell script.</param>
    public ExperimentRun Answer(string call, string body)
    {
        _answers[call] = body;
        return this;
    }

    /// <summary>Twenty seconds pass whenever the script looks at the clock.</summary>
    public ExperimentRun WithFastClock()
    {
        Write("date", """
            [ "$1" = +%s ] || PATH=/usr/bin:/bin exec date "$@"
            passed=$(($(cat "$STATE/clock" 2> /dev/null || echo 0) + 20))
            echo "$passed" > "$STATE/clock"
            echo $(($(PATH=/usr/bin:/bin date +%s) + passed))
            """);
        return this;
    }

    /// <summary>How often <c>aws</c> was called so.</summary>
    public int Count(string call) => Calls.Count(line => line.StartsWith(call, StringComparison.Ordinal));

    public Task<(int ExitCode, string Errors)> StartAsync(string experiment, params IEnumerable<string> arguments) => StartWithAsync(
        ["--experiment", experiment, "--region", "us-west-2", "--results", Path.Combine(_folder.FullName, "results"), "--steady-seconds", "1", .. arguments]);

    public async Task<(int ExitCode, string Errors)> StartWithAsync(IEnumerable<string> arguments, Action<Process>? meanwhile = null)
    {
        WriteAws();
        var start = new ProcessStartInfo("bash", [Path.Combine(Repository.Root, "infra", "Drills", "run-experiment.sh"), .. arguments]) { RedirectStandardError = true };
        start.Environment.Clear();
        start.Environment["PATH"] = $"{_folder.FullName}:/usr/bin:/bin";
        start.Environment["STATE"] = State;
        start.Environment["INTERVAL_SECONDS"] = PauseSeconds;
        start.Environment["METRIC_INTERVAL_SECONDS"] = PauseSeconds;

        using var process = Process.Start(start)!;
        try
        {
            var errors = process.StandardError.ReadToEndAsync();
            meanwhile?.Invoke(process);
            using var limit = new CancellationTokenSource(s_limit);
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, await errors);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static DateTimeOffset Time(JsonNode phase, string end) =>
        DateTimeOffset.ParseExact(phase[end]!.GetValue<string>(), "yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private void WriteAws()
    {
        var cases = _answers.Select(answer => $"  \"{answer.Key}\"*) {answer.Value} ;;");
        Write("aws", $"echo \"$*\" >> \"$STATE/calls\"\ncase \"$*\" in\n{string.Join('\n', cases)}\n  *) echo \"no answer to $*\" >&2; exit 252 ;;\nesac");
    }

    private void Write(string program, string body)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new PlatformNotSupportedException("needs a POSIX shell");
        }

        var path = Path.Combine(_folder.FullName, program);
        File.WriteAllText(path, $"#!/bin/sh\n{body}\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private string[] Lines(string file)
    {
        var path = Path.Combine(_folder.FullName, file);
        return File.Exists(path) ? File.ReadAllLines(path) : [];
    }
}
