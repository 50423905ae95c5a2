using System.Collections.Concurrent;
using System.Net;

namespace MlTa.Tests.Drills;

/// <summary>An API on loopback that answers with what a test says.</summary>
internal sealed class AnsweringApi : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<string> _asked = new();
    private readonly Func<string, int, int?> _status;

    /// <param name="status">Of a path, asked for the how manieth time; null: no answer at all.</param>
    public AnsweringApi(Func<string, int, int?> status)
    {
        _status = status;
        Url = $"http://127.0.0.1:{RunningServer.FreePort()}";
        _listener.Prefixes.Add($"{Url}/");
        _listener.Start();
        _ = AnswerAsync();
    }

    public string Url { get; }

    /// <summary>The paths in the order in which they were asked for.</summary>
    public IEnumerable<string> Asked => _asked;

    public void Dispose() => _listener.Close();

    private async Task AnswerAsync()
    {
        try
        {
            while (true)
            {
                var context = await _listener.GetContextAsync();
                var path = context.Request.Url!.AbsolutePath;
                _asked.Enqueue(path);
                if (_status(path, _asked.Count(asked => asked == path)) is { } status)
                {
                    context.Response.StatusCode = status;
                    context.Response.Close();
                }
            }
        }
        catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
        {
            // Closed.
        }
    }
}
