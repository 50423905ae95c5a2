using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MlTa.Tests.Drills;

/// <summary>
/// A server that this test run started, and nothing else's. A shell between them ends it when its own input does: also if the test run
/// itself is killed.
/// </summary>
internal sealed class RunningServer : IDisposable
{
    private const string EndsWithItsInput = """
        exec 3<&0
        "$@" < /dev/null &
        read -r _ <&3
        kill -INT $!
        wait
        """;

    private static readonly TimeSpan s_longestStart = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_longestEnd = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(50);

    private readonly Process _shell;
    private readonly StringBuilder _log = new();

    /// <param name="prefix">What comes before the shell, as another user's rights.</param>
    /// <param name="command">The server and its arguments. It must stay in the foreground.</param>
    /// <param name="folder">Where it runs.</param>
    public RunningServer(IEnumerable<string> prefix, IEnumerable<string> command, string folder)
    {
        _shell = Process.Start(FinishedProcess.StartInfo([.. prefix, "/bin/sh", "-c", EndsWithItsInput, "server", .. command], folder, []))!;
        _shell.OutputDataReceived += Note;
        _shell.ErrorDataReceived += Note;
        _shell.BeginOutputReadLine();
        _shell.BeginErrorReadLine();
    }

    /// <summary>A port that nothing listens on at the moment.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <exception cref="TimeoutException">It does not answer; with its log.</exception>
    public async Task AnswersAsync(Func<Task<bool>> asked)
    {
        var started = Stopwatch.StartNew();
        while (!await asked())
        {
            if (started.Elapsed > s_longestStart)
            {
                throw new TimeoutException($"the server does not answer:\n{Log()}");
            }

            await Task.Delay(s_pause);
        }
    }

    public void Dispose()
    {
        _shell.StandardInput.Close();
        _shell.WaitForExit(s_longestEnd);
        _shell.Dispose();
    }

    private void Note(object sender, DataReceivedEventArgs line)
    {
        lock (_log)
        {
            _log.AppendLine(line.Data);
        }
    }

    private string Log()
    {
        lock (_log)
        {
            return _log.ToString();
        }
    }
}
